using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace FLua.Runtime;

/// <summary>Standard output of a program, on Unix: when nobody reads it any more, the program ends.</summary>
/// <remarks>
/// The system is called directly. The console's own stream hides that a pipe is broken, and opening it takes a fifth of the time that a
/// program needs to print a line; a file stream keeps a position of its own, while children of the process write behind what we wrote.
/// </remarks>
internal sealed class ProgramOutput : Stream
{
    private const int Descriptor = 1;

    // How long, in milliseconds, to wait for a reader that is slower than a pipe that does not block.
    private const int Patience = 1;

    // Numbers of errors, the same on all systems; "try again" is 11 on Linux and 35 elsewhere.
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    private const int ChunkSize = 1 << 16;

    private readonly Action _end;

    // What is handed to the system, in memory that the collector does not move as long as the process lives.
    private readonly byte[] _chunk = new byte[ChunkSize];
    private readonly nint _address;

    /// <summary>The output of a program that ends itself by <paramref name="end"/>.</summary>
    internal ProgramOutput(Action end)
    {
        _end = end;
        _address = GCHandle.Alloc(_chunk, GCHandleType.Pinned).AddrOfPinnedObject();
    }

    /// <summary>Whether the system can be called so: it is not Windows, and its library of C is found by that name.</summary>
    internal static bool IsSupported
    {
        get
        {
            try
            {
                return !OperatingSystem.IsWindows() && NativeMethods.isatty(Descriptor) >= 0;
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                return false;
            }
        }
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

    /// <summary>Whether standard output is a terminal.</summary>
    internal static bool IsTerminal => NativeMethods.isatty(Descriptor) == 1;

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int count = Math.Min(buffer.Length, ChunkSize);
            buffer[..count].CopyTo(_chunk);
            nint written = NativeMethods.write(Descriptor, _address, count);
            if (written < 0)
            {
                // Nothing was written, so it may be tried again to learn why. A call that keeps the error's number is slow to prepare, and rare.
                written = NativeMethods.WriteForError(Descriptor, _address, count);
            }

            if (written < 0)
            {
                Refuse(Marshal.GetLastPInvokeError());
            }
            else
            {
                buffer = buffer[(int)written..];
            }
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

    // What to do when the system did not write: again, or never.
    private void Refuse(int error)
    {
        if (error == Interrupted)
        {
            return;
        }

        if (error == (OperatingSystem.IsLinux() ? 11 : 35))
        {
            Thread.Sleep(Patience);
            return;
        }

        if (error == BrokenPipe)
        {
            _end();
        }

        throw new IOException("cannot write to standard output", error);
    }

    private static class NativeMethods
    {
#pragma warning disable IDE1006, SA1300, SYSLIB1054 // The names are C's, and generated imports would need unsafe code.
        [DllImport("libc", ExactSpelling = true)]
        public static extern nint write(int file, nint bytes, nint count);

        [DllImport("libc", EntryPoint = "write", ExactSpelling = true, SetLastError = true)]
        public static extern nint WriteForError(int file, nint bytes, nint count);

        [DllImport("libc", ExactSpelling = true)]
        public static extern int isatty(int file);
#pragma warning restore IDE1006, SA1300, SYSLIB1054
    }
}
