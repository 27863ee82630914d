using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>The process's own streams, environment and exit.</summary>
internal sealed class ConsolePlatform : ILuaPlatform
{
    // How a shell shows a program that SIGPIPE ended.
    private const int BrokenPipeCode = 141;

    private readonly bool _ownsProcess;
    private readonly Action? _beforeStream;

    /// <summary>The platform of a program, which ends quietly when nobody reads its output any more, or of a host, which decides itself.</summary>
    /// <param name="ownsProcess">Whether it is a program of its own.</param>
    /// <param name="beforeStream">What to do before a stream is opened.</param>
    internal ConsolePlatform(bool ownsProcess, Action? beforeStream = null)
    {
        _ownsProcess = ownsProcess;
        _beforeStream = beforeStream;
    }

    /// <summary>Whether the process is a program of its own.</summary>
    internal bool OwnsProcess => _ownsProcess;

    /// <summary>Uses for the first time what every program will use, which is slow: the system's functions for output, and the environment.</summary>
    internal static void Prepare()
    {
        _ = ProgramOutput.IsSupported;
        _ = Environment.GetEnvironmentVariable("LUA_PATH");
    }

    /// <inheritdoc/>
    public bool IsOutputTerminal => ProgramOutput.IsSupported ? ProgramOutput.IsTerminal : !Console.IsOutputRedirected;

    /// <inheritdoc/>
    public Stream OpenStandardInput()
    {
        _beforeStream?.Invoke();
        return Console.OpenStandardInput();
    }

    /// <inheritdoc/>
    public Stream OpenStandardOutput()
    {
        _beforeStream?.Invoke();
        return _ownsProcess && ProgramOutput.IsSupported ? new ProgramOutput(() => Exit(BrokenPipeCode)) : OpenConsoleOutput();
    }

    /// <inheritdoc/>
    public Stream OpenStandardError()
    {
        _beforeStream?.Invoke();
        return Console.OpenStandardError();
    }

    /// <inheritdoc/>
    public string? GetEnvironmentVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <inheritdoc/>
    public void Exit(int code) => Environment.Exit(code);

    // Apart, since the console is another assembly, and most programs need none.
    private static Stream OpenConsoleOutput() => Console.OpenStandardOutput();
}
