using System.Runtime.CompilerServices;
using System;

namespace FLua.Runtime;

/// <summary><c>coroutine.yield (...)</c>. It saves nothing itself: what the next resume passes is what the call of it gives.</summary>
internal sealed class YieldFunction : NativeFunction
{
    internal YieldFunction()
        : base("coroutine.yield")
    {
    }

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L)
    {
        L.ResultCount = 0;
        return Yield(L);
    }

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a)
    {
        L.ResultCount = 1;
        LuaOperations.Overwrite(ref L.Results[0], a);
        return Yield(L);
    }

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b)
    {
        L.ResultCount = 2;
        LuaOperations.Overwrite(ref L.Results[0], a);
        LuaOperations.Overwrite(ref L.Results[1], b);
        return Yield(L);
    }

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c)
    {
        L.ResultCount = 3;
        LuaOperations.Overwrite(ref L.Results[0], a);
        LuaOperations.Overwrite(ref L.Results[1], b);
        LuaOperations.Overwrite(ref L.Results[2], c);
        return Yield(L);
    }

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        L.ReturnN(args);
        return Yield(L);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue Yield(LuaState L)
    {
        L.Yield();
        return L.Pending == Pending.Error ? L.UnwindNative(this) : LuaValue.Abrupt;
    }
}
