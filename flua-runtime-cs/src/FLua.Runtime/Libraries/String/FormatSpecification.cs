using System;
using System.Text;

namespace FLua.Runtime;

/// <summary>A conversion of <c>string.format</c>: <c>%-5.2f</c>. Lua 5.4 §6.4.</summary>
internal struct FormatSpecification
{
    /// <summary>The reference's room for a specification.</summary>
    private const int LongestText = 21;

    private const string FloatFlags = "-+#0 ";
    private const string DecimalFlags = "-+0 ";
    private const string UnsignedFlags = "-0";
    private const string HexadecimalFlags = "-#0";
    private const string TextFlags = "-";

    // Where the conversion's text behind the percent sign is in the format.
    private readonly int _start;
    private readonly int _length;

    /// <summary>Cuts a conversion out of a format, and reads its modifiers.</summary>
    /// <param name="format">The format.</param>
    /// <param name="start">The place behind the percent sign.</param>
    public FormatSpecification(ReadOnlySpan<byte> format, int start)
    {
        int length = 0;
        while (start + length < format.Length && IsModifier(format[start + length]))
        {
            length++;
        }

        int end = Math.Min(start + length + 1, format.Length);
        _start = start;
        _length = end - start;
        IsTooLong = length + 1 > LongestText;
        Letter = _length > 0 ? format[end - 1] : (byte)0;
        IsWellFormed = !HasModifiers || TryRead(format.Between(start, end));
    }

    /// <summary>The place behind the conversion.</summary>
    public readonly int End => _start + _length;

    /// <summary>Whether it is longer than the reference takes.</summary>
    public bool IsTooLong { get; }

    /// <summary>The letter of the conversion; 0 at the end of the format.</summary>
    public byte Letter { get; }

    /// <summary>Whether there are flags, a width or a precision.</summary>
    public readonly bool HasModifiers => _length > 1;

    /// <summary>Whether all modifiers are among those that the conversion takes.</summary>
    public bool IsWellFormed { get; }

    /// <summary>The flag <c>-</c>: padding behind.</summary>
    public bool Left { get; private set; }

    /// <summary>The flag <c>+</c>: a sign in any case.</summary>
    public bool Plus { get; private set; }

    /// <summary>The flag <c>#</c>: the alternative form.</summary>
    public bool Alternative { get; private set; }

    /// <summary>The flag <c>0</c>: padding with zeros.</summary>
    public bool Zero { get; private set; }

    /// <summary>The flag space: a space where a positive number has no sign.</summary>
    public bool Space { get; private set; }

    /// <summary>The least width.</summary>
    public int Width { get; private set; }

    /// <summary>The precision; −1 for none.</summary>
    public int Precision { get; private set; } = -1;

    /// <summary>The conversion's text with the percent sign, for messages.</summary>
    /// <param name="format">The format that it was cut out of.</param>
    public readonly string Text(ReadOnlySpan<byte> format) => "%" + Encoding.Latin1.GetString(format.Part(_start, _length));

    // Reads the modifiers: false when one is not among those that the conversion takes.
    private bool TryRead(ReadOnlySpan<byte> text)
    {
        (string flags, bool takesPrecision) = Letter switch
        {
            (byte)'d' or (byte)'i' => (DecimalFlags, true),
            (byte)'u' => (UnsignedFlags, true),
            (byte)'o' or (byte)'x' or (byte)'X' => (HexadecimalFlags, true),
            (byte)'a' or (byte)'A' or (byte)'f' or (byte)'e' or (byte)'E' or (byte)'g' or (byte)'G' => (FloatFlags, true),
            (byte)'s' => (TextFlags, true),
            _ => (TextFlags, false),
        };
        int at = 0;
        while (at < text.Length && IsAmong(text[at], flags))
        {
            switch (text[at++])
            {
                case (byte)'-':
                    Left = true;
                    break;
                case (byte)'+':
                    Plus = true;
                    break;
                case (byte)'#':
                    Alternative = true;
                    break;
                case (byte)'0':
                    Zero = true;
                    break;
                default:
                    Space = true;
                    break;
            }
        }

        if (at < text.Length && text[at] != '0')
        {
            Width = ReadNumber(text, ref at);
            if (takesPrecision && at < text.Length && text[at] == '.')
            {
                at++;
                Precision = ReadNumber(text, ref at);
            }
        }

        return at < text.Length && char.IsAsciiLetter((char)text[at]);
    }

    private static bool IsAmong(byte letter, ReadOnlySpan<char> flags)
    {
        foreach (char flag in flags)
        {
            if (flag == letter)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a text, cut to the precision and padded to the width.</summary>
    public readonly void AddText(ref ByteBuffer buffer, scoped ReadOnlySpan<byte> text)
    {
        if (Precision >= 0 && Precision < text.Length)
        {
            text = text.UpTo(Precision);
        }

        int padding = Width - text.Length;
        if (!Left)
        {
            buffer.AddRepeated((byte)' ', padding);
        }

        buffer.Add(text);
        if (Left)
        {
            buffer.AddRepeated((byte)' ', padding);
        }
    }

    /// <summary>Adds a number: its sign or prefix, zeros if they are asked for, its digits, and spaces around.</summary>
    public readonly void AddNumber(ref ByteBuffer buffer, scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> digits, bool mayPadWithZeros)
    {
        int padding = Width - prefix.Length - digits.Length;
        bool zeros = Zero && !Left && mayPadWithZeros;
        if (!Left && !zeros)
        {
            buffer.AddRepeated((byte)' ', padding);
        }

        buffer.Add(prefix);
        if (zeros)
        {
            buffer.AddRepeated((byte)'0', padding);
        }

        buffer.Add(digits);
        if (Left)
        {
            buffer.AddRepeated((byte)' ', padding);
        }
    }

    /// <summary>The sign of a number as the flags want it.</summary>
    public readonly ReadOnlySpan<byte> Sign(bool isNegative)
    {
        if (isNegative)
        {
            return "-"u8;
        }

        return Plus ? "+"u8 : Space ? " "u8 : default;
    }

    private static bool IsModifier(byte value) =>
        value is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-' or (byte)'+' or (byte)' ' or (byte)'#';

    // At most two digits.
    private static int ReadNumber(ReadOnlySpan<byte> text, ref int at)
    {
        int number = 0;
        for (int i = 0; i < 2 && at < text.Length && char.IsAsciiDigit((char)text[at]); i++)
        {
            number = (number * 10) + (text[at++] - '0');
        }

        return number;
    }
}
