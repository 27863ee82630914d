using System;

namespace FLua.Runtime;

public abstract partial class LuaFunction
{
    /// <summary>A Lua function from a function of the host that takes all arguments and gives all results.</summary>
    /// <param name="name">The name for messages.</param>
    /// <param name="body">The function. An exception becomes a Lua error with its message, a <see cref="LuaException"/> one with its value.</param>
    public static LuaFunction Create(string name, HostBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new OpenHostFunction(name, body);
    }

    /// <summary>A Lua function from an action without parameters.</summary>
    public static LuaFunction Create(string name, Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new FixedHostFunction(name, (L, _, _, _) =>
        {
            body();
            return L.Return0();
        });
    }

    /// <summary>A Lua function from an action of one parameter; an absent argument is nil.</summary>
    public static LuaFunction Create(string name, Action<LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new FixedHostFunction(name, (L, a, _, _) =>
        {
            body(a);
            return L.Return0();
        });
    }

    /// <summary>A Lua function from an action of two parameters; absent arguments are nil.</summary>
    public static LuaFunction Create(string name, Action<LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new FixedHostFunction(name, (L, a, b, _) =>
        {
            body(a, b);
            return L.Return0();
        });
    }

    /// <summary>A Lua function from a function without parameters.</summary>
    public static LuaFunction Create(string name, Func<LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new FixedHostFunction(name, (L, _, _, _) => L.Return1(body()));
    }

    /// <summary>A Lua function from a function of one parameter; an absent argument is nil.</summary>
    public static LuaFunction Create(string name, Func<LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new FixedHostFunction(name, (L, a, _, _) => L.Return1(body(a)));
    }

    /// <summary>A Lua function from a function of two parameters; absent arguments are nil.</summary>
    public static LuaFunction Create(string name, Func<LuaValue, LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new FixedHostFunction(name, (L, a, b, _) => L.Return1(body(a, b)));
    }

    /// <summary>A Lua function from a function of three parameters; absent arguments are nil.</summary>
    public static LuaFunction Create(string name, Func<LuaValue, LuaValue, LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new FixedHostFunction(name, (L, a, b, c) => L.Return1(body(a, b, c)));
    }
}
