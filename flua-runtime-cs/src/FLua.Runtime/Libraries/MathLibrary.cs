using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The library <c>math</c>. Lua 5.4 §6.7.</summary>
internal static partial class MathLibrary
{
    private static readonly LuaString IntegerName = LuaString.Constant("integer"u8);
    private static readonly LuaString FloatName = LuaString.Constant("float"u8);

    /// <summary>Makes the library and puts it into the globals and the loaded modules.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable math = LibraryTable.Open(L, "math", 35);
        L.MathAbsFunction = math.Add("abs", static (L, args) => Abs(L, args), static (L, a) => Abs1(L, a));
        L.MathCeilFunction = math.Add("ceil", static (L, args) => Round(L, args, up: true), static (L, a) => Ceil1(L, a));
        L.MathFloorFunction = math.Add("floor", static (L, args) => Round(L, args, up: false), static (L, a) => Floor1(L, a));
        L.MathFmodFunction = math.Add("fmod", static (L, args) => Fmod(L, args), null, static (L, a, b) => Fmod2(L, a, b));
        L.MathMaxFunction = math.Add("max", static (L, args) => Max(L, args), null, static (L, a, b) => Max2(L, a, b));
        L.MathMinFunction = math.Add("min", static (L, args) => Min(L, args), null, static (L, a, b) => Min2(L, a, b));
        L.MathModfFunction = math.Add("modf", static (L, args) => Modf(L, args));
        L.MathSqrtFunction = math.Add("sqrt", static (L, args) => Sqrt(L, args), static (L, a) => Sqrt1(L, a));
        L.MathToIntegerFunction = math.Add("tointeger", static (L, args) => ToInteger(L, args), static (L, a) => ToInteger1(L, a));
        math.Add("type", static (L, args) => Type(L, args), static (L, a) => Type1(L, a));
        math.Add("ult", static (L, args) => Ult(L, args));
        OpenFunctions(L, math);
        OpenCompatibility(math);
        OpenRandom(L, math);
        math.Set("pi", Math.PI);
        math.Set("huge", double.PositiveInfinity);
        math.Set("maxinteger", long.MaxValue);
        math.Set("mininteger", long.MinValue);
    }

    /// <summary>A float that is a whole number, as an integer when it fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaValue Whole(double value) =>
        value is >= -9223372036854775808.0 and < 9223372036854775808.0 ? LuaValue.Int((long)value) : LuaValue.Float(value);

    private static LuaValue Abs(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (Arguments.At(args, 1).IsInt)
        {
            return Abs1(L, args[0]);
        }

        return Arguments.Number(L, args, 1, out double x) ? L.Return1(Math.Abs(x)) : LuaValue.Abrupt;
    }

    private static LuaValue Abs1(LuaState L, LuaValue a)
    {
        if (a.IsInt)
        {
            return L.Return1(a.n < 0 ? unchecked(-a.n) : a.n);
        }

        return Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Abs(x)) : LuaValue.Abrupt;
    }

    private static LuaValue Round(LuaState L, ReadOnlySpan<LuaValue> args, bool up)
    {
        if (Arguments.At(args, 1).IsInt)
        {
            return L.Return1(args[0]);
        }

        return Arguments.Number(L, args, 1, out double x) ? L.Return1(Whole(up ? Math.Ceiling(x) : Math.Floor(x))) : LuaValue.Abrupt;
    }

    private static LuaValue Floor1(LuaState L, LuaValue a)
    {
        if (a.IsFloat)
        {
            return L.Return1(Whole(Math.Floor(a.D)));
        }

        return a.IsInt ? L.Return1(a) : Round(L, [a], up: false);
    }

    private static LuaValue Ceil1(LuaState L, LuaValue a)
    {
        if (a.IsFloat)
        {
            return L.Return1(Whole(Math.Ceiling(a.D)));
        }

        return a.IsInt ? L.Return1(a) : Round(L, [a], up: true);
    }

    private static LuaValue Sqrt(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.Number(L, args, 1, out double x) ? L.Return1(Math.Sqrt(x)) : LuaValue.Abrupt;

    private static LuaValue Sqrt1(LuaState L, LuaValue a)
    {
        if (a.IsFloat)
        {
            return L.Return1(Math.Sqrt(a.D));
        }

        return Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Sqrt(x)) : LuaValue.Abrupt;
    }

    private static LuaValue Fmod2(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.IsFloat && b.IsFloat)
        {
            return L.Return1(a.D % b.D);
        }

        return Fmod(L, LuaOperations.Values(a, b));
    }

    private static LuaValue Fmod(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaValue a = Arguments.At(args, 1);
        LuaValue b = Arguments.At(args, 2);
        if (a.IsInt && b.IsInt)
        {
            // Division by -1 apart: .NET takes the overflow of the quotient for an error.
            return b.n switch
            {
                0 => L.ArgumentError(2, "zero"),
                -1 => L.Return1(0L),
                _ => L.Return1(a.n % b.n),
            };
        }

        // The reference, as it is compiled, looks at the second argument first.
        return Arguments.Number(L, args, 2, out double y) && Arguments.Number(L, args, 1, out double x) ? L.Return1(x % y) : LuaValue.Abrupt;
    }

    private static LuaValue Modf(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (Arguments.At(args, 1).IsInt)
        {
            return L.Return2(args[0], 0.0);
        }

        if (!Arguments.Number(L, args, 1, out double x))
        {
            return LuaValue.Abrupt;
        }

        double whole = x < 0 ? Math.Ceiling(x) : Math.Floor(x);
        return L.Return2(Whole(whole), x == whole ? 0.0 : x - whole);
    }

    private static LuaValue ToInteger(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.Any(L, args, 1, out LuaValue a) ? ToInteger1(L, a) : LuaValue.Abrupt;

    private static LuaValue ToInteger1(LuaState L, LuaValue a) => L.Return1(a.TryToInteger(out long whole) ? whole : LuaValue.Nil);

    private static LuaValue Type(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.Any(L, args, 1, out LuaValue a) ? Type1(L, a) : LuaValue.Abrupt;

    private static LuaValue Type1(LuaState L, LuaValue a) => L.Return1(a.IsInt ? IntegerName : a.IsFloat ? FloatName : LuaValue.Nil);

    private static LuaValue Ult(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.Integer(L, args, 1, out long a) && Arguments.Integer(L, args, 2, out long b) ? L.Return1((ulong)a < (ulong)b) : LuaValue.Abrupt;

    private static LuaValue Max2(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.IsInt && b.IsInt)
        {
            return L.Return1(a.n < b.n ? b : a);
        }

        return a.IsFloat && b.IsFloat ? L.Return1(a.D < b.D ? b : a) : Max(L, LuaOperations.Values(a, b));
    }

    private static LuaValue Min2(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.IsInt && b.IsInt)
        {
            return L.Return1(b.n < a.n ? b : a);
        }

        return a.IsFloat && b.IsFloat ? L.Return1(b.D < a.D ? b : a) : Min(L, LuaOperations.Values(a, b));
    }

    private static LuaValue Max(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Any(L, args, 1, out LuaValue max))
        {
            return LuaValue.Abrupt;
        }

        for (int i = 1; i < args.Length; i++)
        {
            if (!Less(L, max, args[i], out bool less))
            {
                return LuaValue.Abrupt;
            }

            if (less)
            {
                max = args[i];
            }
        }

        return L.Return1(max);
    }

    private static LuaValue Min(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Any(L, args, 1, out LuaValue min))
        {
            return LuaValue.Abrupt;
        }

        for (int i = 1; i < args.Length; i++)
        {
            if (!Less(L, args[i], min, out bool less))
            {
                return LuaValue.Abrupt;
            }

            if (less)
            {
                min = args[i];
            }
        }

        return L.Return1(min);
    }

    private static bool Less(LuaState L, LuaValue a, LuaValue b, out bool less)
    {
        if (LuaOperations.TryLt(a, b, out less))
        {
            return true;
        }

        LuaValue result = NoYield.Lt(L, a, b);
        less = result.IsTrue;
        return !result.IsAbrupt;
    }
}
