using System;

namespace FLua.Runtime;

/// <summary>Writes numbers as <c>tostring</c> does, without garbage.</summary>
/// <remarks>The conversions of <c>string.format</c> are in the string library.</remarks>
internal static class NumberFormatter
{
    /// <summary>The room that <see cref="Format"/> needs at most.</summary>
    internal const int MaximumLength = 32;

    // The significant digits of tostring: "%.14g".
    private const int DefaultDigits = 14;

    /// <summary>The text of a number, as by <c>tostring</c>.</summary>
    internal static LuaString ToLuaString(LuaValue number)
    {
        Span<byte> buffer = stackalloc byte[MaximumLength];
        return LuaString.Of(buffer.UpTo(Format(number, buffer)));
    }

    /// <summary>Writes a number as <c>tostring</c> does, and gives the length.</summary>
    internal static int Format(LuaValue number, Span<byte> target) =>
        number.o == Tags.Int ? IntegerDigits.Write(number.n, target) : FormatFloat(number.D, target);

    /// <summary>Writes a float as <c>tostring</c> does: "%.14g", and <c>.0</c> behind what would look like an integer.</summary>
    internal static int FormatFloat(double number, Span<byte> target)
    {
        // Most floats that are printed are whole numbers, and those with up to 14 digits are plain.
        if (Math.Abs(number) < 1e14 && number == (long)number && (number != 0 || !double.IsNegative(number)))
        {
            int whole = IntegerDigits.Write((long)number, target);
            ".0"u8.CopyTo(target.From(whole));
            return whole + 2;
        }

        int length = FormatGeneral(number, target);
        if (LooksWhole(target.UpTo(length)))
        {
            ".0"u8.CopyTo(target.From(length));
            length += 2;
        }

        return length;
    }

    private static bool LooksWhole(ReadOnlySpan<byte> text)
    {
        foreach (byte c in text)
        {
            if (c != '-' && (uint)(c - '0') > 9)
            {
                return false;
            }
        }

        return true;
    }

    // "%.14g" of what is no small whole number.
    private static int FormatGeneral(double number, Span<byte> target)
    {
        if (!double.IsFinite(number))
        {
            ReadOnlySpan<byte> name = double.IsNaN(number)
                ? double.IsNegative(number) ? "-nan"u8 : "nan"u8
                : number < 0 ? "-inf"u8 : "inf"u8;
            name.CopyTo(target);
            return name.Length;
        }

        // The exponent after rounding decides the form. .NET rounds the exact value, half to even, as C does: -d.dddE+xxx.
        Span<byte> scientific = stackalloc byte[MaximumLength];
        int length = DecimalDigits.Format(number, 'E', DefaultDigits - 1, scientific);
        int start = scientific[0] == '-' ? 1 : 0;
        int mark = start + DefaultDigits + 1;
        int exponent = ReadExponent(scientific.Between(mark + 1, length));

        // The digits without the point, and without zeros at the end.
        scientific[start + 1] = scientific[start];
        ReadOnlySpan<byte> digits = DecimalDigits.TrimZeros(scientific.Between(start + 1, mark));
        int at = 0;
        if (start > 0)
        {
            target[at++] = (byte)'-';
        }

        if (digits.IsEmpty)
        {
            target[at] = (byte)'0';
            return at + 1;
        }

        if (exponent is < -4 or >= DefaultDigits)
        {
            target[at++] = digits[0];
            if (digits.Length > 1)
            {
                target[at++] = (byte)'.';
                digits.From(1).CopyTo(target.From(at));
                at += digits.Length - 1;
            }

            return at + WriteExponent(exponent, target.From(at));
        }

        if (exponent < 0)
        {
            "0.000"u8.UpTo(1 - exponent).CopyTo(target.From(at));
            at += 1 - exponent;
            digits.CopyTo(target.From(at));
            return at + digits.Length;
        }

        int whole = exponent + 1;
        if (digits.Length <= whole)
        {
            digits.CopyTo(target.From(at));
            target.Part(at + digits.Length, whole - digits.Length).FillWith((byte)'0');
            return at + whole;
        }

        digits.UpTo(whole).CopyTo(target.From(at));
        target[at + whole] = (byte)'.';
        digits.From(whole).CopyTo(target.From(at + whole + 1));
        return at + digits.Length + 1;
    }

    private static int ReadExponent(ReadOnlySpan<byte> digits)
    {
        int exponent = 0;
        foreach (byte c in digits.From(1))
        {
            exponent = (exponent * 10) + c - '0';
        }

        return digits[0] == '-' ? -exponent : exponent;
    }

    // At least two digits, as in C.
    private static int WriteExponent(int exponent, Span<byte> target)
    {
        target[0] = (byte)'e';
        target[1] = exponent < 0 ? (byte)'-' : (byte)'+';
        int rest = Math.Abs(exponent);
        int at = 2;
        if (rest >= 100)
        {
            target[at++] = (byte)('0' + (rest / 100));
            rest %= 100;
        }

        target[at] = (byte)('0' + (rest / 10));
        target[at + 1] = (byte)('0' + (rest % 10));
        return at + 2;
    }
}
