using System.IO;

namespace FLua.Runtime;

/// <summary>The world outside a state. Everything that the library does with the process goes through here, so a host can replace it.</summary>
public interface ILuaPlatform
{
    /// <summary>Whether standard output is a terminal, and so is flushed after each line.</summary>
    bool IsOutputTerminal { get; }

    /// <summary>Opens standard input; called once, when it is first needed.</summary>
    Stream OpenStandardInput();

    /// <summary>Opens standard output; called once, when it is first needed.</summary>
    Stream OpenStandardOutput();

    /// <summary>Opens standard error; called once, when it is first needed.</summary>
    Stream OpenStandardError();

    /// <summary>An environment variable; null when it is not set.</summary>
    string? GetEnvironmentVariable(string name);

    /// <summary>Ends the process. A host that must survive throws an exception of its own, which passes through Lua code uncaught.</summary>
    void Exit(int code);
}
