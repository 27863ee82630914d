namespace FLua.Runtime;

/// <summary>One entry of the hash part of a table.</summary>
internal struct Node
{
    /// <summary>The first word of the key, as in a <see cref="LuaValue"/>; null when the entry was never used.</summary>
    internal object? Key;

    /// <summary>The second word of the key.</summary>
    internal long KeyPayload;

    /// <summary>The value; nil when the entry is dead. A dead entry keeps its key, so that a traversal can go on from it.</summary>
    internal LuaValue Value;

    /// <summary>How far away the next entry of the chain is; 0 at its end.</summary>
    internal int Next;

    /// <summary>The hash of the key.</summary>
    internal int Hash;
}
