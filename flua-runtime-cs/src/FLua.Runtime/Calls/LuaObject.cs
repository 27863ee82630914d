using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The base of every heap value: string, table, function, coroutine, userdata.</summary>
/// <remarks>
/// Any value can be the target of a call, so the entry points stand here. A call returns its first result (nil if there is none), sets
/// <see cref="LuaState.ResultCount"/>, and leaves further results in <see cref="LuaState.Results"/>; or it returns
/// <see cref="LuaValue.Abrupt"/>. The base implementations of this class look for a <c>__call</c> metamethod. Lua 5.4 §2.4.
/// </remarks>
public abstract partial class LuaObject
{
    /// <summary>Calls with no argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual LuaValue Call0(LuaState L) => CallMetamethod(L, []);

    /// <summary>Calls with one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual LuaValue Call1(LuaState L, LuaValue a) => CallMetamethod(L, [a]);

    /// <summary>Calls with two arguments.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public virtual LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => CallMetamethod(L, LuaOperations.Values(a, b));

    /// <summary>Calls with three arguments.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public virtual LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallMetamethod(L, LuaOperations.Values(a, b, c));

    /// <summary>Calls with any number of arguments. The span is the caller's: what is needed after a call or a suspension must be copied.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) => CallMetamethod(L, args);
}
