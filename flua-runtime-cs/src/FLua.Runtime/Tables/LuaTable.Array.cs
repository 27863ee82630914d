using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    // The first array of a table that grows by appends. The reference starts with one slot and doubles; see TrimToReference.
    private const int FirstCapacity = 4;

    // No more elements than these get room ahead, a megabyte.
    private const uint MostReserved = 1 << 16;

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
            Holes--;
        }
        else if (at == Count)
        {
            slot = value;
            Count++;
        }
        else if (TrimToReference(at))
        {
            SetIntInHash(at + 1L, value);
        }
        else
        {
            slot = value;
            Holes += at - Count;
            Count = at + 1;
        }
    }

    private void RemovedFromArray(int at)
    {
        if (at != Count - 1)
        {
            Holes++;
            return;
        }

        int count = at;
        while (Holes > 0 && Array[count - 1].o == null)
        {
            count--;
            Holes--;
        }

        Count = count;
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
    private bool CanGrow() => Holes == 0 || Count - Holes + 1 > NextCapacity() / 2;

    private int NextCapacity() => Count == 0 ? FirstCapacity : (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)Count + 1), (uint)System.Array.MaxLength);

    /// <summary>
    /// Makes room for elements that are about to be appended to an empty table, up to a bound: the program may not come to the end. The size is one
    /// to which the table would have grown.
    /// </summary>
    internal void ReserveItems(ulong count)
    {
        if (Array.Length == 0 && Nodes == NoNodes && Meta == null && count > FirstCapacity)
        {
            Array = new LuaValue[BitOperations.RoundUpToPowerOf2((uint)Math.Min(count, MostReserved))];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowAndAppend(LuaValue value)
    {
        int count = Count;
        GrowArray(Math.Max(FirstCapacity, NextCapacity()));
        if (Nodes != NoNodes)
        {
            MigrateToArray(count);
        }

        ref LuaValue slot = ref Array[count];
        if (count == Count)
        {
            Count = count + 1;
        }
        else if (slot.o == null)
        {
            Holes--;
        }

        slot = value;
    }

    private void GrowArray(int capacity)
    {
        var larger = new LuaValue[capacity];
        System.Array.Copy(Array, larger, Count);
        Array = larger;
        Flags &= ~LengthAsked;
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
            Holes += highest - Count - moved;
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
