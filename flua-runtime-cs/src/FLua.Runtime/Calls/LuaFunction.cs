using System;
using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>A Lua function: compiled from Lua, of the library, or of the host.</summary>
public abstract partial class LuaFunction : LuaObject
{
    /// <summary>What is known of the function's source; null for functions of the library and the host.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual FunctionInfo? Info => null;

    /// <summary>How many of the upvalues <see cref="Upvalue"/> gives: all of them, or none in a program that never asks for them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual int UpvalueCount => 0;

    /// <summary>The cell of an upvalue, counted from 0, as a place that <c>debug.upvaluejoin</c> can assign.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual ref Cell Upvalue(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Re-enters a suspended activation at <see cref="Frame.State"/>, with <see cref="LuaState.ResumeValue"/> as the result of what suspended it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual LuaValue Resume(LuaState L, Frame frame) => throw new InvalidOperationException("this function has no resume points");

    /// <inheritdoc/>
    public abstract override LuaValue Call0(LuaState L);

    /// <inheritdoc/>
    public abstract override LuaValue Call1(LuaState L, LuaValue a);

    /// <inheritdoc/>
    public abstract override LuaValue Call2(LuaState L, LuaValue a, LuaValue b);

    /// <inheritdoc/>
    public abstract override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c);

    /// <inheritdoc/>
    public abstract override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args);

    /// <summary>The argument at an index, nil when there are fewer.</summary>
    protected static LuaValue Argument(ReadOnlySpan<LuaValue> args, int index) => (uint)index < (uint)args.Length ? args[index] : default;

    /// <summary>The arguments from an index on: the varargs of a function. They stay where the caller put them.</summary>
    protected static ReadOnlySpan<LuaValue> Varargs(ReadOnlySpan<LuaValue> args, int from) => args.Length > from ? args.From(from) : default;
}

/// <summary>A function without parameters: surplus arguments are dropped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LuaFunction0 : LuaFunction
{
    /// <inheritdoc/>
    public sealed override LuaValue Call1(LuaState L, LuaValue a) => Call0(L);

    /// <inheritdoc/>
    public sealed override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => Call0(L);

    /// <inheritdoc/>
    public sealed override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => Call0(L);

    /// <inheritdoc/>
    public sealed override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) => Call0(L);
}

/// <summary>A function of one parameter: missing arguments become nil, surplus ones are dropped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LuaFunction1 : LuaFunction
{
    /// <inheritdoc/>
    public sealed override LuaValue Call0(LuaState L) => Call1(L, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => Call1(L, a);

    /// <inheritdoc/>
    public sealed override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => Call1(L, a);

    /// <inheritdoc/>
    public sealed override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) => Call1(L, Argument(args, 0));
}

/// <summary>A function of two parameters: missing arguments become nil, surplus ones are dropped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LuaFunction2 : LuaFunction
{
    /// <inheritdoc/>
    public sealed override LuaValue Call0(LuaState L) => Call2(L, default, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call1(LuaState L, LuaValue a) => Call2(L, a, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => Call2(L, a, b);

    /// <inheritdoc/>
    public sealed override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) => Call2(L, Argument(args, 0), Argument(args, 1));
}

/// <summary>A function of three parameters: missing arguments become nil, surplus ones are dropped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LuaFunction3 : LuaFunction
{
    /// <inheritdoc/>
    public sealed override LuaValue Call0(LuaState L) => Call3(L, default, default, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call1(LuaState L, LuaValue a) => Call3(L, a, default, default);

    /// <inheritdoc/>
    public sealed override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => Call3(L, a, b, default);

    /// <inheritdoc/>
    public sealed override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Call3(L, Argument(args, 0), Argument(args, 1), Argument(args, 2));
}

/// <summary>A function of more than three parameters, or of a variable number of arguments.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LuaFunctionN : LuaFunction
{
    /// <inheritdoc/>
    public sealed override LuaValue Call0(LuaState L) => CallN(L, []);

    /// <inheritdoc/>
    public sealed override LuaValue Call1(LuaState L, LuaValue a) => CallN(L, Spans.Of(in a));

    /// <inheritdoc/>
    public sealed override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => CallN(L, LuaOperations.Values(a, b));

    /// <inheritdoc/>
    public sealed override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallN(L, LuaOperations.Values(a, b, c));
}
