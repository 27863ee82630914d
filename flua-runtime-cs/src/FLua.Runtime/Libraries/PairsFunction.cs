using System;

namespace FLua.Runtime;

/// <summary><c>pairs (t)</c>. Its <c>__pairs</c> may yield, so it can be suspended. Lua 5.4 §6.1.</summary>
internal sealed class PairsFunction : NativeFunction
{
    private readonly LuaFunction _next;

    internal PairsFunction(LuaFunction next)
        : base("pairs") => _next = next;

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame) => ThreeResults(L, L.ResumeValue);

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L)
    {
        L.ArgumentError(1, "value expected");
        return L.UnwindNative(this);
    }

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a)
    {
        if (a.o.IsTable(out LuaTable? table) && table.Meta == null)
        {
            return L.Return3(_next, a, default);
        }

        LuaValue handler = L.GetMetamethod(a, Metamethod.Pairs);
        return handler.IsNil ? L.Return3(_next, a, default) : CallHandler(L, handler, a);
    }

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => Call1(L, a);

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => Call1(L, a);

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) => args.IsEmpty ? Call0(L) : Call1(L, args[0]);

    private static LuaValue ThreeResults(LuaState L, LuaValue first) => L.Return3(L.ResultCount > 0 ? first : default, L.Result(1), L.Result(2));

    private LuaValue CallHandler(LuaState L, LuaValue handler, LuaValue target)
    {
        if (!L.EnterNested())
        {
            return L.UnwindNative(this);
        }

        LuaValue first = handler.Callee.Call1(L, target);
        bool isAbrupt = first.IsAbrupt && (first = L.Land()).IsAbrupt;
        L.LeaveNested();
        if (isAbrupt)
        {
            return L.Pending == Pending.Yield ? L.Save(this, null, 1) : L.UnwindNative(this);
        }

        return ThreeResults(L, first);
    }
}
