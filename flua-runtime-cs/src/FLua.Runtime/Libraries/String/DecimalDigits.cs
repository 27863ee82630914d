using System;
using System.Globalization;

namespace FLua.Runtime;

/// <summary>The decimal digits of floats of everyday size, several times as fast as .NET finds them.</summary>
/// <remarks>
/// A float is <c>m · 2^e</c>, and what is wanted is the integer nearest to <c>m · 2^e · 10^p</c>, of two that are as near the even one. Where
/// the product fits in 128 bits, that is a multiplication and a shift, and exact.
/// </remarks>
internal static class DecimalDigits
{
    /// <summary>10^22 times a mantissa is below 2^127.</summary>
    private const int LargestPower = 22;

    /// <summary>10^19 is below 2^64.</summary>
    private const int LargestSmallPower = 19;

    private static readonly UInt128[] Powers = MakePowers();

    private static readonly ulong[] SmallPowers = Array.ConvertAll(Powers[..(LargestSmallPower + 1)], static power => (ulong)power);

    /// <summary>Room for any float with at most 99 digits behind the point.</summary>
    public const int MaxLength = 309 + 99 + 4;

    /// <summary>Writes a finite float as .NET's formats <c>F</c> (<c>-12.50</c>) and <c>E</c> (<c>-1.25E+001</c>) do; gives the length.</summary>
    /// <remarks>.NET rounds the exact value, half to even, as C does.</remarks>
    public static int Format(double number, char form, int precision, Span<byte> target)
    {
        if (!TryFormat(number, form, precision, target, out int length))
        {
            ReadOnlySpan<char> format = [form, (char)('0' + (precision / 10)), (char)('0' + (precision % 10))];
            number.TryFormat(target, out length, format, CultureInfo.InvariantCulture);
        }

        return length;
    }

    // False when the number is too large, too small or wanted too precisely.
    private static bool TryFormat(double number, char form, int precision, Span<byte> target, out int length)
    {
        length = 0;
        double magnitude = Math.Abs(number);
        if (!(magnitude is 0 or (>= 1e-5 and < 1e15)) || precision > 17)
        {
            return false;
        }

        if (double.IsNegative(number))
        {
            target[0] = (byte)'-';
            length = 1;
        }

        length += form == 'F' ? WriteFixed(magnitude, precision, target[length..]) : WriteExponential(magnitude, precision, target[length..]);
        return true;
    }

    private static int WriteFixed(double number, int precision, Span<byte> target)
    {
        UInt128 scaled = TryScale(number, precision, out ulong quick) ? quick : Scale(number, precision);
        if (precision == 0)
        {
            return Write(scaled, target);
        }

        if (scaled > ulong.MaxValue)
        {
            return WriteFixed(scaled, precision, target);
        }

        ulong power = SmallPowers[precision];
        ulong digits = (ulong)scaled;
        ulong whole = digits / power;
        int length = Write(whole, target);
        target[length++] = (byte)'.';
        WriteTrailing(digits - (whole * power), target.Slice(length, precision));
        return length + precision;
    }

    private static int WriteFixed(UInt128 scaled, int precision, Span<byte> target)
    {
        // Below 1e15 and with 17 digits behind the point, both parts fit in 64 bits.
        (UInt128 whole, UInt128 rest) = UInt128.DivRem(scaled, Powers[precision]);
        int length = Write(whole, target);
        target[length++] = (byte)'.';
        WriteTrailing((ulong)rest, target.Slice(length, precision));
        return length + precision;
    }

    private static int WriteExponential(double number, int precision, Span<byte> target)
    {
        int power = 0;
        ulong digits = 0;
        if (number != 0)
        {
            // The estimate can be off by one, and rounding can carry into one more digit: then the number of digits tells.
            ulong limit = SmallPowers[precision + 1];
            power = (int)Math.Floor(Math.Log10(number));
            while (true)
            {
                UInt128 scaled = TryScale(number, precision - power, out ulong quick) ? quick : Scale(number, precision - power);
                if (scaled >= limit)
                {
                    power++;
                }
                else if (scaled < limit / 10)
                {
                    power--;
                }
                else
                {
                    digits = (ulong)scaled;
                    break;
                }
            }
        }

        WriteTrailing(digits, target.Slice(1, precision + 1));
        target[0] = target[1];
        int length = 1;
        if (precision > 0)
        {
            target[1] = (byte)'.';
            length = precision + 2;
        }

        target[length++] = (byte)'E';
        target[length++] = power < 0 ? (byte)'-' : (byte)'+';
        WriteTrailing((ulong)Math.Abs(power), target.Slice(length, 3));
        return length + 3;
    }

    /// <summary>The integer nearest to a number times a power of ten, where the power and the result fit in 64 bits.</summary>
    private static bool TryScale(double number, int power, out ulong scaled)
    {
        scaled = 0;
        ulong bits = BitConverter.DoubleToUInt64Bits(number);
        int shift = 1075 - (int)(bits >> 52);
        if ((uint)power > LargestSmallPower || shift is <= 0 or >= 128)
        {
            return number == 0;
        }

        ulong high = Math.BigMul((bits & ((1UL << 52) - 1)) | (1UL << 52), SmallPowers[power], out ulong low);
        ulong rest;
        if (shift < 64)
        {
            if (high >> shift != 0)
            {
                return false;
            }

            scaled = (high << (64 - shift)) | (low >> shift);
            rest = low << (64 - shift);
        }
        else
        {
            // What is shifted out, as a fraction of 64 bits; bits below those only matter for a tie.
            int far = shift - 64;
            scaled = far == 0 ? high : high >> far;
            rest = far == 0 ? low : (high << (64 - far)) | (low >> far);
            rest |= far > 0 && (low << (64 - far)) != 0 ? 1UL : 0;
        }

        const ulong Half = 1UL << 63;
        if (rest > Half || (rest == Half && (scaled & 1) != 0))
        {
            scaled++;
        }

        return true;
    }

    /// <summary>The integer nearest to a number times a power of ten.</summary>
    private static UInt128 Scale(double number, int power)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(number);
        int exponent = (int)(bits >> 52) - 1075;
        UInt128 mantissa = number == 0 ? UInt128.Zero : (bits & ((1UL << 52) - 1)) | (1UL << 52);
        if (power < 0)
        {
            // Only numbers below 1e15 come here, so the exponent is negative, or a few bits.
            UInt128 divisor = Powers[-power];
            UInt128 shifted = exponent >= 0 ? mantissa << exponent : mantissa;
            divisor <<= Math.Max(-exponent, 0);
            (UInt128 whole, UInt128 rest) = UInt128.DivRem(shifted, divisor);
            return whole + RoundUp(rest << 1, divisor, whole);
        }

        UInt128 product = mantissa * Powers[power];
        if (exponent >= 0)
        {
            return product << exponent;
        }

        int shift = -exponent;
        if (shift >= 128)
        {
            return UInt128.Zero;
        }

        UInt128 quotient = product >> shift;
        return quotient + RoundUp(product - (quotient << shift), UInt128.One << (shift - 1), quotient);
    }

    /// <summary>1 when a rest above the half, or the half itself behind an odd number, rounds up.</summary>
    private static UInt128 RoundUp(UInt128 rest, UInt128 half, UInt128 whole) =>
        rest > half || (rest == half && (whole & UInt128.One) != UInt128.Zero) ? UInt128.One : UInt128.Zero;

    private static int Write(UInt128 value, Span<byte> target)
    {
        ((ulong)value).TryFormat(target, out int length, default, CultureInfo.InvariantCulture);
        return length;
    }

    /// <summary>Fills a target with the last digits of a number, zeros in front.</summary>
    private static void WriteTrailing(ulong value, Span<byte> target)
    {
        for (int i = target.Length - 1; i >= 0; i--)
        {
            ulong rest = value / 10;
            target[i] = (byte)('0' + (value - (rest * 10)));
            value = rest;
        }
    }

    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[LargestPower + 1];
        powers[0] = UInt128.One;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
