using System;

namespace FLua.Runtime;

/// <summary>The body of a function of the host: takes all arguments, gives all results. An exception becomes a Lua error.</summary>
public delegate LuaValue[] HostBody(LuaState L, ReadOnlySpan<LuaValue> args);

/// <summary>A function of the host. The exceptions that it throws become Lua errors here, at its entrance.</summary>
internal sealed class HostFunction : NativeFunction
{
    private readonly HostBody _body;

    internal HostFunction(string name, HostBody body)
        : base(name) => _body = body;

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => CallN(L, []);

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a) => CallN(L, [a]);

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => CallN(L, [a, b]);

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallN(L, [a, b, c]);

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
        catch (LuaException error)
        {
            L.RaiseException(error);
        }
        catch (Exception exception) when (LuaState.IsCatchable(exception))
        {
            // A message of the host gets the position of the caller, like one of a library function.
            L.RaiseHostException(exception);
        }

        return L.UnwindNative(this);
    }
}
