using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>Standard output of a program that is piped to another one: when the reader is gone, the program ends.</summary>
internal sealed class ProgramOutput : Stream
{
    // EPIPE, the same number wherever pipes break with it.
    private const int BrokenPipe = 32;

    private readonly Stream _stream;
    private readonly Action _end;

    internal ProgramOutput(Stream stream, Action end)
    {
        _stream = stream;
        _end = end;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _stream.Write(buffer);
        }
        catch (IOException broken) when (broken.HResult == BrokenPipe)
        {
            _end();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
