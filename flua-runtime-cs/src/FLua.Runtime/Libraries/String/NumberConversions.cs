using System;

namespace FLua.Runtime;

/// <summary>The conversions of <c>string.format</c> for numbers, as C's <c>printf</c> has them.</summary>
internal static class NumberConversions
{
    /// <summary>Room for 100 digits, a point and an exponent.</summary>
    private const int LongestPrecision = 112;

    /// <summary><c>%d</c> and <c>%i</c>.</summary>
    public static void AddDecimal(ref ByteBuffer buffer, ref readonly FormatSpecification specification, long value)
    {
        if (!specification.HasModifiers)
        {
            buffer.AddInteger(value);
            return;
        }

        ulong magnitude = value < 0 ? 0UL - (ulong)value : (ulong)value;
        AddDigits(ref buffer, in specification, specification.Sign(value < 0), magnitude);
    }

    /// <summary><c>%u</c>, <c>%o</c>, <c>%x</c> and <c>%X</c>.</summary>
    public static void AddUnsigned(ref ByteBuffer buffer, ref readonly FormatSpecification specification, ulong value)
    {
        switch (specification.Letter)
        {
            case (byte)'x':
                AddDigits(ref buffer, in specification, specification.Alternative && value != 0 ? "0x"u8 : default, value);
                break;
            case (byte)'X':
                AddDigits(ref buffer, in specification, specification.Alternative && value != 0 ? "0X"u8 : default, value);
                break;
            case (byte)'o':
                AddOctal(ref buffer, in specification, value);
                break;
            default:
                AddDigits(ref buffer, in specification, default, value);
                break;
        }
    }

    /// <summary><c>%e</c>, <c>%f</c>, <c>%g</c>, <c>%a</c> and their capital forms.</summary>
    public static void AddFloat(ref ByteBuffer buffer, ref readonly FormatSpecification specification, double value)
    {
        ReadOnlySpan<byte> sign = specification.Sign(double.IsNegative(value));
        byte letter = specification.Letter;
        bool isCapital = char.IsAsciiLetterUpper((char)letter);
        if (!double.IsFinite(value))
        {
            ReadOnlySpan<byte> name = double.IsNaN(value) ? (isCapital ? "NAN"u8 : "nan"u8) : isCapital ? "INF"u8 : "inf"u8;
            specification.AddNumber(ref buffer, sign, name, mayPadWithZeros: false);
            return;
        }

        var digits = new ByteBuffer(stackalloc byte[512]);
        Span<byte> prefix = stackalloc byte[4];
        sign.CopyTo(prefix);
        int prefixLength = sign.Length;
        switch (letter | 0x20)
        {
            case 'f':
                AddFixed(ref digits, value, specification.Precision < 0 ? 6 : specification.Precision, specification.Alternative);
                break;
            case 'e':
                AddExponential(ref digits, value, specification.Precision < 0 ? 6 : specification.Precision, specification.Alternative, isCapital);
                break;
            case 'g':
                AddGeneral(ref digits, value, specification.Precision < 0 ? 6 : specification.Precision, specification.Alternative, isCapital);
                break;
            default:
                prefix[prefixLength++] = (byte)'0';
                prefix[prefixLength++] = isCapital ? (byte)'X' : (byte)'x';
                HexadecimalFloat.Add(ref digits, value, specification.Precision, specification.Alternative, isCapital);
                break;
        }

        specification.AddNumber(ref buffer, prefix.UpTo(prefixLength), digits.Written, mayPadWithZeros: true);
        digits.Dispose();
    }

    /// <summary>The digits of <c>%.{decimals}f</c>, without sign.</summary>
    private static void AddFixed(ref ByteBuffer buffer, double value, int decimals, bool alternative)
    {
        buffer.Advance(DecimalDigits.Format(Math.Abs(value), 'F', decimals, buffer.Reserve(DecimalDigits.MaxLength)));
        if (decimals == 0 && alternative)
        {
            buffer.Add((byte)'.');
        }
    }

    /// <summary>The digits of <c>%.{decimals}e</c>, without sign.</summary>
    private static void AddExponential(ref ByteBuffer buffer, double value, int decimals, bool alternative, bool isCapital)
    {
        Span<byte> digits = stackalloc byte[LongestPrecision];
        int power = Significant(value, decimals + 1, digits);
        buffer.Add(digits[0]);
        AddPoint(ref buffer, decimals, alternative);
        buffer.Add(digits.Between(1, decimals + 1));
        AddExponent(ref buffer, power, isCapital);
    }

    /// <summary>The digits of <c>%.{precision}g</c>, without sign.</summary>
    private static void AddGeneral(ref ByteBuffer buffer, double value, int precision, bool alternative, bool isCapital)
    {
        precision = Math.Max(precision, 1);
        Span<byte> room = stackalloc byte[LongestPrecision];
        int power = Significant(value, precision, room);
        ReadOnlySpan<byte> digits = room.UpTo(precision);
        bool isExponential = power < -4 || power >= precision;
        if (!alternative)
        {
            digits = DecimalDigits.TrimZeros(digits);
        }

        if (isExponential)
        {
            buffer.Add(room[0]);
            ReadOnlySpan<byte> decimals = digits.From(1);
            AddPoint(ref buffer, decimals.Length, alternative);
            buffer.Add(decimals);
            AddExponent(ref buffer, power, isCapital);
        }
        else if (power < 0)
        {
            buffer.Add("0."u8);
            buffer.AddRepeated((byte)'0', -power - 1);
            buffer.Add(digits);
        }
        else
        {
            // What was trimmed in front of the point comes back.
            int whole = Math.Min(power + 1, digits.Length);
            buffer.Add(digits.UpTo(whole));
            buffer.AddRepeated((byte)'0', power + 1 - whole);
            AddPoint(ref buffer, digits.Length - whole, alternative);
            buffer.Add(digits.From(whole));
        }
    }

    /// <summary>Writes the significant digits of a number; the first stands for ten to the power that is given back.</summary>
    private static int Significant(double value, int count, Span<byte> digits)
    {
        // d.dddE+xxx
        int length = DecimalDigits.Format(Math.Abs(value), 'E', count - 1, digits);
        int mark = digits.UpTo(length).IndexOf((byte)'E');
        int power = 0;
        foreach (byte digit in digits.Between(mark + 2, length))
        {
            power = (power * 10) + (digit - '0');
        }

        bool isNegative = digits[mark + 1] == '-';
        if (count > 1)
        {
            digits.Between(2, count + 1).CopyTo(digits.From(1));
        }

        return isNegative ? -power : power;
    }

    private static void AddPoint(ref ByteBuffer buffer, int decimals, bool alternative)
    {
        if (decimals > 0 || alternative)
        {
            buffer.Add((byte)'.');
        }
    }

    private static void AddExponent(ref ByteBuffer buffer, int power, bool isCapital)
    {
        buffer.Add(isCapital ? (byte)'E' : (byte)'e');
        buffer.Add(power < 0 ? (byte)'-' : (byte)'+');
        int magnitude = Math.Abs(power);
        if (magnitude < 10)
        {
            buffer.Add((byte)'0');
        }

        buffer.AddInteger(magnitude);
    }

    private static void AddOctal(ref ByteBuffer buffer, ref readonly FormatSpecification specification, ulong value)
    {
        Span<byte> digits = stackalloc byte[23];
        int at = digits.Length;
        for (ulong rest = value; rest != 0; rest >>= 3)
        {
            digits[--at] = (byte)('0' + (rest & 7));
        }

        // The alternative form begins with a zero.
        int least = specification.Precision < 0 ? 1 : specification.Precision;
        if (specification.Alternative)
        {
            least = Math.Max(least, digits.Length - at + 1);
        }

        AddPadded(ref buffer, in specification, default, digits.From(at), least);
    }

    private static void AddDigits(
        ref ByteBuffer buffer,
        ref readonly FormatSpecification specification,
        scoped ReadOnlySpan<byte> prefix,
        ulong value)
    {
        // A precision of 0 prints nothing for 0.
        Span<byte> digits = stackalloc byte[IntegerDigits.MaximumLength];
        int count = value == 0 ? 0
            : (specification.Letter | 0x20) == 'x' ? IntegerDigits.WriteHexadecimal(value, digits, specification.Letter == 'X')
            : IntegerDigits.Write(value, digits);
        AddPadded(ref buffer, in specification, prefix, digits.UpTo(count), specification.Precision < 0 ? 1 : specification.Precision);
    }

    /// <summary>Adds digits with zeros in front of them up to a least number.</summary>
    private static void AddPadded(
        ref ByteBuffer buffer,
        ref readonly FormatSpecification specification,
        scoped ReadOnlySpan<byte> prefix,
        scoped ReadOnlySpan<byte> digits,
        int least)
    {
        if (digits.Length >= least)
        {
            specification.AddNumber(ref buffer, prefix, digits, mayPadWithZeros: specification.Precision < 0);
            return;
        }

        Span<byte> padded = stackalloc byte[128];
        padded.UpTo(least - digits.Length).FillWith((byte)'0');
        digits.CopyTo(padded.From(least - digits.Length));
        specification.AddNumber(ref buffer, prefix, padded.UpTo(least), mayPadWithZeros: specification.Precision < 0);
    }
}
