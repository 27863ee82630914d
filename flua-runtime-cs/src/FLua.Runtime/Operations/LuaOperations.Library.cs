using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>
/// Functions of the library where the program surely means them: the common case is inlined, any other calls the function. They give one result,
/// and do not count it in <see cref="LuaState.ResultCount"/>.
/// </content>
public static partial class LuaOperations
{
    /// <summary><c>math.floor</c> of a float.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue FloorFloat(double x) => WholeFloat(Math.Floor(x));

    /// <summary><c>math.ceil</c> of a float.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue CeilFloat(double x) => WholeFloat(Math.Ceiling(x));

    /// <summary><c>math.floor</c> of a float, if it is an integer: not of what is too large, and not of what is no number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFloor(double x, out long whole) => TryWhole(Math.Floor(x), out whole);

    /// <summary><c>math.ceil</c> of a float, if it is an integer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCeil(double x, out long whole) => TryWhole(Math.Ceiling(x), out whole);

    /// <summary><c>math.abs</c> of an integer, which wraps around.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long AbsInt(long x) => x < 0 ? unchecked(-x) : x;

    /// <summary><c>math.abs</c> of a float.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double AbsFloat(double x) => Math.Abs(x);

    /// <summary><c>math.max</c> of integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MaxInt(long a, long b) => a < b ? b : a;

    /// <summary><c>math.min</c> of integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MinInt(long a, long b) => b < a ? b : a;

    /// <summary><c>math.max</c> of floats: the first, unless the second is greater. With nan that is not what <see cref="Math.Max(double, double)"/> gives.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxFloat(double a, double b) => a < b ? b : a;

    /// <summary><c>math.min</c> of floats: the first, unless the second is less.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinFloat(double a, double b) => b < a ? b : a;

    /// <summary><c>math.sqrt</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SqrtFloat(double x) => Math.Sqrt(x);

    /// <summary><c>math.sin</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SinFloat(double x) => Math.Sin(x);

    /// <summary><c>math.cos</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double CosFloat(double x) => Math.Cos(x);

    /// <summary><c>math.exp</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ExpFloat(double x) => Math.Exp(x);

    /// <summary><c>type</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString TypeName(LuaValue x) => BaseLibrary.NameOfType(x);

    /// <summary><c>assert</c> of one value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Assert(LuaState L, LuaValue x) => x.IsTrue ? x : L.AssertFunction.Call1(L, x);

    /// <summary><c>assert</c> of a value, with a message.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Assert(LuaState L, LuaValue x, LuaValue message) => x.IsTrue ? x : L.AssertFunction.Call2(L, x, message);

    /// <summary><c>rawget</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue RawGet(LuaState L, LuaValue t, LuaValue key) => t.o is LuaTable table ? table.Get(key) : L.RawGetFunction.Call2(L, t, key);

    /// <summary><c>tonumber</c> of one value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue ToNumber(LuaState L, LuaValue x) => x.IsNumber ? x : L.ToNumberFunction.Call1(L, x);

    /// <summary><c>math.abs</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue MathAbs(LuaState L, LuaValue x)
    {
        if (x.IsInt)
        {
            return AbsInt(x.n);
        }

        return x.IsFloat ? AbsFloat(x.D) : L.MathAbsFunction.Call1(L, x);
    }

    /// <summary><c>math.ceil</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue MathCeil(LuaState L, LuaValue x)
    {
        if (x.IsFloat)
        {
            return CeilFloat(x.D);
        }

        return x.IsInt ? x : L.MathCeilFunction.Call1(L, x);
    }

    /// <summary><c>math.floor</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue MathFloor(LuaState L, LuaValue x)
    {
        if (x.IsFloat)
        {
            return FloorFloat(x.D);
        }

        return x.IsInt ? x : L.MathFloorFunction.Call1(L, x);
    }

    /// <summary><c>math.max</c> of two values.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue MathMax(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.IsInt && b.IsInt)
        {
            return MaxInt(a.n, b.n);
        }

        return a.IsFloat && b.IsFloat ? MaxFloat(a.D, b.D) : L.MathMaxFunction.Call2(L, a, b);
    }

    /// <summary><c>math.min</c> of two values.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue MathMin(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.IsInt && b.IsInt)
        {
            return MinInt(a.n, b.n);
        }

        return a.IsFloat && b.IsFloat ? MinFloat(a.D, b.D) : L.MathMinFunction.Call2(L, a, b);
    }

    /// <summary><c>math.sqrt</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue MathSqrt(LuaState L, LuaValue x)
    {
        if (x.IsFloat)
        {
            return Math.Sqrt(x.D);
        }

        return x.IsInt ? Math.Sqrt(x.n) : L.MathSqrtFunction.Call1(L, x);
    }

    /// <summary><c>string.byte</c> of the first byte.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue StringByte(LuaState L, LuaValue s) =>
        s.o.IsString(out LuaString? text) && text.Length > 0 ? (long)text.Span[0] : L.StringByteFunction.Call1(L, s);

    /// <summary><c>string.byte</c> of one byte.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue StringByte(LuaState L, LuaValue s, LuaValue i)
    {
        if (s.o is LuaString text && i.IsInt)
        {
            byte[] bytes = text.Bytes;
            ulong at = (ulong)(i.n - 1);
            if (at < (ulong)bytes.Length)
            {
                return (long)bytes[(int)at];
            }
        }

        return L.StringByteFunction.Call2(L, s, i);
    }

    /// <summary><c>string.char</c> of one byte.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue StringChar(LuaState L, LuaValue x) =>
        x.IsInt && (ulong)x.n <= byte.MaxValue ? LuaString.OfByte((byte)x.n) : L.StringCharFunction.Call1(L, x);

    /// <summary><c>string.len</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue StringLen(LuaState L, LuaValue s) => s.o is LuaString text ? (long)text.Length : L.StringLenFunction.Call1(L, s);

    /// <summary><c>string.sub</c> to the end.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue StringSub(LuaState L, LuaValue s, LuaValue start) =>
        s.o.IsString(out LuaString? text) && start.IsInt ? StringLibrary.Slice(L, text, start.n, -1) : L.StringSubFunction.Call2(L, s, start);

    /// <summary><c>string.sub</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue StringSub(LuaState L, LuaValue s, LuaValue start, LuaValue end)
    {
        if (!s.o.IsString(out LuaString? text) || !start.IsInt || !end.IsInt)
        {
            return L.StringSubFunction.Call3(L, s, start, end);
        }

        // One byte: the objects are shared.
        byte[] bytes = text.Bytes;
        ulong at = (ulong)(start.n - 1);
        if (start.n == end.n && at < (ulong)bytes.Length)
        {
            return LuaString.OfByte(bytes[(int)at]);
        }

        return StringLibrary.Slice(L, text, start.n, end.n);
    }

    /// <summary><c>table.insert</c> at the end.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue TableInsert(LuaState L, LuaValue t, LuaValue value)
    {
        if (t.o.IsTable(out LuaTable? table) && table.Meta == null)
        {
            table.SetInt(unchecked(table.Length + 1), value);
            return default;
        }

        return L.TableInsertFunction.Call2(L, t, value);
    }

    /// <summary><c>tostring</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue ToText(LuaState L, LuaValue x) => L.IsItsText(x) ? x : L.ToStringFunction.Call1(L, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWhole(double value, out long whole)
    {
        whole = unchecked((long)value);
        return value is >= -9223372036854775808.0 and < 9223372036854775808.0;
    }

    // A float that is a whole number, as an integer when it fits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaValue WholeFloat(double value) =>
        value is >= -9223372036854775808.0 and < 9223372036854775808.0 ? LuaValue.Int((long)value) : LuaValue.Float(value);
}
