using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>An open or closed file: what a file handle of Lua code stands for. Lua 5.4 §6.8.</summary>
internal sealed class LuaFile
{
    private readonly Stream? _stream;

    // The number of a standard file for the system; negative for other files, and where a host has put something else in its place.
    private readonly int _descriptor = -1;
    private FileReader? _reader;

    /// <summary>A file on a stream of its own.</summary>
    public LuaFile(Stream stream)
    {
        _stream = stream;
        CanRead = stream.CanRead;
        CanWrite = stream.CanWrite;
        Output = new OutputBuffer(() => stream, lineBuffered: false);
    }

    /// <summary>A directory: it can be opened for reading, but nothing can be read.</summary>
    public LuaFile()
    {
        IsDirectory = true;
        Output = new OutputBuffer(() => Stream.Null, lineBuffered: false);
        GC.SuppressFinalize(this);
    }

    private LuaFile(FileReader? reader, OutputBuffer output, int descriptor)
    {
        _descriptor = descriptor;
        _reader = reader;
        Output = output;
        CanRead = reader != null;
        CanWrite = reader == null;
        IsStandard = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>Flushes and closes a file that nobody can reach any more.</summary>
    ~LuaFile()
    {
        if (!IsClosed)
        {
            TryClose();
        }
    }

    /// <summary>Whether the file was closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether this is standard input, output or error, which programs cannot close.</summary>
    public bool IsStandard { get; }

    /// <summary>Whether this is a directory.</summary>
    public bool IsDirectory { get; }

    /// <summary>Whether the file is open for reading.</summary>
    public bool CanRead { get; }

    /// <summary>Whether the file is open for writing.</summary>
    public bool CanWrite { get; }

    /// <summary>What is written; flush it before anything else is done with the file.</summary>
    public OutputBuffer Output { get; }

    /// <summary>The process at the other end of the pipe that this file is; null for other files.</summary>
    public ProcessPipe? Process { get; init; }

    /// <summary>Standard input.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="beforeRead">What to do before the stream is asked for bytes.</param>
    /// <param name="descriptor">The number of the file for the system; negative when it has none.</param>
    public static LuaFile OfInput(Stream stream, Action beforeRead, int descriptor) =>
        new(new FileReader(stream, beforeRead), new OutputBuffer(() => Stream.Null, lineBuffered: false), descriptor);

    /// <summary>Standard output or error.</summary>
    /// <param name="output">The output.</param>
    /// <param name="descriptor">The number of the file for the system; negative when it has none.</param>
    public static LuaFile OfOutput(OutputBuffer output, int descriptor) => new(null, output, descriptor);

    /// <summary>The reader of the file, with what was written before on its way to the file.</summary>
    public FileReader Reader
    {
        get
        {
            if (CanWrite)
            {
                Output.Flush();
            }

            return _reader ??= new FileReader(_stream!);
        }
    }

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_reader != null)
        {
            DropUnread();
        }

        Output.Write(bytes);
    }

    /// <summary>Moves to a position, and gives it; null when there is no such position.</summary>
    public long? Seek(long offset, SeekOrigin origin)
    {
        Output.Flush();
        int unread = _reader == null ? 0 : _reader.Unread;
        if (_stream is not { } stream)
        {
            long position = StandardFile.Seek(_descriptor, origin == SeekOrigin.Current ? offset - unread : offset, origin);
            _reader?.Clear();
            return position;
        }

        long current = stream.Position - unread;
        if (origin == SeekOrigin.Current && offset == 0)
        {
            return current;
        }

        long start = origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => current, _ => stream.Length };
        long target = unchecked(start + offset);
        if (target < 0)
        {
            return null;
        }

        _reader?.Clear();
        stream.Position = target;
        return target;
    }

    /// <summary>Whether the file has positions.</summary>
    public bool CanSeek => _stream is { CanSeek: true } || (_descriptor >= 0 && StandardFile.HasPositions);

    /// <summary>Flushes and closes; false, and the error, when what was written could not be.</summary>
    public bool TryClose(out SystemError error)
    {
        IsClosed = true;
        GC.SuppressFinalize(this);
        error = default;
        bool flushed = true;
        try
        {
            Output.Flush();
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            error = SystemError.Of(exception);
            flushed = false;
        }

        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // Closing gives nothing to report that flushing did not.
        }

        return flushed;
    }

    /// <summary>Closes, and takes no notice of errors.</summary>
    public void TryClose() => TryClose(out _);

    /// <summary>Flushes, and takes no notice of errors.</summary>
    public void TryFlush()
    {
        try
        {
            Output.Flush();
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            // At the end of a program nobody is left to hear of it.
        }
    }

    // Writing goes on where the program has read to, not where the buffer has.
    private void DropUnread()
    {
        int unread = _reader!.Unread;
        if (unread > 0 && _stream is { CanSeek: true })
        {
            _stream.Seek(-unread, SeekOrigin.Current);
            _reader.Clear();
        }
    }
}
