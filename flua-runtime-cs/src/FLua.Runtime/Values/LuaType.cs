namespace FLua.Runtime;

/// <summary>The basic types of Lua. Lua 5.4 §2.1.</summary>
public enum LuaType
{
    /// <summary>nil.</summary>
    Nil,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>An integer or a float.</summary>
    Number,

    /// <summary>A string of bytes.</summary>
    String,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A function.</summary>
    Function,

    /// <summary>A value of the host, or a file of the io library.</summary>
    UserData,

    /// <summary>A coroutine.</summary>
    Thread,
}
