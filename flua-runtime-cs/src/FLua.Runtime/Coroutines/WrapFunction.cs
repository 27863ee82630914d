using System.Runtime.CompilerServices;
using System;

namespace FLua.Runtime;

/// <summary>What <c>coroutine.wrap</c> returns: resumes its coroutine, and passes errors on.</summary>
internal sealed class WrapFunction : NativeFunction
{
    private readonly LuaCoroutine _coroutine;
    private Cell[]? _upvalues;

    internal WrapFunction(LuaCoroutine coroutine)
        : base("?") => _coroutine = coroutine;

    /// <inheritdoc/>
    public override int UpvalueCount => 1;

    /// <inheritdoc/>
    public override ref Cell Upvalue(int index) => ref (_upvalues ??= UpvalueCells([_coroutine]))[index];

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L)
    {
        L.ResultCount = 0;
        return Resume(L, default);
    }

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a)
    {
        L.ResultCount = 1;
        return Resume(L, a);
    }

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b)
    {
        L.ResultCount = 2;
        L.Results[1] = b;
        return Resume(L, a);
    }

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c)
    {
        L.ResultCount = 3;
        L.Results[1] = b;
        L.Results[2] = c;
        return Resume(L, a);
    }

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) => Resume(L, L.ReturnN(args));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue Resume(LuaState L, LuaValue first)
    {
        LuaCoroutine coroutine = _coroutine;
        if (L.RefuseResume(coroutine) is { } reason)
        {
            return Fail(L, LuaString.FromText(reason));
        }

        LuaValue result = L.Resume(coroutine, first);
        if (!result.IsAbrupt)
        {
            return result;
        }

        // The coroutine ended with an error: it is closed here, and the error goes on, a text with one more position in front.
        L.TakeError(null);
        L.TryClose(coroutine, out LuaValue error);
        return Fail(L, error);
    }

    private LuaValue Fail(LuaState L, LuaValue error)
    {
        L.ErrorValue(error, 1);
        return L.UnwindNative(this);
    }
}
