using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace FLua.Runtime;

/// <summary>The process's own streams, environment and exit.</summary>
internal sealed class ConsolePlatform : ILuaPlatform
{
    // How a shell shows a program that SIGPIPE ended.
    private const int BrokenPipeCode = 141;

    private readonly bool _ownsProcess;

    /// <summary>The platform of a program, which ends quietly when nobody reads its output any more, or of a host, which decides itself.</summary>
    internal ConsolePlatform(bool ownsProcess) => _ownsProcess = ownsProcess;

    /// <summary>Whether the process is a program of its own.</summary>
    internal bool OwnsProcess => _ownsProcess;

    /// <inheritdoc/>
    public bool IsOutputTerminal => !Console.IsOutputRedirected;

    /// <inheritdoc/>
    public Stream OpenStandardInput() => Console.OpenStandardInput();

    /// <inheritdoc/>
    public Stream OpenStandardOutput() => _ownsProcess && OpenPipe() is { } pipe
        ? new ProgramOutput(pipe, () => Exit(BrokenPipeCode))
        : Console.OpenStandardOutput();

    /// <inheritdoc/>
    public Stream OpenStandardError() => Console.OpenStandardError();

    /// <inheritdoc/>
    public string? GetEnvironmentVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <inheritdoc/>
    public void Exit(int code) => Environment.Exit(code);

    // The console's own stream hides that a pipe is broken. A file is left to it: there, children of this process write behind what we wrote.
    private static FileStream? OpenPipe()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return null;
        }

        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? null : stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
