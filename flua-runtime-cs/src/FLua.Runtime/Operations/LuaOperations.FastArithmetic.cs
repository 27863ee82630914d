using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>
/// The short ways of arithmetic. One that fails leaves its result alone: printed code may name an operand as the result, and goes on to the
/// complete operation with it. The two words of a result are stored apart and in place: see the remarks at the short ways to fields, and
/// docs/decisions/0019 for what a method in between costs.
/// </content>
public static partial class LuaOperations
{
    /// <summary><c>a + b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == b.o)
        {
            if (a.o == Tags.Int)
            {
                Unsafe.AsRef(in r.n) = a.n + b.n;
                Unsafe.AsRef(in r.o) = Tags.Int;
                return true;
            }

            if (a.o == Tags.Float)
            {
                Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D + b.D);
                Unsafe.AsRef(in r.o) = Tags.Float;
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a - b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySub(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == b.o)
        {
            if (a.o == Tags.Int)
            {
                Unsafe.AsRef(in r.n) = a.n - b.n;
                Unsafe.AsRef(in r.o) = Tags.Int;
                return true;
            }

            if (a.o == Tags.Float)
            {
                Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D - b.D);
                Unsafe.AsRef(in r.o) = Tags.Float;
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a * b</c> of two integers or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMul(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == b.o)
        {
            if (a.o == Tags.Int)
            {
                Unsafe.AsRef(in r.n) = a.n * b.n;
                Unsafe.AsRef(in r.o) = Tags.Int;
                return true;
            }

            if (a.o == Tags.Float)
            {
                Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D * b.D);
                Unsafe.AsRef(in r.o) = Tags.Float;
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a / b</c> of two numbers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryDiv(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (ToFloat(a, out double x) && ToFloat(b, out double y))
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(x / y);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <summary><c>a ^ b</c> of two numbers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPow(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (ToFloat(a, out double x) && ToFloat(b, out double y))
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(PowFloat(x, y));
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <summary><c>a % b</c> of two integers, the second not 0, or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMod(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == b.o)
        {
            if (a.o == Tags.Int && b.n != 0)
            {
                Unsafe.AsRef(in r.n) = ModInt(a.n, b.n);
                Unsafe.AsRef(in r.o) = Tags.Int;
                return true;
            }

            if (a.o == Tags.Float)
            {
                Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(ModFloat(a.D, b.D));
                Unsafe.AsRef(in r.o) = Tags.Float;
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a // b</c> of two integers, the second not 0, or two floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIDiv(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == b.o)
        {
            if (a.o == Tags.Int && b.n != 0)
            {
                Unsafe.AsRef(in r.n) = IDivInt(a.n, b.n);
                Unsafe.AsRef(in r.o) = Tags.Int;
                return true;
            }

            if (a.o == Tags.Float)
            {
                Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(IDivFloat(a.D, b.D));
                Unsafe.AsRef(in r.o) = Tags.Float;
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a &amp; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBAnd(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a.n & b.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        return false;
    }

    /// <summary><c>a | b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBOr(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a.n | b.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        return false;
    }

    /// <summary><c>a ~ b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBXor(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a.n ^ b.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        return false;
    }

    /// <summary><c>a &lt;&lt; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShl(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = ShiftLeft(a.n, b.n);
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        return false;
    }

    /// <summary><c>a &gt;&gt; b</c> of two integers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShr(in LuaValue a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = ShiftRight(a.n, b.n);
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        return false;
    }

    /// <summary><c>-a</c> of a number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryNeg(in LuaValue a, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = -a.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(-a.D);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <summary><c>~a</c> of an integer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryBNot(in LuaValue a, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = ~a.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        return false;
    }

    /// <summary><c>#a</c> of a table without metatable and holes, whose array part has room.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLen(in LuaValue a, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o is not LuaTable table || table.Meta != null || (table.Flags & TableFlags.MayHaveHoles) != 0)
        {
            return false;
        }

        // Behind a full array the list may go on in the hash part.
        if (table.Count >= table.Array.Length && table.Nodes != LuaTable.NoNodes)
        {
            return false;
        }

        table.Flags |= TableFlags.LengthAsked;
        Unsafe.AsRef(in r.n) = table.Count;
        Unsafe.AsRef(in r.o) = Tags.Int;
        return true;
    }
}
