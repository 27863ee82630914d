namespace FLua.Runtime;

/// <summary>A value of the host that Lua code can hold, compare and, through its metatable, use. Lua 5.4 §2.1.</summary>
public sealed class LuaUserData : LuaObject
{
    /// <summary>Wraps an object of the host.</summary>
    public LuaUserData(object? value, LuaTable? metatable = null)
    {
        Value = value;
        Metatable = metatable;
    }

    /// <summary>The object of the host.</summary>
    public object? Value { get; set; }

    /// <summary>The metatable of this value alone.</summary>
    /// <remarks>Here <c>__gc</c> has no effect: use <see cref="LuaState.SetMetatable"/> for it.</remarks>
    public LuaTable? Metatable { get; set; }

    /// <summary>Whether it stands for a light userdata: a mere identity, whose metatable is that of all of them.</summary>
    internal bool IsLight { get; init; }

    /// <summary>Whether it has a finalizer, which has not been called.</summary>
    internal bool HasFinalizer { get; set; }

    /// <summary>The Lua value that <c>debug.getuservalue</c> and <c>debug.setuservalue</c> see.</summary>
    public LuaValue UserValue { get; set; }
}
