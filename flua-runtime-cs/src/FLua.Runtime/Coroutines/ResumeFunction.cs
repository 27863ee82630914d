using System.Runtime.CompilerServices;
using System;

namespace FLua.Runtime;

/// <summary><c>coroutine.resume (co [, val1, ...])</c>.</summary>
internal sealed class ResumeFunction : NativeFunction
{
    internal ResumeFunction()
        : base("coroutine.resume")
    {
    }

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L)
    {
        L.TypeErrorNoValue(1, "thread");
        return L.UnwindNative(this);
    }

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a)
    {
        L.ResultCount = 0;
        return Resume(L, a, default);
    }

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b)
    {
        L.ResultCount = 1;
        return Resume(L, a, b);
    }

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c)
    {
        L.ResultCount = 2;
        L.Results[1] = c;
        return Resume(L, a, b);
    }

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) =>
        args.IsEmpty ? Call0(L) : Resume(L, args[0], L.ReturnN(args.From(1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue Resume(LuaState L, LuaValue target, LuaValue first)
    {
        if (!target.o.IsCoroutine(out LuaCoroutine? coroutine))
        {
            L.TypeError(1, "thread", target);
            return L.UnwindNative(this);
        }

        if (L.RefuseResume(coroutine) is { } reason)
        {
            return L.Return2(LuaValue.False, LuaString.FromText(reason));
        }

        LuaValue result = L.Resume(coroutine, first);
        return result.IsAbrupt ? L.Return2(LuaValue.False, L.TakeError(null)) : L.ReturnTrue(result);
    }
}
