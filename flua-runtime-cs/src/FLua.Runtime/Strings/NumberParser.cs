using System;
using System.Globalization;
using System.Numerics;

namespace FLua.Runtime;

/// <summary>Reads numerals as the reference's <c>lua_stringtonumber</c> does. Lua 5.4 §3.1, §3.4.3.</summary>
internal static class NumberParser
{
    // The exponent of the smallest float, and how many of 64 bits a normal float has no room for.
    private const int SmallestExponent = -1074;
    private const int ExcessBits = 64 - 53;

    // Up to here an integer is a float exactly, and one digit more fits into 64 bits.
    private const ulong MaxExactMantissa = 1UL << 53;

    private const NumberStyles DecimalFloat = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The powers of ten that are floats exactly.</summary>
    private static ReadOnlySpan<double> ExactPowers =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>The number that a text is the numeral of: white space around it, decimal or hexadecimal, integer or float.</summary>
    /// <remarks>Decimal integers that do not fit become floats, hexadecimal ones wrap around. "inf" and "nan" are no numerals.</remarks>
    internal static bool TryParse(ReadOnlySpan<byte> text, out LuaValue number)
    {
        text = TrimSpace(text);
        if (text.IsEmpty)
        {
            number = default;
            return false;
        }

        ReadOnlySpan<byte> digits = text;
        bool negative = digits[0] == '-';
        if (negative || digits[0] == '+')
        {
            digits = digits.From(1);
        }

        if (digits.Length >= 2 && digits[0] == '0' && (digits[1] | 0x20) == 'x')
        {
            return TryParseHexadecimal(digits.From(2), negative, out number);
        }

        if (TryParseDecimalInteger(digits, negative, out long whole))
        {
            number = whole;
            return true;
        }

        return TryParseDecimalFloat(digits, negative, out number);
    }

    /// <summary>Whether a byte is white space in the "C" locale.</summary>
    internal static bool IsSpace(byte c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';

    private static ReadOnlySpan<byte> TrimSpace(ReadOnlySpan<byte> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text.Between(start, end);
    }

    private static bool TryParseDecimalInteger(ReadOnlySpan<byte> digits, bool negative, out long whole)
    {
        ulong value = 0;
        whole = 0;
        if (digits.IsEmpty)
        {
            return false;
        }

        foreach (byte c in digits)
        {
            uint digit = c - (uint)'0';
            if (digit > 9 || value > long.MaxValue / 10)
            {
                return false;
            }

            value = (value * 10) + digit;
            if (value > (ulong)long.MaxValue + (negative ? 1u : 0))
            {
                return false;
            }
        }

        whole = negative ? (long)(0 - value) : (long)value;
        return true;
    }

    /// <summary>Reads a decimal numeral that is no integer. One of few digits is a quotient or product of two exact floats, which is rounded once, as it must be.</summary>
    private static bool TryParseDecimalFloat(ReadOnlySpan<byte> digits, bool negative, out LuaValue number)
    {
        number = default;
        bool any = false;
        bool point = false;
        ulong mantissa = 0;
        int exponent = 0;
        int i = 0;
        for (; i < digits.Length; i++)
        {
            uint digit = digits[i] - (uint)'0';
            if (digit <= 9)
            {
                any = true;
                exponent -= point ? 1 : 0;
                mantissa = mantissa <= MaxExactMantissa ? (mantissa * 10) + digit : ulong.MaxValue;
            }
            else if (digits[i] == '.' && !point)
            {
                point = true;
            }
            else
            {
                break;
            }
        }

        if (!any)
        {
            return false;
        }

        if (i < digits.Length)
        {
            if ((digits[i] | 0x20) != 'e' || !TryReadExponent(digits.From(i + 1), out int power))
            {
                return false;
            }

            exponent += power;
        }

        double value;
        if (mantissa <= MaxExactMantissa && Math.Abs(exponent) < ExactPowers.Length)
        {
            value = exponent < 0 ? mantissa / ExactPowers[-exponent] : mantissa * ExactPowers[exponent];
        }
        else if (!double.TryParse(digits, DecimalFloat, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        number = negative ? -value : value;
        return true;
    }

    private static bool TryParseHexadecimal(ReadOnlySpan<byte> digits, bool negative, out LuaValue number)
    {
        // Integers wrap around; floats are rounded once, by all of their digits.
        ulong whole = 0;
        ulong mantissa = 0;
        bool isInexact = false;
        int exponent = 0;
        bool any = false;
        bool isFloat = false;
        number = default;
        int at = 0;
        for (; at < digits.Length; at++)
        {
            byte c = digits[at];
            if (c == '.')
            {
                if (isFloat)
                {
                    return false;
                }

                isFloat = true;
                continue;
            }

            int digit = HexadecimalDigit(c);
            if (digit < 0)
            {
                break;
            }

            any = true;
            whole = (whole << 4) | (uint)digit;
            if (mantissa >> 60 == 0)
            {
                mantissa = (mantissa << 4) | (uint)digit;
            }
            else
            {
                isInexact |= digit != 0;
                exponent += 4;
            }

            exponent -= isFloat ? 4 : 0;
        }

        if (!any)
        {
            return false;
        }

        if (at < digits.Length)
        {
            if ((digits[at] | 0x20) != 'p' || !TryReadExponent(digits.From(at + 1), out int binary))
            {
                return false;
            }

            exponent += binary;
            isFloat = true;
        }

        if (isFloat)
        {
            double value = Scale(mantissa, isInexact, exponent);
            number = negative ? -value : value;
        }
        else
        {
            number = negative ? (long)(0 - whole) : (long)whole;
        }

        return true;
    }

    /// <summary>The float nearest to <c>mantissa * 2^exponent</c>, or to a little more when that is inexact; the even one of two that are as near.</summary>
    private static double Scale(ulong mantissa, bool isInexact, int exponent)
    {
        if (mantissa == 0)
        {
            return 0;
        }

        int zeros = BitOperations.LeadingZeroCount(mantissa);
        mantissa <<= zeros;
        exponent -= zeros;
        int dropped = Math.Max(ExcessBits, SmallestExponent - exponent);
        if (dropped >= 64)
        {
            bool isMoreThanHalf = mantissa > 1UL << 63 || isInexact;
            return dropped == 64 && isMoreThanHalf ? double.Epsilon : 0;
        }

        ulong kept = mantissa >> dropped;
        ulong rest = mantissa << (64 - dropped);
        if (rest > 1UL << 63 || (rest == 1UL << 63 && (isInexact || (kept & 1) != 0)))
        {
            kept++;
        }

        return Math.ScaleB(kept, exponent + dropped);
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> digits, out int exponent)
    {
        exponent = 0;
        bool negative = !digits.IsEmpty && digits[0] == '-';
        if (!digits.IsEmpty && digits[0] is (byte)'-' or (byte)'+')
        {
            digits = digits.From(1);
        }

        if (digits.IsEmpty)
        {
            return false;
        }

        foreach (byte c in digits)
        {
            uint digit = c - (uint)'0';
            if (digit > 9)
            {
                return false;
            }

            // Beyond this the result is 0 or infinite anyway.
            exponent = Math.Min((exponent * 10) + (int)digit, 100_000_000);
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    private static int HexadecimalDigit(byte c)
    {
        if ((uint)(c - '0') <= 9)
        {
            return c - '0';
        }

        int letter = (c | 0x20) - 'a';
        return (uint)letter <= 5 ? letter + 10 : -1;
    }
}
