using System;

namespace FLua.Runtime;

/// <summary>What a table knows of itself. The lower bits belong to metatables: one for each <see cref="Metamethod"/> that is known to be absent, of those that are remembered.</summary>
[Flags]
internal enum TableFlags : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There may be nils in the array part below <see cref="LuaTable.Count"/>. That there are none any more is found out when they are counted.</summary>
    MayHaveHoles = 1 << 11,

    /// <summary>Methods were found through this table, so that stores to it must be noticed.</summary>
    IsPrototype = 1 << 12,

    /// <summary>The table has a finalizer, which has not been called.</summary>
    HasFinalizer = 1 << 13,

    /// <summary>The collector looks at the table's <c>__mode</c>.</summary>
    IsWatched = 1 << 14,

    /// <summary>The length of the table was asked for since its array part got its size.</summary>
    LengthAsked = 1 << 15,

    /// <summary>What does not change when a field is added.</summary>
    Lasting = MayHaveHoles | IsPrototype | HasFinalizer | IsWatched | LengthAsked,
}
