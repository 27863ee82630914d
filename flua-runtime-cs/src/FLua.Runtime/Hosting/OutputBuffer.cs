using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>Buffered output of bytes: standard output of a state, shared by <c>print</c> and <c>io.stdout</c>.</summary>
/// <remarks>It is flushed when it is full, when the program ends or reads standard input, and after each line of a terminal.</remarks>
internal sealed class OutputBuffer
{
    private const int Capacity = 1 << 16;

    private readonly Func<Stream> _open;
    private readonly Action? _beforeWrite;
    private Stream? _stream;
    private byte[] _buffer = [];
    private int _count;

    // How much of the buffer the reference would have written out by now, since its print does so after each line.
    private int _due;

    /// <summary>A buffer in front of a stream that is opened when it is first needed.</summary>
    /// <param name="open">Opens the stream.</param>
    /// <param name="lineBuffered">Whether to write out after each line.</param>
    /// <param name="beforeWrite">What to do before bytes are handed to the stream.</param>
    internal OutputBuffer(Func<Stream> open, bool lineBuffered, Action? beforeWrite = null)
    {
        _open = open;
        _beforeWrite = beforeWrite;
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

    /// <summary>Why bytes were lost, if any were: the last error of the stream.</summary>
    internal IOException? Failure { get; private set; }

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
            bytes.CopyTo(new Span<byte>(_buffer, _count, bytes.Length));
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
        WriteBuffer();
        _stream?.Flush();
    }

    /// <summary>Says that all that is buffered was printed, and so is due before anything else becomes visible.</summary>
    internal void MarkDue() => _due = _count;

    /// <summary>Hands what is due to the stream, as the reference did long ago.</summary>
    internal void FlushDue()
    {
        int due = _due;
        if (due > 0)
        {
            int rest = _count - due;
            _count = 0;
            _due = 0;
            try
            {
                WriteToStream(_buffer.AsSpan(0, due));
            }
            finally
            {
                // What is not due yet is not lost with what is: who flushes it hears of the error.
                _buffer.AsSpan(due, rest).CopyTo(_buffer);
                _count = rest;
            }
        }
    }

    private void WriteBuffer()
    {
        if (_count > 0)
        {
            int count = _count;
            _count = 0;
            _due = 0;
            WriteToStream(new ReadOnlySpan<byte>(_buffer, 0, count));
        }
    }

    private void WriteToStream(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _beforeWrite?.Invoke();
            Stream.Write(bytes);
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            // .NET has other exceptions for a file that is closed, or not open for writing. Those who write look for one.
            Failure = exception as IOException ?? new IOException(exception.Message, SystemError.Of(exception).Number);
            throw Failure;
        }
    }

    private void WriteThrough(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length == 0)
        {
            _buffer = new byte[Capacity];
        }
        else
        {
            WriteBuffer();
        }

        if (bytes.Length >= Capacity)
        {
            WriteToStream(bytes);
        }
        else
        {
            bytes.CopyTo(_buffer);
            _count = bytes.Length;
        }
    }
}
