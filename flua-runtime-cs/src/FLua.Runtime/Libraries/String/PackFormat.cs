using System;

namespace FLua.Runtime;

/// <summary>What an option of <c>string.pack</c> stands for.</summary>
internal enum PackKind
{
    /// <summary>A signed integer.</summary>
    Signed,

    /// <summary>An unsigned integer.</summary>
    Unsigned,

    /// <summary>A float of four bytes.</summary>
    Float,

    /// <summary>A float of eight bytes.</summary>
    Double,

    /// <summary>A string of a fixed size.</summary>
    FixedString,

    /// <summary>A string behind its length.</summary>
    CountedString,

    /// <summary>A string that a zero byte ends.</summary>
    ZeroString,

    /// <summary>A byte of padding.</summary>
    Padding,

    /// <summary>An alignment without an item.</summary>
    Alignment,

    /// <summary>A setting.</summary>
    None,
}

/// <summary>Reads the format of <c>pack</c>, <c>packsize</c> and <c>unpack</c>, option by option. Lua 5.4 §6.4.2.</summary>
internal ref struct PackFormat
{
    private const int MaxIntegerSize = 16;

    /// <summary>The alignment that the reference's compiler gives its largest types.</summary>
    private const int NativeAlignment = 8;

    private readonly LuaState L;
    private readonly ReadOnlySpan<byte> _text;
    private int _at;
    private int _maxAlignment;

    /// <summary>Starts to read a format, which ends at its first zero byte.</summary>
    public PackFormat(LuaState state, ReadOnlySpan<byte> text)
    {
        L = state;
        int zero = text.IndexOf((byte)0);
        _text = zero < 0 ? text : text[..zero];
        _at = 0;
        _maxAlignment = 1;
        IsLittle = BitConverter.IsLittleEndian;
        Kind = PackKind.None;
    }

    /// <summary>Whether the bytes of numbers go from the lowest to the highest.</summary>
    public bool IsLittle { get; private set; }

    /// <summary>What the option that was read last stands for.</summary>
    public PackKind Kind { get; private set; }

    /// <summary>Its size.</summary>
    public int Size { get; private set; }

    /// <summary>The padding in front of it.</summary>
    public int Padding { get; private set; }

    /// <summary>Whether the format is read to its end.</summary>
    public readonly bool IsAtEnd => _at >= _text.Length;

    /// <summary>Reads an option: false with an error pending.</summary>
    /// <param name="position">How many bytes are packed already; the alignment depends on it.</param>
    public bool TryNext(long position)
    {
        if (!TryReadOption(out PackKind kind, out int size))
        {
            return false;
        }

        int alignment = size;
        if (kind == PackKind.Alignment)
        {
            // The alignment is that of the option behind it, which is then over.
            if (IsAtEnd)
            {
                return BadNextOption();
            }

            if (!TryReadOption(out PackKind next, out alignment))
            {
                return false;
            }

            if (next == PackKind.FixedString || alignment == 0)
            {
                return BadNextOption();
            }
        }

        Kind = kind;
        Size = size;
        Padding = 0;
        if (alignment <= 1 || kind == PackKind.FixedString)
        {
            return true;
        }

        alignment = Math.Min(alignment, _maxAlignment);
        if ((alignment & (alignment - 1)) != 0)
        {
            L.ArgumentError(1, "format asks for alignment not power of 2");
            return false;
        }

        Padding = (alignment - (int)(position & (alignment - 1))) & (alignment - 1);
        return true;
    }

    private readonly bool BadNextOption()
    {
        L.ArgumentError(1, "invalid next option for option 'X'");
        return false;
    }

    private bool TryReadOption(out PackKind kind, out int size)
    {
        byte option = _text[_at++];
        (kind, size) = option switch
        {
            (byte)'b' => (PackKind.Signed, 1),
            (byte)'B' => (PackKind.Unsigned, 1),
            (byte)'h' => (PackKind.Signed, 2),
            (byte)'H' => (PackKind.Unsigned, 2),
            (byte)'l' or (byte)'j' => (PackKind.Signed, 8),
            (byte)'L' or (byte)'J' or (byte)'T' => (PackKind.Unsigned, 8),
            (byte)'i' => (PackKind.Signed, 4),
            (byte)'I' => (PackKind.Unsigned, 4),
            (byte)'f' => (PackKind.Float, 4),
            (byte)'d' or (byte)'n' => (PackKind.Double, 8),
            (byte)'s' => (PackKind.CountedString, 8),
            (byte)'c' => (PackKind.FixedString, -1),
            (byte)'z' => (PackKind.ZeroString, 0),
            (byte)'x' => (PackKind.Padding, 1),
            (byte)'X' => (PackKind.Alignment, 0),
            _ => (PackKind.None, 0),
        };
        switch (option)
        {
            case (byte)'i' or (byte)'I' or (byte)'s':
                return TryReadSize(ref size);
            case (byte)'c':
                size = ReadNumber(-1);
                if (size == -1)
                {
                    L.Error("missing size for format option 'c'");
                    return false;
                }

                return true;
            case (byte)'<':
                IsLittle = true;
                return true;
            case (byte)'>':
                IsLittle = false;
                return true;
            case (byte)'=':
                IsLittle = BitConverter.IsLittleEndian;
                return true;
            case (byte)'!':
                int alignment = NativeAlignment;
                bool read = TryReadSize(ref alignment);
                _maxAlignment = alignment;
                return read;
            case (byte)' ':
                return true;
            default:
                if (kind == PackKind.None)
                {
                    L.Error("invalid format option '" + (char)option + "'");
                    return false;
                }

                return true;
        }
    }

    /// <summary>Reads a size if there is one: false with an error pending when it is out of the limits.</summary>
    private bool TryReadSize(ref int size)
    {
        size = ReadNumber(size);
        if (size is > MaxIntegerSize or <= 0)
        {
            L.Error($"integral size ({size}) out of limits [1,{MaxIntegerSize}]");
            return false;
        }

        return true;
    }

    private int ReadNumber(int absent)
    {
        if (!IsDigit())
        {
            return absent;
        }

        int number = 0;
        do
        {
            number = (number * 10) + (_text[_at++] - '0');
        }
        while (IsDigit() && number <= (int.MaxValue - 9) / 10);

        return number;
    }

    private readonly bool IsDigit() => !IsAtEnd && char.IsAsciiDigit((char)_text[_at]);
}
