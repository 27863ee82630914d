using System;
using System.Text;

namespace FLua.Runtime;

/// <summary>A conversion of <c>string.format</c>: <c>%-5.2f</c>.</summary>
internal ref struct FormatSpecification
{
    /// <summary>The reference's room for a specification.</summary>
    private const int LongestText = 21;

    /// <summary>The conversion's text behind the percent sign.</summary>
    private readonly ReadOnlySpan<byte> _text;

    private FormatSpecification(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>The letter of the conversion; 0 at the end of the format.</summary>
    public readonly byte Letter => _text.Length > 0 ? _text[^1] : (byte)0;

    /// <summary>Whether there are flags, a width or a precision.</summary>
    public readonly bool HasModifiers => _text.Length > 1;

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
    public readonly string Text => "%" + Encoding.Latin1.GetString(_text);

    /// <summary>Cuts a conversion out of a format and steps behind it. False when it is too long.</summary>
    /// <param name="format">The format.</param>
    /// <param name="at">The place behind the percent sign; then, behind the conversion.</param>
    /// <param name="specification">The conversion, whose modifiers are not read yet.</param>
    public static bool TryCut(ReadOnlySpan<byte> format, scoped ref int at, out FormatSpecification specification)
    {
        int length = 0;
        while (at + length < format.Length && IsModifier(format[at + length]))
        {
            length++;
        }

        int end = Math.Min(at + length + 1, format.Length);
        specification = new FormatSpecification(format.Between(at, end));
        at = end;
        return length + 1 <= LongestText;
    }

    /// <summary>Reads the modifiers: false when one is not among those that the conversion takes.</summary>
    public bool TryRead(ReadOnlySpan<char> flags, bool takesPrecision)
    {
        int at = 0;
        while (at < _text.Length && IsAmong(_text[at], flags))
        {
            switch (_text[at++])
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

        if (at < _text.Length && _text[at] != '0')
        {
            Width = ReadNumber(ref at);
            if (takesPrecision && at < _text.Length && _text[at] == '.')
            {
                at++;
                Precision = ReadNumber(ref at);
            }
        }

        return at < _text.Length && char.IsAsciiLetter((char)_text[at]);
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
    private readonly int ReadNumber(ref int at)
    {
        int number = 0;
        for (int i = 0; i < 2 && at < _text.Length && char.IsAsciiDigit((char)_text[at]); i++)
        {
            number = (number * 10) + (_text[at++] - '0');
        }

        return number;
    }
}
