using System;

namespace FLua.Runtime;

/// <summary>Ends a program without ending the process: an <see cref="ILuaPlatform.Exit"/> throws it, and no Lua code catches it.</summary>
public sealed class LuaExitException : Exception
{
    /// <summary>The end with an exit code.</summary>
    public LuaExitException(int code)
        : base("the program ends with exit code " + code.ToString(System.Globalization.CultureInfo.InvariantCulture)) => Code = code;

    /// <summary>The exit code.</summary>
    public int Code { get; }
}
