using System;

namespace FLua.Runtime;

/// <summary>Of what a hook is told.</summary>
[Flags]
internal enum HookEvents
{
    /// <summary>Of nothing.</summary>
    None = 0,

    /// <summary>Of functions that begin.</summary>
    Call = 1,

    /// <summary>Of functions that return.</summary>
    Return = 2,

    /// <summary>Of lines that begin.</summary>
    Line = 4,
}

/// <summary>A hook of a coroutine: what <c>debug.sethook</c> sets. Lua 5.4 §6.10.</summary>
internal sealed class Hook(LuaValue function, HookEvents events, int count)
{
    /// <summary>What is called; nil for nothing.</summary>
    internal LuaValue Function { get; } = function;

    /// <summary>Of what it is told.</summary>
    internal HookEvents Events { get; } = events;

    /// <summary>After how many steps it is told of the count; 0 for never.</summary>
    internal int Count { get; } = count;

    /// <summary>How many of them are left; below 0 when it has to be told more than once.</summary>
    internal int Left { get; set; } = count;

    /// <summary>Whether it runs: no hook is called in a hook.</summary>
    internal bool IsRunning { get; set; }

    /// <summary>What a coroutine has that is made now: it inherits what the hook wants to be told of, but not the function. So the reference does.</summary>
    internal Hook Inherited() => new(default, Events, Count);
}
