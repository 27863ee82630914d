using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    private void AllocateNodes(int wanted)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)wanted);
        Nodes = new Node[size];
        Store = Nodes;
        _free = (ushort)(size >> FreeShift(size));
    }

    /// <summary>Makes room for a key: finds the sizes of both parts that suit the keys there are, as the reference does, and moves everything.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Rehash(object key, long payload)
    {
        // How many integer keys there are in each range from 2^(i-1)+1 to 2^i.
        Span<int> ranges = stackalloc int[32];
        ranges.Clear();
        int inOldArray = CountArray(ranges);
        int integers = inOldArray;
        int total = integers;
        int used = 0;
        Node[] nodes = Nodes;
        for (int at = 0; at < nodes.Length; at++)
        {
            ref Node node = ref nodes[at];
            used += node.Key != null ? 1 : 0;
            if (node.Value.o != null)
            {
                total++;
                integers += node.Key == Tags.Int ? CountKey(node.KeyPayload, ranges) : 0;
            }
        }

        total++;
        integers += key == Tags.Int ? CountKey(payload, ranges) : 0;
        int arraySize = BestArraySize(ranges, integers, out int inArray);
        if (inOldArray == Count && arraySize <= Array.Length)
        {
            // A full array part stays as it is.
            arraySize = Array.Length;
            inArray = Count;
        }

        int hashSize = total - inArray;
        bool hadDead = used > total - 1 - inOldArray;
        Resize(arraySize, hadDead ? WithReserve(hashSize) : hashSize);
    }

    // Keys come and go: without a reserve, a table that is nearly full would be rehashed for nearly every new key.
    private static int WithReserve(int size) =>
        size > (int)(BitOperations.RoundUpToPowerOf2((uint)size) / 4 * 3) ? size * 2 : size;

    private static int CountKey(long index, Span<int> ranges)
    {
        if ((ulong)(index - 1) >= 1u << 30)
        {
            return 0;
        }

        ranges[RangeOf((int)index)]++;
        return 1;
    }

    private static int RangeOf(int index) => index <= 1 ? 0 : BitOperations.Log2((uint)index - 1) + 1;

    private int CountArray(Span<int> ranges)
    {
        bool mayHaveHoles = (Flags & TableFlags.MayHaveHoles) != 0;
        int total = 0;
        for (int range = 0, low = 0, high = 1; low < Count; range++, low = high, high = (int)Math.Min(high * 2L, int.MaxValue))
        {
            int end = Math.Min(high, Count);
            int values = mayHaveHoles ? CountValues(low, end) : end - low;
            ranges[range] += values;
            total += values;
        }

        if (total == Count)
        {
            Flags &= ~TableFlags.MayHaveHoles;
        }

        return total;
    }

    // The largest power of two such that more than half of the indices up to it are in use.
    private static int BestArraySize(ReadOnlySpan<int> ranges, int integers, out int inArray)
    {
        int best = 0;
        inArray = 0;
        int sum = 0;
        long size = 1;
        for (int range = 0; range < ranges.Length && integers > size / 2; range++, size *= 2)
        {
            sum += ranges[range];
            if (sum > size / 2)
            {
                best = (int)size;
                inArray = sum;
            }
        }

        return best;
    }

    private void Resize(int arraySize, int hashSize)
    {
        LuaValue[] oldArray = Array;
        Node[] oldNodes = Nodes;
        if (hashSize > 0)
        {
            AllocateNodes(hashSize);
        }
        else
        {
            Nodes = NoNodes;
            Store = null;
            _free = 0;
        }

        if (arraySize != oldArray.Length)
        {
            ResizeArray(arraySize);
        }

        if (oldNodes == NoNodes)
        {
            return;
        }

        for (int at = oldNodes.Length - 1; at >= 0; at--)
        {
            ref Node node = ref oldNodes[at];
            if (node.Value.o != null)
            {
                Reinsert(node.Key!, node.KeyPayload, HashOfKey(ref node), node.Value);
            }
        }
    }

    private void ResizeArray(int size)
    {
        LuaValue[] old = Array;
        int oldCount = Count;
        var resized = size == 0 ? NoArray : new LuaValue[size];
        int kept = Math.Min(oldCount, size);
        System.Array.Copy(old, resized, kept);
        Array = resized;
        Flags &= ~TableFlags.LengthAsked;
        if (kept == oldCount)
        {
            return;
        }

        // What no longer fits goes to the hash part; Count is found anew.
        Count = 0;
        Flags &= ~TableFlags.MayHaveHoles;
        CountItems(0, kept);

        for (int at = kept; at < oldCount; at++)
        {
            if (old[at].o != null)
            {
                Insert(Tags.Int, at + 1L, HashOf(at + 1L), old[at]);
            }
        }
    }

    // Stores a key that is not there, wherever it belongs now.
    private void Reinsert(object key, long payload, int hash, LuaValue value)
    {
        if (key == Tags.Int && (ulong)(payload - 1) < (ulong)Array.Length)
        {
            int at = (int)payload - 1;
            Array[at] = value;
            if (at >= Count)
            {
                EndAt(at);
            }
        }
        else
        {
            Insert(key, payload, hash, value);
        }
    }
}
