using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <content>Tables that share the keys of their hash parts.</content>
public sealed partial class LuaTable
{
    // The slots of a table whose first field comes without a word on how many will follow.
    private const int FirstSlots = 4;

    /// <summary>Adds a constant string key that has no entry.</summary>
    internal void AddField(LuaString key, LuaValue value)
    {
        if (value.o == null)
        {
            return;
        }

        NotePrototypeChange();
        Flags &= TableFlags.Lasting;
        if (Store != Nodes && Shape.Of(Nodes).With(key) is Shape shape)
        {
            AddSlot(shape, value);
        }
        else
        {
            int hash = key.Hash;
            Insert(key, hash, hash, value);
        }
    }

    private void AddSlot(Shape shape, LuaValue value)
    {
        LuaValue[]? slots = Unsafe.As<LuaValue[]>(Store);
        int at = shape.Count - 1;
        if (slots == null)
        {
            Store = slots = new LuaValue[_free > 0 ? _free : FirstSlots];
        }
        else if (at >= slots.Length)
        {
            ArrayBuilder<LuaValue>.Resize(ref slots, at * 2);
            Store = slots;
        }

        slots[at] = value;
        Nodes = shape.Nodes;
    }

    // Gives the table entries of its own, as many as it would have if it had never shared any: where elements go that leave holes hangs on that.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OwnNodes()
    {
        Node[] shared = Nodes;
        object store = Store!;
        int size = Math.Max(_free, Shape.Of(shared).Count);
        if (size == 0)
        {
            return;
        }

        AllocateNodes(size);
        for (int at = 0; at < shared.Length; at++)
        {
            ref Node node = ref shared[at];
            if (node.Key.IsString(out LuaString? key) && ValueIn(store, ref node) is { IsNil: false } value)
            {
                Insert(key, node.KeyPayload, key.Hash, value);
            }
        }
    }

    /// <summary>Where the values of some names are, which are constants; false when it has no entry for one of them.</summary>
    internal bool FindOffsets(LuaString[] names, int[] offsets)
    {
        for (int i = 0; i < names.Length; i++)
        {
            ref Node node = ref FindConstant(names[i]);
            if (Unsafe.IsNullRef(ref node))
            {
                return false;
            }

            offsets[i] = node.ValueOffset;
        }

        return true;
    }

    /// <summary>
    /// Parts the values of a table from its keys, if all of them are strings, as if it had shared them from the beginning: code that remembers where
    /// fields are can do so then. All entries stay where they are, for a traversal may be under way.
    /// </summary>
    internal bool TryShareNodes()
    {
        Node[] own = Nodes;
        if (own.Length > Shape.MostNames * 2)
        {
            return false;
        }

        var shared = new Node[own.Length];
        var slots = new LuaValue[own.Length];
        int slot = 0;
        for (int at = 0; at < own.Length; at++)
        {
            ref Node node = ref own[at];
            if (node.Key.IsString())
            {
                slots[slot] = node.Value;
                shared[at] = node;
                shared[at].Value = default;
                shared[at].ValueOffset = slot++ * Unsafe.SizeOf<LuaValue>();
            }
            else if (node.Key != null)
            {
                return false;
            }
        }

        Shape.OfOneTable(shared, slot);
        Nodes = shared;
        Store = slots;
        _free = (ushort)own.Length;
        return true;
    }

    /// <summary>The entries of some names, all different, whose values are in an array in their order.</summary>
    internal static Node[] ShareNodes(ReadOnlySpan<LuaString> names)
    {
        var model = new LuaTable();
        model.AllocateNodes(SizeFor(names));
        foreach (LuaString name in names)
        {
            model.SetString(name, true);
        }

        for (int slot = 0; slot < names.Length; slot++)
        {
            ref Node node = ref model.FindString(names[slot]);
            node.Value = default;
            node.ValueOffset = slot * Unsafe.SizeOf<LuaValue>();
        }

        return model.Nodes;
    }

    // Where each name has an entry to itself, one look finds it or finds that there is none. Otherwise two must do, which is as far as fast paths look.
    private static int SizeFor(ReadOnlySpan<LuaString> names)
    {
        int least = (int)BitOperations.RoundUpToPowerOf2((uint)names.Length);
        int withTwo = 0;
        for (int size = least; size <= least * 32 && (withTwo == 0 || size <= least * 4); size *= 2)
        {
            int longest = LongestChain(names, size);
            if (longest == 1 && size <= least * 4)
            {
                return size;
            }

            if (longest <= 2 && withTwo == 0)
            {
                withTwo = size;
            }
        }

        return withTwo != 0 ? withTwo : least * 2;
    }

    private static int LongestChain(ReadOnlySpan<LuaString> names, int size)
    {
        Span<byte> lengths = stackalloc byte[size];
        lengths.Clear();
        int longest = 1;
        foreach (LuaString name in names)
        {
            longest = Math.Max(longest, ++lengths[name.Hash & (size - 1)]);
        }

        return longest;
    }
}
