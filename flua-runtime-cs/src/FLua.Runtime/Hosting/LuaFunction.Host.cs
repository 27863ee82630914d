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
        return new HostFunction(name, body);
    }

    /// <summary>A Lua function from an action without parameters.</summary>
    public static LuaFunction Create(string name, Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HostFunction(name, (_, _) =>
        {
            body();
            return [];
        });
    }

    /// <summary>A Lua function from an action of one parameter; an absent argument is nil.</summary>
    public static LuaFunction Create(string name, Action<LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HostFunction(name, (_, args) =>
        {
            body(Argument(args, 0));
            return [];
        });
    }

    /// <summary>A Lua function from an action of two parameters; absent arguments are nil.</summary>
    public static LuaFunction Create(string name, Action<LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HostFunction(name, (_, args) =>
        {
            body(Argument(args, 0), Argument(args, 1));
            return [];
        });
    }

    /// <summary>A Lua function from a function without parameters.</summary>
    public static LuaFunction Create(string name, Func<LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HostFunction(name, (_, _) => [body()]);
    }

    /// <summary>A Lua function from a function of one parameter; an absent argument is nil.</summary>
    public static LuaFunction Create(string name, Func<LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HostFunction(name, (_, args) => [body(Argument(args, 0))]);
    }

    /// <summary>A Lua function from a function of two parameters; absent arguments are nil.</summary>
    public static LuaFunction Create(string name, Func<LuaValue, LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HostFunction(name, (_, args) => [body(Argument(args, 0), Argument(args, 1))]);
    }

    /// <summary>A Lua function from a function of three parameters; absent arguments are nil.</summary>
    public static LuaFunction Create(string name, Func<LuaValue, LuaValue, LuaValue, LuaValue> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new HostFunction(name, (_, args) => [body(Argument(args, 0), Argument(args, 1), Argument(args, 2))]);
    }
}
