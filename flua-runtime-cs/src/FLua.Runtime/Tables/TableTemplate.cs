using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>What all tables of one constructor have in common: their sizes, and the entries of fields whose names are known.</summary>
/// <remarks>Immutable, so that states on several threads may share it. Only printed code makes one, from names that are all different.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TableTemplate
{
    /// <summary>The size of the array part.</summary>
    internal readonly int ArrayCapacity;

    /// <summary>The size of the hash part.</summary>
    internal readonly int HashCapacity;

    /// <summary>Where the search for a free entry goes on when a field is added.</summary>
    internal readonly int Free;

    /// <summary>The entries in the order of the names.</summary>
    internal readonly Entry[] Entries;

    /// <summary>Lays the entries out as stores of the fields, in this order, would.</summary>
    public TableTemplate(int arrayCapacity, int hashCapacity, params LuaString[] names)
    {
        ArrayCapacity = arrayCapacity;
        var model = new LuaTable(0, hashCapacity);
        foreach (LuaString name in names)
        {
            model.SetString(name, true);
        }

        HashCapacity = model.Nodes.Length;
        Free = model.Free;
        Entries = new Entry[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            ref Node node = ref model.FindString(names[i]);
            Entries[i] = new Entry { Name = names[i], At = model.IndexOf(ref node), Next = node.Next, Hash = node.Hash };
        }
    }

    /// <summary>The entry of a name: what a <see cref="Node"/> of it holds beside the value, and where it is.</summary>
    internal struct Entry
    {
        internal LuaString Name;
        internal int At;
        internal int Next;
        internal int Hash;

        /// <summary>Writes the entry into the hash part of a new table.</summary>
        /// <remarks>A nil would make it a dead one, which differs from none: a traversal can go on from its name.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly void Store(Node[] nodes, LuaValue value)
        {
            ref Node node = ref nodes[At];
            node.Key = Name;
            node.Next = Next;
            node.Hash = Hash;
            node.Value = value;
        }
    }
}
