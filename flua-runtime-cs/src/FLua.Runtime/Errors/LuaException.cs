using System;

namespace FLua.Runtime;

/// <summary>A Lua error that reached the host.</summary>
public sealed class LuaException : Exception
{
    /// <summary>An error with its value, its traceback and, when a host function threw, that function's exception.</summary>
    public LuaException(string message, LuaValue value, string luaTraceback, Exception? innerException = null)
        : base(message, innerException)
    {
        Value = value;
        LuaTraceback = luaTraceback;
    }

    /// <summary>An error for a host function to throw: the program sees its message.</summary>
    public LuaException(string message)
        : this(message, LuaString.FromText(message), "")
    {
    }

    /// <summary>The error value: anything that the program passed to <c>error</c>.</summary>
    public LuaValue Value { get; }

    /// <summary>The Lua functions that were active, innermost first, as <c>debug.traceback</c> writes them.</summary>
    public string LuaTraceback { get; }
}
