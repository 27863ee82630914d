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
    public static bool TryAdd(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(a.n + b.n);
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            r = LuaValue.Float(a.D + b.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a - b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySub(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(a.n - b.n);
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            r = LuaValue.Float(a.D - b.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a * b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMul(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(a.n * b.n);
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            r = LuaValue.Float(a.D * b.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a / b</c> of two numbers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDiv(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (ToFloat(a, out double x) && ToFloat(b, out double y))
        {
            r = LuaValue.Float(x / y);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a ^ b</c> of two numbers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPow(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (ToFloat(a, out double x) && ToFloat(b, out double y))
        {
            r = LuaValue.Float(PowFloat(x, y));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a % b</c> of two integers, the second not 0, or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMod(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int && b.n != 0)
        {
            r = LuaValue.Int(ModInt(a.n, b.n));
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            r = LuaValue.Float(ModFloat(a.D, b.D));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a // b</c> of two integers, the second not 0, or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIDiv(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int && b.n != 0)
        {
            r = LuaValue.Int(IDivInt(a.n, b.n));
            return true;
        }

        if (a.o == Tags.Float && b.o == Tags.Float)
        {
            r = LuaValue.Float(IDivFloat(a.D, b.D));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a &amp; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBAnd(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(a.n & b.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a | b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBOr(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(a.n | b.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a ~ b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBXor(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(a.n ^ b.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a &lt;&lt; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShl(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(ShiftLeft(a.n, b.n));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>a &gt;&gt; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShr(LuaValue a, LuaValue b, out LuaValue r)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            r = LuaValue.Int(ShiftRight(a.n, b.n));
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>-a</c> of a number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNeg(LuaValue a, out LuaValue r)
    {
        if (a.o == Tags.Int)
        {
            r = LuaValue.Int(-a.n);
            return true;
        }

        if (a.o == Tags.Float)
        {
            r = LuaValue.Float(-a.D);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>~a</c> of an integer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBNot(LuaValue a, out LuaValue r)
    {
        if (a.o == Tags.Int)
        {
            r = LuaValue.Int(~a.n);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }

    /// <summary><c>#a</c> of a table without metatable, or a string.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLen(LuaValue a, out LuaValue r)
    {
        if (a.o is LuaTable { Meta: null } table)
        {
            r = LuaValue.Int(table.Length);
            return true;
        }

        if (a.o is LuaString text)
        {
            r = LuaValue.Int(text.Length);
            return true;
        }

        Unsafe.SkipInit(out r);
        return false;
    }
}
