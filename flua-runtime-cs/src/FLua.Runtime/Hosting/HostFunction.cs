using System;

namespace FLua.Runtime;

/// <summary>The body of a function of the host: takes all arguments, gives all results. An exception becomes a Lua error.</summary>
public delegate LuaValue[] HostBody(LuaState L, ReadOnlySpan<LuaValue> args);

/// <summary>A function of the host. The exceptions that it throws become Lua errors here, at its entrance.</summary>
internal abstract class HostFunction : NativeFunction
{
    private protected HostFunction(string name)
        : base(name)
    {
    }

    /// <summary>Makes the error in flight of an exception, and passes it on.</summary>
    private protected LuaValue Raise(LuaState L, Exception exception)
    {
        if (exception is LuaException error)
        {
            L.RaiseException(error);
        }
        else
        {
            // A message of the host gets the position of the caller, like one of a library function.
            L.RaiseHostException(exception);
        }

        return L.UnwindNative(this);
    }
}

/// <summary>A function of the host that takes all arguments and gives all results.</summary>
internal sealed class OpenHostFunction : HostFunction
{
    private readonly HostBody _body;

    internal OpenHostFunction(string name, HostBody body)
        : base(name) => _body = body;

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => CallN(L, []);

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a) => CallN(L, [a]);

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => CallN(L, LuaOperations.Values(a, b));

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallN(L, LuaOperations.Values(a, b, c));

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        try
        {
            return L.ReturnN(_body(L, args));
        }
        catch (Exception exception) when (LuaState.IsCatchable(exception))
        {
            return Raise(L, exception);
        }
    }
}

/// <summary>What a host's function of at most three parameters does, its results left as those of a Lua function.</summary>
internal delegate LuaValue FixedHostBody(LuaState L, LuaValue a, LuaValue b, LuaValue c);

/// <summary>A function of the host with at most three parameters: nothing is allocated for its arguments and results.</summary>
internal sealed class FixedHostFunction : HostFunction
{
    private readonly FixedHostBody _body;

    internal FixedHostFunction(string name, FixedHostBody body)
        : base(name) => _body = body;

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => Call3(L, default, default, default);

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a) => Call3(L, a, default, default);

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => Call3(L, a, b, default);

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c)
    {
        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        try
        {
            return _body(L, a, b, c);
        }
        catch (Exception exception) when (LuaState.IsCatchable(exception))
        {
            return Raise(L, exception);
        }
    }

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Call3(L, Argument(args, 0), Argument(args, 1), Argument(args, 2));
}
