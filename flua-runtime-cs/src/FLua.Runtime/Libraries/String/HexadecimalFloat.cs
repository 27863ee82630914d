using System;

namespace FLua.Runtime;

/// <summary>Floats in hexadecimal: <c>%a</c>.</summary>
internal static class HexadecimalFloat
{
    private const int MantissaBits = 52;

    /// <summary>Adds the digits of a finite float, without sign and <c>0x</c>: <c>1.8p+1</c>.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="value">The float.</param>
    /// <param name="precision">The number of digits behind the point; −1 for as many as it takes.</param>
    /// <param name="alternative">Whether there is a point in any case.</param>
    /// <param name="isCapital">Whether the letters are capitals.</param>
    public static void Add(ref ByteBuffer buffer, double value, int precision, bool alternative, bool isCapital)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        ulong mantissa = bits & ((1UL << MantissaBits) - 1);
        int exponent = (int)(bits >> MantissaBits) & 0x7ff;
        if (exponent != 0)
        {
            mantissa |= 1UL << MantissaBits;
            exponent -= 1023;
        }
        else if (mantissa != 0)
        {
            exponent = -1022;
        }

        if (precision is >= 0 and < MantissaBits / 4)
        {
            mantissa = Round(mantissa, MantissaBits - (4 * precision));
        }

        ReadOnlySpan<byte> letters = isCapital ? "0123456789ABCDEF"u8 : "0123456789abcdef"u8;
        buffer.Add(letters[(int)(mantissa >> MantissaBits)]);
        int digits = precision >= 0 ? precision : DigitsBehindPoint(mantissa);
        if (digits > 0 || alternative)
        {
            buffer.Add((byte)'.');
        }

        for (int i = 1; i <= digits; i++)
        {
            buffer.Add(i <= MantissaBits / 4 ? letters[(int)(mantissa >> (MantissaBits - (4 * i))) & 15] : (byte)'0');
        }

        buffer.Add(isCapital ? (byte)'P' : (byte)'p');
        if (exponent >= 0)
        {
            buffer.Add((byte)'+');
        }

        buffer.AddInteger(exponent);
    }

    private static int DigitsBehindPoint(ulong mantissa)
    {
        int digits = MantissaBits / 4;
        while (digits > 0 && (mantissa & 15) == 0)
        {
            mantissa >>= 4;
            digits--;
        }

        return digits;
    }

    /// <summary>Rounds to a multiple of 2^<paramref name="dropped"/>, ties to even.</summary>
    private static ulong Round(ulong mantissa, int dropped)
    {
        ulong unit = 1UL << dropped;
        ulong rest = mantissa & (unit - 1);
        ulong whole = mantissa - rest;
        bool up = rest > unit / 2 || (rest == unit / 2 && (whole & unit) != 0);
        return up ? whole + unit : whole;
    }
}
