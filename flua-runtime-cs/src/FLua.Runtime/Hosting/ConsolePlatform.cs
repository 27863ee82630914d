using System;
using System.IO;

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
    public bool IsOutputTerminal => ProgramOutput.IsSupported ? ProgramOutput.IsTerminal : !Console.IsOutputRedirected;

    /// <inheritdoc/>
    public Stream OpenStandardInput() => Console.OpenStandardInput();

    /// <inheritdoc/>
    public Stream OpenStandardOutput() => _ownsProcess && ProgramOutput.IsSupported
        ? new ProgramOutput(() => Exit(BrokenPipeCode))
        : Console.OpenStandardOutput();

    /// <inheritdoc/>
    public Stream OpenStandardError() => Console.OpenStandardError();

    /// <inheritdoc/>
    public string? GetEnvironmentVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <inheritdoc/>
    public void Exit(int code) => Environment.Exit(code);
}
