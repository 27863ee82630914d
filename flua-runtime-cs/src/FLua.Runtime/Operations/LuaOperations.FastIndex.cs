using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <content>The short ways to fields and elements: nil or false for everything unusual.</content>
public static partial class LuaOperations
{
    /// <summary>A field whose name is a constant: looks at two entries. Nil when it is absent or further away, or <paramref name="o"/> is no table.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue PeekField(LuaValue o, LuaString key)
    {
        if (o.o is LuaTable table)
        {
            Node[] nodes = table.Nodes;
            ref Node node = ref LuaTable.At(nodes, key.KnownHash & (nodes.Length - 1));
            if (node.Key == (object)key)
            {
                return node.Value;
            }

            node = ref Unsafe.Add(ref node, node.Next);
            if (node.Key == (object)key)
            {
                return node.Value;
            }
        }

        return default;
    }

    /// <summary>An element of the array part. Nil when it is absent or elsewhere, or <paramref name="o"/> is no table.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue PeekInt(LuaValue o, long i)
    {
        if (o.o is LuaTable table)
        {
            LuaValue[] array = table.Array;
            ulong at = (ulong)(i - 1);
            if (at < (ulong)array.Length)
            {
                return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)at);
            }
        }

        return default;
    }

    /// <summary>An element of the array part, or a string key's value when the key was hashed before. Nil otherwise.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue PeekIndex(LuaValue o, LuaValue key)
    {
        if (key.o == Tags.Int)
        {
            return PeekInt(o, key.n);
        }

        return key.o is LuaString name ? PeekField(o, name) : default;
    }

    /// <summary>Stores to a field that exists, within two entries.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySetField(LuaValue o, LuaString key, LuaValue v)
    {
        if (o.o is LuaTable table)
        {
            Node[] nodes = table.Nodes;
            ref Node node = ref LuaTable.At(nodes, key.KnownHash & (nodes.Length - 1));
            if (node.Key != (object)key)
            {
                node = ref Unsafe.Add(ref node, node.Next);
                if (node.Key != (object)key)
                {
                    return false;
                }
            }

            if (node.Value.o != null && (table.Flags & LuaTable.IsPrototype) == 0)
            {
                Overwrite(ref node.Value, v);
                return true;
            }
        }

        return false;
    }

    /// <summary>Stores to an element of the array part that exists, or appends to a table without metatable where there is room.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySetInt(LuaValue o, long i, LuaValue v)
    {
        // A store of nil must be counted as a hole.
        if (o.o is LuaTable table && v.o != null)
        {
            LuaValue[] array = table.Array;
            ulong at = (ulong)(i - 1);
            if (at < (ulong)array.Length)
            {
                ref LuaValue slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)at);
                if (slot.o != null)
                {
                    Overwrite(ref slot, v);
                    return true;
                }

                if (at == (ulong)table.Count && table.Meta == null)
                {
                    table.Count = (int)i;
                    Overwrite(ref slot, v);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>As <see cref="TrySetInt"/> or <see cref="TrySetField"/>, as the key says.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySetIndex(LuaValue o, LuaValue key, LuaValue v)
    {
        if (key.o == Tags.Int)
        {
            return TrySetInt(o, key.n, v);
        }

        return key.o is LuaString name && TrySetField(o, name, v);
    }

    // Storing the first word costs a write barrier, unless it is known to be a tag; numbers mostly replace numbers. The first word
    // comes last, so that nothing must be kept across the call of the barrier.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Overwrite(ref LuaValue slot, LuaValue v)
    {
        Unsafe.AsRef(in slot.n) = v.n;
        if (slot.o != v.o)
        {
            Unsafe.AsRef(in slot.o) = v.o;
        }
    }
}
