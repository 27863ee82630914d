using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>
/// The short ways of arithmetic. One that fails leaves its result alone: printed code may name an operand as the result, and goes on to the
/// complete operation with it.
/// </content>
public static partial class LuaOperations
{
    /// <summary><c>a + b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, a.n + b.n);
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            StoreFloat(out r, a.D + b.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a - b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySub(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, a.n - b.n);
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            StoreFloat(out r, a.D - b.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a * b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMul(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, a.n * b.n);
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            StoreFloat(out r, a.D * b.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a / b</c> of two numbers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDiv(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (ToFloat(a, out double x) && ToFloat(b, out double y))
        {
            StoreFloat(out r, x / y);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a ^ b</c> of two numbers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPow(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (ToFloat(a, out double x) && ToFloat(b, out double y))
        {
            StoreFloat(out r, PowFloat(x, y));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a % b</c> of two integers, the second not 0, or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMod(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int && b.n != 0)
        {
            StoreInt(out r, ModInt(a.n, b.n));
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            StoreFloat(out r, ModFloat(a.D, b.D));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a // b</c> of two integers, the second not 0, or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIDiv(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int && b.n != 0)
        {
            StoreInt(out r, IDivInt(a.n, b.n));
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            StoreFloat(out r, IDivFloat(a.D, b.D));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a &amp; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBAnd(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, a.n & b.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a | b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBOr(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, a.n | b.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a ~ b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBXor(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, a.n ^ b.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a &lt;&lt; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShl(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, ShiftLeft(a.n, b.n));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a &gt;&gt; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShr(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            StoreInt(out r, ShiftRight(a.n, b.n));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>-a</c> of a number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNeg(in LuaValue a, out LuaValue r)
    {
        if (a.o == Tags.Int)
        {
            StoreInt(out r, -a.n);
            return true;
        }

        if (a.o == Tags.Float)
        {
            StoreFloat(out r, -a.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>~a</c> of an integer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBNot(in LuaValue a, out LuaValue r)
    {
        if (a.o == Tags.Int)
        {
            StoreInt(out r, ~a.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>#a</c> of a table without metatable, or a string.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLen(in LuaValue a, out LuaValue r)
    {
        if (a.o is LuaTable { Meta: null } table)
        {
            StoreInt(out r, table.Length);
            return true;
        }

        if (a.o is LuaString text)
        {
            StoreInt(out r, text.Length);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    // The two words are stored apart, see the remarks at the short ways to fields.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreInt(out LuaValue r, long value)
    {
        Unsafe.SkipInit(out r);
        Unsafe.AsRef(in r.n) = value;
        Unsafe.AsRef(in r.o) = Tags.Int;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFloat(out LuaValue r, double value)
    {
        Unsafe.SkipInit(out r);
        Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(value);
        Unsafe.AsRef(in r.o) = Tags.Float;
    }
}
