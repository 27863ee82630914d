using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>Reads bytes, lines and numerals from a stream, through a buffer of its own.</summary>
internal sealed class FileReader
{
    private const int Capacity = 1 << 15;

    /// <summary>The longest numeral that is read.</summary>
    private const int LongestNumeral = 200;

    private readonly Stream _stream;
    private readonly Action? _beforeRead;
    private byte[] _buffer = [];
    private int _at;
    private int _end;

    /// <summary>A reader of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="beforeRead">What to do before the stream is asked for bytes, which may make the program wait.</param>
    public FileReader(Stream stream, Action? beforeRead = null)
    {
        _stream = stream;
        _beforeRead = beforeRead;
    }

    /// <summary>How many bytes were taken from the stream and not yet read.</summary>
    public int Unread => _end - _at;

    /// <summary>Forgets what was taken from the stream.</summary>
    public void Clear() => _at = _end = 0;

    /// <summary>Whether there is nothing left.</summary>
    public bool IsAtEnd() => _at == _end && !Fill();

    /// <summary>Reads a line; null at the end.</summary>
    public LuaString? ReadLine(bool keepEnd)
    {
        int length = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
        if (length < 0)
        {
            return ReadLongLine(keepEnd);
        }

        LuaString line = LuaString.Of(_buffer.AsSpan(_at, keepEnd ? length + 1 : length));
        _at += length + 1;
        return line;
    }

    /// <summary>Reads all that is left.</summary>
    public LuaString ReadAll()
    {
        var bytes = new ByteBuffer(Capacity);
        try
        {
            if (Remaining() is > Capacity and var expected && ReadExpected(expected, ref bytes) is { } whole)
            {
                return whole;
            }

            bytes.Add(_buffer.AsSpan(_at, Unread));
            Clear();
            while (true)
            {
                _beforeRead?.Invoke();
                int count = _stream.Read(bytes.Reserve(1));
                if (count == 0)
                {
                    return LuaString.Of(bytes.Written);
                }

                bytes.Advance(count);
                bytes.Reserve(Capacity);
            }
        }
        finally
        {
            bytes.Dispose();
        }
    }

    /// <summary>Reads up to a number of bytes; null at the end.</summary>
    public LuaString? ReadBytes(long count)
    {
        if (count <= Unread)
        {
            LuaString piece = LuaString.Of(_buffer.AsSpan(_at, (int)count));
            _at += (int)count;
            return piece;
        }

        var bytes = new ByteBuffer((int)Math.Min(count, Capacity));
        try
        {
            while (count > bytes.Length && (Unread > 0 || Fill()))
            {
                int taken = (int)Math.Min(count - bytes.Length, Unread);
                bytes.Add(_buffer.AsSpan(_at, taken));
                _at += taken;
            }

            return bytes.Length == 0 ? null : LuaString.Of(bytes.Written);
        }
        finally
        {
            bytes.Dispose();
        }
    }

    /// <summary>Reads a numeral as far as one goes; nil when it is none.</summary>
    public LuaValue ReadNumber()
    {
        Span<byte> text = stackalloc byte[LongestNumeral];
        var numeral = new Numeral(this, text);
        while (Peek() is 32 or (>= 9 and <= 13))
        {
            _at++;
        }

        numeral.Accept((byte)'-', (byte)'+');
        int digits = 0;
        bool isHexadecimal = false;
        if (numeral.Accept((byte)'0', (byte)'0'))
        {
            isHexadecimal = numeral.Accept((byte)'x', (byte)'X');
            digits = isHexadecimal ? 0 : 1;
        }

        digits += numeral.AcceptDigits(isHexadecimal);
        if (numeral.Accept((byte)'.', (byte)'.'))
        {
            digits += numeral.AcceptDigits(isHexadecimal);
        }

        if (digits > 0 && numeral.Accept(isHexadecimal ? (byte)'p' : (byte)'e', isHexadecimal ? (byte)'P' : (byte)'E'))
        {
            numeral.Accept((byte)'-', (byte)'+');
            numeral.AcceptDigits(false);
        }

        return !numeral.IsTooLong && NumberParser.TryParse(numeral.Text, out LuaValue number) ? number : default;
    }

    /// <summary>
    /// Reads as many bytes as there probably are straight into the array of a string. When there are fewer or more after all, null,
    /// with what was read in a buffer.
    /// </summary>
    private LuaString? ReadExpected(int expected, ref ByteBuffer bytes)
    {
        byte[] all = GC.AllocateUninitializedArray<byte>(expected);
        int count = Unread;
        _buffer.AsSpan(_at, count).CopyTo(all);
        Clear();
        int more;
        while (count < expected && (more = _stream.Read(all, count, expected - count)) > 0)
        {
            count += more;
        }

        if (count == expected && !Fill())
        {
            return LuaString.Take(all);
        }

        bytes.Add(all.AsSpan(0, count));
        return null;
    }

    private LuaString? ReadLongLine(bool keepEnd)
    {
        var line = new ByteBuffer(256);
        try
        {
            while (Unread > 0 || Fill())
            {
                ReadOnlySpan<byte> unread = _buffer.AsSpan(_at, Unread);
                int length = unread.IndexOf((byte)'\n');
                if (length >= 0)
                {
                    line.Add(unread[..(keepEnd ? length + 1 : length)]);
                    _at += length + 1;
                    return LuaString.Of(line.Written);
                }

                line.Add(unread);
                Clear();
            }

            return line.Length == 0 ? null : LuaString.Of(line.Written);
        }
        finally
        {
            line.Dispose();
        }
    }

    /// <summary>Fills the empty buffer: false at the end.</summary>
    private bool Fill()
    {
        if (_buffer.Length == 0)
        {
            _buffer = new byte[Capacity];
        }

        _beforeRead?.Invoke();
        _at = 0;
        _end = 0;
        _end = _stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }

    /// <summary>The next byte, which stays unread; −1 at the end.</summary>
    private int Peek() => _at < _end || Fill() ? _buffer[_at] : -1;

    /// <summary>How many bytes the rest of a file probably has.</summary>
    private int Remaining()
    {
        if (!_stream.CanSeek)
        {
            return 0;
        }

        long rest = _stream.Length - _stream.Position + Unread;
        return (int)Math.Clamp(rest, 0, 1 << 30);
    }

    /// <summary>A numeral while it is read.</summary>
    private ref struct Numeral(FileReader reader, Span<byte> text)
    {
        private readonly Span<byte> _text = text;
        private int _length;

        public bool IsTooLong { get; private set; }

        public readonly ReadOnlySpan<byte> Text => _text[.._length];

        public bool Accept(byte first, byte second)
        {
            int next = reader.Peek();
            return (next == first || next == second) && Take(next);
        }

        public int AcceptDigits(bool isHexadecimal)
        {
            int count = 0;
            while (reader.Peek() is >= 0 and var next
                && (isHexadecimal ? char.IsAsciiHexDigit((char)next) : char.IsAsciiDigit((char)next))
                && Take(next))
            {
                count++;
            }

            return count;
        }

        private bool Take(int next)
        {
            if (_length >= _text.Length)
            {
                IsTooLong = true;
                return false;
            }

            _text[_length++] = (byte)next;
            reader._at++;
            return true;
        }
    }
}
