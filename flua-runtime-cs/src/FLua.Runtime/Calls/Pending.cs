using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>Why a call returned <see cref="LuaValue.Abrupt"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Pending
{
    /// <summary>Nothing is pending.</summary>
    None,

    /// <summary>The running coroutine suspends: every activation on the way saves itself in a <see cref="Frame"/>.</summary>
    Yield,

    /// <summary>An error unwinds to its boundary: every activation on the way adds its site to the traceback.</summary>
    Error,

    /// <summary>A tail call is to be run by the nearest call that is no tail call.</summary>
    Tail,
}
