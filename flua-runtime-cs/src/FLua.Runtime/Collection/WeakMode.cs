using System;

namespace FLua.Runtime;

/// <summary>What a table does not keep alive: the <c>__mode</c> of its metatable. Lua 5.4 §2.5.4.</summary>
[Flags]
internal enum WeakMode
{
    /// <summary>It keeps everything alive.</summary>
    None = 0,

    /// <summary>It does not keep its keys alive, and a value only as long as its key: an ephemeron table.</summary>
    Keys = 1,

    /// <summary>It does not keep its values alive.</summary>
    Values = 2,
}
