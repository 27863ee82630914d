using System;

namespace FLua.Runtime;

/// <summary>The digits of integers, as bytes.</summary>
/// <remarks>.NET's own ways of doing so know cultures and formats, and are slower in precompiled code.</remarks>
internal static class IntegerDigits
{
    /// <summary>The room that any integer needs, its sign included.</summary>
    internal const int MaximumLength = 20;

    /// <summary>Writes an integer in decimal, and gives the length.</summary>
    internal static int Write(long value, Span<byte> target)
    {
        if (value >= 0)
        {
            return Write((ulong)value, target);
        }

        target[0] = (byte)'-';
        return Write(0UL - (ulong)value, target.From(1)) + 1;
    }

    /// <summary>Writes an integer without sign in decimal, and gives the length.</summary>
    internal static int Write(ulong value, Span<byte> target)
    {
        int length = Count(value);
        WriteTrailing(value, target.UpTo(length));
        return length;
    }

    /// <summary>Writes an integer without sign in hexadecimal, and gives the length.</summary>
    internal static int WriteHexadecimal(ulong value, Span<byte> target, bool isCapital)
    {
        int length = 1;
        for (ulong rest = value >> 4; rest != 0; rest >>= 4)
        {
            length++;
        }

        int ten = (isCapital ? 'A' : 'a') - 10;
        for (int i = length - 1; i >= 0; i--)
        {
            int digit = (int)(value & 15);
            target[i] = (byte)(digit + (digit < 10 ? '0' : ten));
            value >>= 4;
        }

        return length;
    }

    /// <summary>Fills a target with the last digits of a number, zeros in front.</summary>
    internal static void WriteTrailing(ulong value, Span<byte> target)
    {
        int at = target.Length;
        while (at >= 2)
        {
            ulong rest = value / 100;
            uint two = (uint)(value - (rest * 100));
            uint ten = two / 10;
            target[--at] = (byte)('0' + (two - (ten * 10)));
            target[--at] = (byte)('0' + ten);
            value = rest;
        }

        if (at > 0)
        {
            target[0] = (byte)('0' + (value % 10));
        }
    }

    private static int Count(ulong value)
    {
        int count = 1;
        while (value >= 10_000)
        {
            value /= 10_000;
            count += 4;
        }

        return value < 10 ? count : value < 100 ? count + 1 : value < 1_000 ? count + 2 : count + 3;
    }
}
