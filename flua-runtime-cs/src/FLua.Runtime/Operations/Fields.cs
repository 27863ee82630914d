using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The fields of one value, opened once for several looks; of a value that is no table, none.</summary>
/// <remarks>Good until something may add a field: generated code runs nothing between opening it and its last look.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Fields
{
    private readonly Node[] nodes;
    private readonly object? store;

    private Fields(Node[] nodes, object? store)
    {
        this.nodes = nodes;
        this.store = store;
    }

    /// <summary>Opens a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fields Of(LuaValue o) => o.o is LuaTable table ? new(table.Nodes, table.Store) : new(LuaTable.NoNodes, null);

    /// <summary>The slot of a field whose name is a constant; one that holds nil when it is absent or further away than two entries.</summary>
    public ref LuaValue this[LuaString key]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref Node node = ref LuaTable.At(nodes, (nodes.Length - 1) & key.KnownHash);
            if (node.Key != (object)key)
            {
                node = ref Unsafe.Add(ref node, node.Next);
                if (node.Key != (object)key)
                {
                    return ref LuaTable.Absent[0];
                }
            }

            return ref LuaTable.ValueIn(store!, ref node);
        }
    }

    /// <summary>Replaces a float by a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref LuaValue slot, double value) =>
        Unsafe.AsRef(in slot.n) = BitConverter.DoubleToInt64Bits(value);

    /// <summary>Replaces an integer by an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref LuaValue slot, long value) => Unsafe.AsRef(in slot.n) = value;
}
