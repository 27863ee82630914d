using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>
/// The short ways of arithmetic and comparison where one operand is known to be a number and stands unboxed: a constant, or a variable that
/// holds nothing else. They decide mixed operands too.
/// </content>
public static partial class LuaOperations
{
    // Integers up to here are exact as floats.
    private const long ExactAsFloat = 1L << 53;

    /// <inheritdoc cref="TryAdd(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(in LuaValue a, long b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a.n + b;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D + b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryAdd(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(long a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a + b.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (b.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a + b.D);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryAdd(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(in LuaValue a, double b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D + b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.n + b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryAdd(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(double a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (b.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a + b.D);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        if (b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a + b.n);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TrySub(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySub(in LuaValue a, long b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a.n - b;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D - b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TrySub(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySub(long a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a - b.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (b.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a - b.D);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TrySub(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySub(in LuaValue a, double b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D - b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.n - b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TrySub(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySub(double a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (b.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a - b.D);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        if (b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a - b.n);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryMul(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMul(in LuaValue a, long b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a.n * b;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D * b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryMul(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMul(long a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = a * b.n;
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (b.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a * b.D);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryMul(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMul(in LuaValue a, double b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.D * b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        if (a.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a.n * b);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryMul(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMul(double a, in LuaValue b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (b.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a * b.D);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        if (b.o == Tags.Int)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(a * b.n);
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryMod(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMod(in LuaValue a, long b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int && b != 0)
        {
            Unsafe.AsRef(in r.n) = ModInt(a.n, b);
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(ModFloat(a.D, b));
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryIDiv(in LuaValue, in LuaValue, out LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIDiv(in LuaValue a, long b, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (a.o == Tags.Int && b != 0)
        {
            Unsafe.AsRef(in r.n) = IDivInt(a.n, b);
            Unsafe.AsRef(in r.o) = Tags.Int;
            return true;
        }

        if (a.o == Tags.Float)
        {
            Unsafe.AsRef(in r.n) = BitConverter.DoubleToInt64Bits(IDivFloat(a.D, b));
            Unsafe.AsRef(in r.o) = Tags.Float;
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryLt(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLt(in LuaValue a, long b, out bool r)
    {
        if (a.o == Tags.Int)
        {
            r = a.n < b;
            return true;
        }

        r = a.D < b;
        return a.o == Tags.Float && b is >= -ExactAsFloat and <= ExactAsFloat;
    }

    /// <inheritdoc cref="TryLt(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLt(long a, in LuaValue b, out bool r)
    {
        if (b.o == Tags.Int)
        {
            r = a < b.n;
            return true;
        }

        r = a < b.D;
        return b.o == Tags.Float && a is >= -ExactAsFloat and <= ExactAsFloat;
    }

    /// <inheritdoc cref="TryLt(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLt(in LuaValue a, double b, out bool r)
    {
        r = a.D < b;
        return a.o == Tags.Float;
    }

    /// <inheritdoc cref="TryLt(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLt(double a, in LuaValue b, out bool r)
    {
        r = a < b.D;
        return b.o == Tags.Float;
    }

    /// <inheritdoc cref="TryLe(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLe(in LuaValue a, long b, out bool r)
    {
        if (a.o == Tags.Int)
        {
            r = a.n <= b;
            return true;
        }

        r = a.D <= b;
        return a.o == Tags.Float && b is >= -ExactAsFloat and <= ExactAsFloat;
    }

    /// <inheritdoc cref="TryLe(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLe(long a, in LuaValue b, out bool r)
    {
        if (b.o == Tags.Int)
        {
            r = a <= b.n;
            return true;
        }

        r = a <= b.D;
        return b.o == Tags.Float && a is >= -ExactAsFloat and <= ExactAsFloat;
    }

    /// <inheritdoc cref="TryLe(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLe(in LuaValue a, double b, out bool r)
    {
        r = a.D <= b;
        return a.o == Tags.Float;
    }

    /// <inheritdoc cref="TryLe(in LuaValue, in LuaValue, out bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLe(double a, in LuaValue b, out bool r)
    {
        r = a <= b.D;
        return b.o == Tags.Float;
    }

    /// <inheritdoc cref="RawEquals(in LuaValue, in LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RawEquals(in LuaValue a, bool b) => a.o == (b ? Tags.True : Tags.False);

    /// <inheritdoc cref="RawEquals(in LuaValue, in LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RawEquals(in LuaValue a, long b)
    {
        if (a.o == Tags.Int)
        {
            return a.n == b;
        }

        return b is >= -ExactAsFloat and <= ExactAsFloat ? a.o == Tags.Float && a.D == b : RawEqualsSlow(a, LuaValue.Int(b));
    }

    /// <inheritdoc cref="RawEquals(in LuaValue, in LuaValue)"/>
    /// <remarks>Of a string of one byte there is only one object.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RawEquals(in LuaValue a, LuaString b) =>
        a.o == (object)b || (a.o is LuaString text && text.Length == b.Length && b.Length > 1 && text.SameBytes(b));

    /// <inheritdoc cref="Add(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Add(LuaState L, LuaValue a, long b) => Add(L, a, LuaValue.Int(b));

    /// <inheritdoc cref="Sub(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Sub(LuaState L, LuaValue a, long b) => Sub(L, a, LuaValue.Int(b));

    /// <inheritdoc cref="Mul(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Mul(LuaState L, LuaValue a, long b) => Mul(L, a, LuaValue.Int(b));

    /// <inheritdoc cref="Mod(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Mod(LuaState L, LuaValue a, long b) => Mod(L, a, LuaValue.Int(b));

    /// <inheritdoc cref="IDiv(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue IDiv(LuaState L, LuaValue a, long b) => IDiv(L, a, LuaValue.Int(b));

    /// <inheritdoc cref="Lt(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Lt(LuaState L, LuaValue a, long b) => Lt(L, a, LuaValue.Int(b));

    /// <inheritdoc cref="Le(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Le(LuaState L, LuaValue a, long b) => Le(L, a, LuaValue.Int(b));

    /// <inheritdoc cref="Lt(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Lt(LuaState L, long a, LuaValue b) => Lt(L, LuaValue.Int(a), b);

    /// <inheritdoc cref="Le(LuaState, LuaValue, LuaValue)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Le(LuaState L, long a, LuaValue b) => Le(L, LuaValue.Int(a), b);
}
