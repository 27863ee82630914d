using System;

namespace FLua.Runtime;

/// <summary>A call that the host makes: the function and its arguments. For each number of arguments there is a struct, and so code of its own.</summary>
internal interface IHostCall
{
    /// <summary>Makes the call, as compiled code would.</summary>
    LuaValue Make(LuaState L);
}

/// <summary>A call without arguments.</summary>
internal readonly struct HostCall0(LuaValue f) : IHostCall
{
    /// <inheritdoc/>
    public LuaValue Make(LuaState L) => f.Callee.Call0(L);
}

/// <summary>A call with one argument.</summary>
internal readonly struct HostCall1(LuaValue f, LuaValue a) : IHostCall
{
    /// <inheritdoc/>
    public LuaValue Make(LuaState L) => f.Callee.Call1(L, a);
}

/// <summary>A call with two arguments.</summary>
internal readonly struct HostCall2(LuaValue f, LuaValue a, LuaValue b) : IHostCall
{
    /// <inheritdoc/>
    public LuaValue Make(LuaState L) => f.Callee.Call2(L, a, b);
}

/// <summary>A call with three arguments.</summary>
internal readonly struct HostCall3(LuaValue f, LuaValue a, LuaValue b, LuaValue c) : IHostCall
{
    /// <inheritdoc/>
    public LuaValue Make(LuaState L) => f.Callee.Call3(L, a, b, c);
}

/// <summary>A call with any number of arguments.</summary>
internal readonly ref struct HostCallN(LuaValue f, ReadOnlySpan<LuaValue> args) : IHostCall
{
    private readonly ReadOnlySpan<LuaValue> _args = args;

    /// <inheritdoc/>
    public LuaValue Make(LuaState L) => L.CallSpan(f.Callee, _args);
}
