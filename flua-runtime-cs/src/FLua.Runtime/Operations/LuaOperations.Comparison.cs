using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public static partial class LuaOperations
{
    /// <summary><c>a &lt; b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLt(in LuaValue a, in LuaValue b, out bool r)
    {
        if (a.o == b.o)
        {
            if (a.o == Tags.Int)
            {
                r = a.n < b.n;
                return true;
            }

            if (a.o == Tags.Float)
            {
                r = a.D < b.D;
                return true;
            }
        }

        r = false;
        return false;
    }

    /// <summary><c>a &lt;= b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLe(in LuaValue a, in LuaValue b, out bool r)
    {
        if (a.o == b.o)
        {
            if (a.o == Tags.Int)
            {
                r = a.n <= b.n;
                return true;
            }

            if (a.o == Tags.Float)
            {
                r = a.D <= b.D;
                return true;
            }
        }

        r = false;
        return false;
    }

    /// <summary>Compares (<c>a &lt; b</c>): of the result only its truth counts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Lt(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.IsNumber && b.IsNumber)
        {
            return NumberLess(a, b);
        }

        if (a.o.IsString(out LuaString? text) && b.o.IsString(out LuaString? other))
        {
            return text.CompareBytes(other) < 0;
        }

        LuaValue handler = BinaryHandler(L, Metamethod.Lt, a, b, out _);
        return handler.IsNil ? CompareError(L, a, b) : Call(L, Metamethod.Lt, handler, a, b);
    }

    /// <summary>Compares (<c>a &lt;= b</c>): of the result only its truth counts.</summary>
    /// <remarks>As the reference is usually built, <c>not (b &lt; a)</c> stands in where only <c>__lt</c> is defined.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Le(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.IsNumber && b.IsNumber)
        {
            return NumberLessOrEqual(a, b);
        }

        if (a.o.IsString(out LuaString? text) && b.o.IsString(out LuaString? other))
        {
            return text.CompareBytes(other) <= 0;
        }

        LuaValue handler = BinaryHandler(L, Metamethod.Le, a, b, out _);
        if (!handler.IsNil)
        {
            return Call(L, Metamethod.Le, handler, a, b);
        }

        handler = BinaryHandler(L, Metamethod.Lt, b, a, out _);
        return handler.IsNil ? CompareError(L, a, b) : Negation.Of(L, Call(L, Metamethod.Lt, handler, b, a));
    }

    /// <summary><c>a &lt; b</c> of two numbers, exact also where one is an integer and the other a float.</summary>
    internal static bool NumberLess(LuaValue a, LuaValue b)
    {
        if (a.o == Tags.Int)
        {
            return b.o == Tags.Int ? a.n < b.n : IntLessFloat(a.n, b.D);
        }

        return b.o == Tags.Float ? a.D < b.D : FloatLessInt(a.D, b.n);
    }

    /// <summary><c>a &lt;= b</c> of two numbers, exact also where one is an integer and the other a float.</summary>
    internal static bool NumberLessOrEqual(LuaValue a, LuaValue b)
    {
        if (a.o == Tags.Int)
        {
            // With nan both of the mixed compares must be false.
            return b.o == Tags.Int ? a.n <= b.n : !double.IsNaN(b.D) && !FloatLessInt(b.D, a.n);
        }

        return b.o == Tags.Float ? a.D <= b.D : !double.IsNaN(a.D) && !IntLessFloat(b.n, a.D);
    }

    // i < f exactly when i < ceil(f); out of range, the sign decides.
    private static bool IntLessFloat(long whole, double number)
    {
        if (number >= TwoTo63)
        {
            return true;
        }

        return number >= -TwoTo63 && whole < (long)Math.Ceiling(number);
    }

    // f < i exactly when floor(f) < i.
    private static bool FloatLessInt(double number, long whole)
    {
        if (number < -TwoTo63)
        {
            return true;
        }

        return number < TwoTo63 && (long)Math.Floor(number) < whole;
    }

    private const double TwoTo63 = 9223372036854775808.0;

    private static LuaValue CompareError(LuaState L, LuaValue a, LuaValue b)
    {
        string first = L.TypeNameOf(a);
        string second = L.TypeNameOf(b);
        return L.RuntimeError(first == second ? $"attempt to compare two {first} values" : $"attempt to compare {first} with {second}");
    }
}
