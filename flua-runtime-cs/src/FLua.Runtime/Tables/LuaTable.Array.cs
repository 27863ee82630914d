using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    // The first array of a table that grows by appends. The reference starts with one slot and doubles; see TrimToReference.
    private const int FirstCapacity = 4;

    // No more elements than these get room ahead, a megabyte: larger arrays fill regions of the collector badly.
    private const uint MostReserved = 1 << 16;

    // But arrays of so many and more are large objects, which have regions to themselves: what growing leaves behind there costs most.
    private const uint FewestLarge = 1 << 20;
    private const uint MostLarge = 1 << 24;

    /// <summary>Stores into the array part where the slot or the new value is nil, and keeps count.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetArraySlot(int at, LuaValue value)
    {
        ref LuaValue slot = ref Array[at];
        if (value.o == null)
        {
            if (slot.o != null)
            {
                slot = default;
                RemovedFromArray(at);
            }
        }
        else if (at < Count)
        {
            slot = value;
        }
        else if (at > Count && TrimToReference(at))
        {
            SetIntInHash(at + 1L, value);
        }
        else
        {
            slot = value;
            EndAt(at);
        }
    }

    /// <summary>The slot at or above <see cref="Count"/> in which a value was stored is the last that holds one.</summary>
    private void EndAt(int at)
    {
        if (at > Count)
        {
            Flags |= TableFlags.MayHaveHoles;
        }

        Count = at + 1;
    }

    private void RemovedFromArray(int at)
    {
        if (at != Count - 1)
        {
            Flags |= TableFlags.MayHaveHoles;
            return;
        }

        int count = at;
        if ((Flags & TableFlags.MayHaveHoles) != 0)
        {
            while (count > 0 && Array[count - 1].o == null)
            {
                count--;
            }

            if (count == 0)
            {
                Flags &= ~TableFlags.MayHaveHoles;
            }
        }

        Count = count;
    }

    /// <summary>Whether there is no nil in the array part below <see cref="Count"/>.</summary>
    internal bool HasNoHoles() => CountValues() == Count;

    /// <summary>The number of values in the array part.</summary>
    private int CountValues()
    {
        int values = Count;
        if ((Flags & TableFlags.MayHaveHoles) != 0)
        {
            values = CountValues(0, Count);
            if (values == Count)
            {
                Flags &= ~TableFlags.MayHaveHoles;
            }
        }

        return values;
    }

    private int CountValues(int from, int end)
    {
        int values = 0;
        for (int at = from; at < end; at++)
        {
            values += Array[at].o != null ? 1 : 0;
        }

        return values;
    }

    /// <summary>
    /// Before a store that leaves a hole in an array that has grown by appends: gives slots back that the reference, whose first arrays
    /// are smaller, would not have. So <c>t[1] = 1; t[3] = 3</c> has the reference's border. Says whether the slot is gone.
    /// </summary>
    private bool TrimToReference(int at)
    {
        if (Array.Length != FirstCapacity || Count > FirstCapacity / 2)
        {
            return false;
        }

        int size = Count == 0 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)Count);
        if (at < size)
        {
            return false;
        }

        ArrayBuilder<LuaValue>.Resize(ref Array, size);
        return true;
    }

    /// <summary>Whether an append to a full array part lets it grow: more than half of it would be in use. Otherwise the hash part gets the element.</summary>
    private bool CanGrow()
    {
        int values = CountValues();
        return values == Count || values + 1 > NextCapacity() / 2;
    }

    private int NextCapacity() => Count == 0 ? FirstCapacity : (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)Count + 1), (uint)System.Array.MaxLength);

    /// <summary>
    /// Makes room for elements that are about to be appended to an empty table, up to a bound: the program may not come to the end. The size is one
    /// to which the table would have grown.
    /// </summary>
    internal void ReserveItems(ulong count)
    {
        if (Array.Length == 0 && Nodes == NoNodes && _free == 0 && Meta == null && count > FirstCapacity)
        {
            ulong size = Math.Min(count, count < FewestLarge ? MostReserved : MostLarge);
            Array = new LuaValue[BitOperations.RoundUpToPowerOf2((uint)size)];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowAndAppend(LuaValue value)
    {
        int count = Count;
        GrowArray(Math.Max(FirstCapacity, NextCapacity()));
        Array[count] = value;
        Count = count + 1;
        if (Store == Nodes)
        {
            ref Node node = ref FindInt(count + 1L);
            if (!Unsafe.IsNullRef(ref node))
            {
                node.Value = default;
            }

            MigrateToArray(count + 1);
        }
    }

    private void GrowArray(int capacity)
    {
        var larger = new LuaValue[capacity];
        ValueList.Copy(Array, 0, larger, 0, Count);
        Array = larger;
        Flags &= ~TableFlags.LengthAsked;
    }

    /// <summary>Moves the elements over that the array part has got room for: those with indices above <paramref name="from"/>.</summary>
    private void MigrateToArray(int from)
    {
        Node[] nodes = Nodes;
        int moved = 0;
        int highest = 0;
        if (nodes.Length <= Array.Length - from)
        {
            for (int at = 0; at < nodes.Length; at++)
            {
                ref Node node = ref nodes[at];
                if (node.Key == Tags.Int && (ulong)(node.KeyPayload - from - 1) < (ulong)(Array.Length - from) && node.Value.o != null)
                {
                    Move(ref node, (int)node.KeyPayload);
                }
            }
        }
        else
        {
            for (int index = from + 1; index <= Array.Length; index++)
            {
                ref Node node = ref FindInt(index);
                if (!Unsafe.IsNullRef(ref node) && node.Value.o != null)
                {
                    Move(ref node, index);
                }
            }
        }

        if (moved > 0)
        {
            if (moved != highest - Count)
            {
                Flags |= TableFlags.MayHaveHoles;
            }

            Count = highest;
        }

        void Move(ref Node node, int index)
        {
            Array[index - 1] = node.Value;
            node.Value = default;
            moved++;
            highest = Math.Max(highest, index);
        }
    }
}
