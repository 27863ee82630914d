using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Exact arithmetic on unboxed numbers.</content>
public static partial class LuaOperations
{
    private const double TwoTo53 = 9007199254740992.0;

    /// <summary><c>a % b</c>: the remainder takes the sign of the divisor, which is not 0.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ModInt(long a, long b)
    {
        // Processors divide 32 bits several times as fast, and most operands are small.
        if ((ulong)(a | b) <= uint.MaxValue)
        {
            return (uint)a % (uint)b;
        }

        return ModIntSlow(a, b);
    }

    /// <summary><c>a // b</c>: rounds towards minus infinity; the divisor is not 0.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long IDivInt(long a, long b)
    {
        if ((ulong)(a | b) <= uint.MaxValue)
        {
            return (uint)a / (uint)b;
        }

        return IDivIntSlow(a, b);
    }

    /// <summary><c>a % b</c>: the remainder takes the sign of the divisor.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static double ModFloat(double a, double b)
    {
        // Positive integers that a float holds exactly, as most operands are: their remainder is the same, and far cheaper.
        if (a >= 0 && b > 0 && a <= TwoTo53 && b <= TwoTo53)
        {
            long x = (long)a;
            long y = (long)b;
            if (x == a && y == b && x != 0)
            {
                return x % y;
            }
        }

        double remainder = a % b;
        bool otherSign = remainder > 0 ? b < 0 : remainder < 0 && b > 0;
        return otherSign ? remainder + b : remainder;
    }

    /// <summary><c>a // b</c>: the quotient, rounded towards minus infinity.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double IDivFloat(double a, double b) => Math.Floor(a / b);

    /// <summary><c>a ^ b</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PowFloat(double a, double b) => b == 2 ? a * a : Math.Pow(a, b);

    /// <summary><c>a &lt;&lt; b</c>: shifts by 64 or more give 0, negative ones go the other way.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ShiftLeft(long a, long b)
    {
        if ((ulong)b < 64)
        {
            return a << (int)b;
        }

        return b < 0 && b > -64 ? (long)((ulong)a >> (int)-b) : 0;
    }

    /// <summary><c>a &gt;&gt; b</c>: shifts by 64 or more give 0, negative ones go the other way.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ShiftRight(long a, long b)
    {
        if ((ulong)b < 64)
        {
            return (long)((ulong)a >> (int)b);
        }

        return b < 0 && b > -64 ? a << (int)-b : 0;
    }

    private static long ModIntSlow(long a, long b)
    {
        // The smallest integer divided by -1 would trap.
        if (b == -1)
        {
            return 0;
        }

        long remainder = a % b;
        return remainder != 0 && (remainder ^ b) < 0 ? remainder + b : remainder;
    }

    private static long IDivIntSlow(long a, long b)
    {
        if (b == -1)
        {
            return -a;
        }

        long quotient = a / b;
        return (a ^ b) < 0 && quotient * b != a ? quotient - 1 : quotient;
    }
}
