namespace FLua.Runtime;

/// <summary>How a <see cref="LuaState"/> is made.</summary>
public sealed class LuaOptions
{
    /// <summary>The world outside; null for the process's own streams and environment.</summary>
    public ILuaPlatform? Platform { get; init; }

    /// <summary>Whether <see cref="LuaState.Create"/> opens the whole standard library; true unless set.</summary>
    public bool OpenStandardLibraries { get; init; } = true;
}
