namespace FLua.Runtime;

/// <summary>An iterator that the library makes: it keeps what it needs, and ignores its arguments.</summary>
internal abstract class IteratorFunction : NativeFunction
{
    private Cell[]? _upvalues;

    private protected IteratorFunction()
        : base("for iterator")
    {
    }

    /// <inheritdoc/>
    public sealed override ref Cell Upvalue(int index) => ref (_upvalues ??= UpvalueCells(ShownUpvalues()))[index];

    /// <inheritdoc/>
    public sealed override LuaValue Call0(LuaState L)
    {
        LuaValue result = Next(L);
        return result.IsAbrupt ? L.UnwindNative(this) : result;
    }

    /// <inheritdoc/>
    public sealed override LuaValue Call1(LuaState L, LuaValue a) => Call0(L);

    /// <inheritdoc/>
    public sealed override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => Call0(L);

    /// <inheritdoc/>
    public sealed override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => Call0(L);

    /// <inheritdoc/>
    public sealed override LuaValue CallN(LuaState L, System.ReadOnlySpan<LuaValue> args) => Call0(L);

    /// <summary>The results of the next step.</summary>
    private protected abstract LuaValue Next(LuaState L);

    /// <summary>What <c>debug</c> shows as upvalues: what the reference's C closure has.</summary>
    private protected abstract LuaValue[] ShownUpvalues();
}
