using System;
using System.Globalization;

namespace FLua.Runtime;

/// <summary>The decimal digits of floats of everyday size, several times as fast as .NET finds them.</summary>
/// <remarks>
/// A float is <c>m · 2^e</c>, and what is wanted is the integer nearest to <c>m · 2^e · 10^p</c>, of two that are as near the even one. Where
/// the product fits in 128 bits and the result in 64, that is a multiplication and a shift, and exact. The 128 bits are two words here:
/// a method that uses <see cref="UInt128"/> is not precompiled.
/// </remarks>
internal static class DecimalDigits
{
    /// <summary>10^22 times a mantissa is below 2^127.</summary>
    private const int LargestPower = 22;

    /// <summary>10^19 is below 2^64.</summary>
    private const int LargestSmallPower = 19;

    private static readonly ulong[] SmallPowers = MakePowers();

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

        int sign = 0;
        if (double.IsNegative(number))
        {
            target[0] = (byte)'-';
            sign = 1;
        }

        bool isDone = form == 'F'
            ? TryWriteFixed(magnitude, precision, target.From(sign), out length)
            : TryWriteExponential(magnitude, precision, target.From(sign), out length);
        length += sign;
        return isDone;
    }

    private static bool TryWriteFixed(double number, int precision, Span<byte> target, out int length)
    {
        length = 0;
        if (!TryScale(number, precision, out ulong digits))
        {
            return false;
        }

        ulong power = SmallPowers[precision];
        ulong whole = digits / power;
        length = IntegerDigits.Write(whole, target);
        if (precision > 0)
        {
            target[length++] = (byte)'.';
            IntegerDigits.WriteTrailing(digits - (whole * power), target.Part(length, precision));
            length += precision;
        }

        return true;
    }

    private static bool TryWriteExponential(double number, int precision, Span<byte> target, out int length)
    {
        length = 0;
        int power = 0;
        ulong digits = 0;
        if (number != 0)
        {
            // The estimate can be off by one, and rounding can carry into one more digit: then the number of digits tells.
            ulong limit = SmallPowers[precision + 1];
            power = (int)Math.Floor(Math.Log10(number));
            while (true)
            {
                if (!TryScale(number, precision - power, out digits))
                {
                    return false;
                }

                if (digits >= limit)
                {
                    power++;
                }
                else if (digits < limit / 10 || (digits == limit / 10 && HasMoreDigits(number, precision - power + 1, limit)))
                {
                    power--;
                }
                else
                {
                    break;
                }
            }
        }

        IntegerDigits.WriteTrailing(digits, target.Part(1, precision + 1));
        target[0] = target[1];
        length = 1;
        if (precision > 0)
        {
            target[1] = (byte)'.';
            length = precision + 2;
        }

        target[length++] = (byte)'E';
        target[length++] = power < 0 ? (byte)'-' : (byte)'+';
        IntegerDigits.WriteTrailing((ulong)Math.Abs(power), target.Part(length, 3));
        length += 3;
        return true;
    }

    // An estimate that is one too high gives the lowest number of so many digits when what it should have given is rounded up: 99.96 as 1.00e2.
    private static bool HasMoreDigits(double number, int power, ulong limit) => TryScale(number, power, out ulong digits) && digits < limit;

    /// <summary>The integer nearest to a number times a power of ten. Not when that has more than 64 bits.</summary>
    private static bool TryScale(double number, int power, out ulong scaled)
    {
        scaled = 0;
        if (number == 0)
        {
            return true;
        }

        // What comes here is from 1e-5 to 1e15: no subnormal number, and always one that is to be shifted right, by 3 to 69 bits.
        ulong bits = BitConverter.DoubleToUInt64Bits(number);
        ulong mantissa = (bits & ((1UL << 52) - 1)) | (1UL << 52);
        int shift = 1075 - (int)(bits >> 52);
        if (power < 0)
        {
            scaled = Divide(mantissa, shift, SmallPowers[-power]);
            return true;
        }

        if (power > LargestPower)
        {
            return false;
        }

        ulong high = Math.BigMul(mantissa, SmallPowers[Math.Min(power, LargestSmallPower)], out ulong low);
        if (power > LargestSmallPower)
        {
            ulong more = SmallPowers[power - LargestSmallPower];
            high = (high * more) + Math.BigMul(low, more, out low);
        }

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
            scaled = high >> far;
            rest = far == 0 ? low : (high << (64 - far)) | (low >> far);
            rest |= far > 0 && (low << (64 - far)) != 0 ? 1UL : 0;
        }

        const ulong Half = 1UL << 63;
        if (rest > Half || (rest == Half && (scaled & 1) != 0))
        {
            scaled++;
            return scaled != 0;
        }

        return true;
    }

    /// <summary>The integer nearest to <c>mantissa / (2^shift · divisor)</c>, for a number that is larger than the divisor, so that the shift is less than 53.</summary>
    private static ulong Divide(ulong mantissa, int shift, ulong divisor)
    {
        ulong whole = (mantissa >> shift) / divisor;
        ulong rest = mantissa - ((whole * divisor) << shift);

        // Twice the rest against the divisor, in units of 2^shift.
        ulong twice = (rest << 1) >> shift;
        bool hasMore = ((rest << 1) & ((1UL << shift) - 1)) != 0;
        bool isUp = twice > divisor || (twice == divisor && (hasMore || (whole & 1) != 0));
        return isUp ? whole + 1 : whole;
    }

    /// <summary>Digits without the zeros at their end.</summary>
    public static ReadOnlySpan<byte> TrimZeros(ReadOnlySpan<byte> digits)
    {
        int length = digits.Length;
        while (length > 0 && digits[length - 1] == '0')
        {
            length--;
        }

        return digits.UpTo(length);
    }

    private static ulong[] MakePowers()
    {
        var powers = new ulong[LargestSmallPower + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
