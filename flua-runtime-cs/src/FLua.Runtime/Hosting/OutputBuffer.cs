using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>Buffered output of bytes: standard output of a state, shared by <c>print</c> and <c>io.stdout</c>.</summary>
/// <remarks>It is flushed when it is full, when the program ends or reads standard input, and after each line of a terminal.</remarks>
internal sealed class OutputBuffer
{
    private const int Capacity = 1 << 16;

    private readonly Func<Stream> _open;
    private Stream? _stream;
    private byte[] _buffer = [];
    private int _count;

    /// <summary>A buffer in front of a stream that is opened when it is first needed.</summary>
    internal OutputBuffer(Func<Stream> open, bool lineBuffered)
    {
        _open = open;
        Mode = lineBuffered ? BufferMode.Line : BufferMode.Full;
    }

    /// <summary>When the buffer is written out.</summary>
    internal enum BufferMode
    {
        /// <summary>When it is full.</summary>
        Full,

        /// <summary>After each line.</summary>
        Line,

        /// <summary>At once.</summary>
        None,
    }

    /// <summary>When the buffer is written out: as by <c>setvbuf</c>.</summary>
    internal BufferMode Mode { get; set; }

    /// <summary>The stream behind the buffer.</summary>
    internal Stream Stream => _stream ??= _open();

    /// <summary>Writes bytes; an <see cref="IOException"/> says that the stream refused them.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _count)
        {
            WriteThrough(bytes);
        }
        else
        {
            bytes.CopyTo(_buffer.AsSpan(_count));
            _count += bytes.Length;
        }

        if (Mode != BufferMode.Full && (Mode == BufferMode.None || bytes.Contains((byte)'\n')))
        {
            Flush();
        }
    }

    /// <summary>Writes one byte.</summary>
    internal void WriteByte(byte value) => Write([value]);

    /// <summary>Hands everything that is buffered to the stream.</summary>
    internal void Flush()
    {
        if (_count > 0)
        {
            int count = _count;
            _count = 0;
            Stream.Write(_buffer, 0, count);
        }

        _stream?.Flush();
    }

    private void WriteThrough(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length == 0)
        {
            _buffer = new byte[Capacity];
        }
        else
        {
            int count = _count;
            _count = 0;
            Stream.Write(_buffer, 0, count);
        }

        if (bytes.Length >= Capacity)
        {
            Stream.Write(bytes);
        }
        else
        {
            bytes.CopyTo(_buffer);
            _count = bytes.Length;
        }
    }
}
