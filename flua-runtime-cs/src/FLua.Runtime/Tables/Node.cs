namespace FLua.Runtime;

/// <summary>One entry of the hash part of a table.</summary>
internal struct Node
{
    /// <summary>The first word of the key, as in a <see cref="LuaValue"/>; null when the entry was never used.</summary>
    internal object? Key;

    /// <summary>The second word of the key; of a string its hash, and of a key that the collector took away what its hash was.</summary>
    internal long KeyPayload;

    /// <summary>
    /// The value, when the entry belongs to one table; see <see cref="LuaTable.Store"/>. It is nil when the entry is dead: one that keeps its key,
    /// so that a traversal can go on from it.
    /// </summary>
    internal LuaValue Value;

    /// <summary>How far away the next entry of the chain is; 0 at its end.</summary>
    internal int Next;

    /// <summary>Where the value is, in bytes from the first element of the <see cref="LuaTable.Store"/>.</summary>
    internal int ValueOffset;
}
