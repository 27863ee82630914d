using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    // In so many steps the free entries of a hash part are counted, which has to fit in 16 bits.
    private const int MostFreeSteps = 1 << 15;

    /// <summary>The hash of an integer key.</summary>
    /// <remarks>Runs of 256 stay together, as programs mostly walk them in order; where a run lies hangs on all the other bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int HashOf(long index)
    {
        ulong bits = (ulong)index;
        return (int)((uint)bits + (uint)(((bits >> 8) * 0x9E3779B97F4A7C15) >> 32));
    }

    /// <summary>The hash of the bits of a float, whose low ones are mostly 0.</summary>
    private static int HashOfBits(long payload)
    {
        ulong bits = (ulong)payload;
        bits ^= bits >> 32;
        return (int)((bits * 0x9E3779B97F4A7C15) >> 32);
    }

    /// <summary>The entry at an index, without a bounds check: the caller masked it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref Node At(Node[] nodes, int index) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), (nint)(uint)index);

    /// <summary>The value of an entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref LuaValue ValueOf(ref Node node) => ref ValueIn(Store!, ref node);

    /// <summary>The value of an entry in a store, whose elements are whatever they are: arrays of all kinds begin at the same place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref LuaValue ValueIn(object store, ref Node node) => ref ValueAt(store, node.ValueOffset);

    /// <summary>What is so many bytes from the first element of a store.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref LuaValue ValueAt(object store, int offset) =>
        ref Unsafe.As<byte, LuaValue>(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(Unsafe.As<byte[]>(store)), (nint)(uint)offset));

    // Where the value of an entry is that holds it itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OffsetOf(Node[] nodes, ref Node node) =>
        (int)Unsafe.ByteOffset(ref Unsafe.As<Node, byte>(ref MemoryMarshal.GetArrayDataReference(nodes)), ref Unsafe.As<LuaValue, byte>(ref node.Value));

    /// <summary>The entry of a string key, dead or alive, or a null reference.</summary>
    internal ref Node FindString(LuaString key)
    {
        int hash = key.Hash;
        Node[] nodes = Nodes;
        ref Node node = ref At(nodes, hash & (nodes.Length - 1));
        while (node.Key != (object)key)
        {
            if (node.KeyPayload == hash && node.Key.IsString(out LuaString? other) && other.HasBytesOf(key))
            {
                break;
            }

            if (node.Next == 0)
            {
                return ref Unsafe.NullRef<Node>();
            }

            node = ref Unsafe.Add(ref node, node.Next);
        }

        return ref node;
    }

    /// <summary>
    /// The entry of a string key that is a constant of a program, dead or alive, or a null reference. An entry whose key is an equal string
    /// takes the constant for its key, so that the next look of a fast path, which compares references only, finds it.
    /// </summary>
    internal ref Node FindConstant(LuaString key)
    {
        ref Node node = ref FindString(key);
        if (!Unsafe.IsNullRef(ref node) && node.Key != (object)key)
        {
            // Where keys are shared, between tables of several threads perhaps, either string will do.
            node.Key = key;
        }

        return ref node;
    }

    /// <summary>
    /// Makes an entry the second of its chain, since fast paths look at two; where keys are shared nothing changes. No entry moves, for a traversal may
    /// be under way.
    /// </summary>
    internal void MoveUp(ref Node node, int hash)
    {
        Node[] nodes = Nodes;
        if (Store != nodes)
        {
            return;
        }

        ref Node main = ref At(nodes, hash & (nodes.Length - 1));
        ref Node previous = ref main;
        while (previous.Next != 0 && !Unsafe.AreSame(ref Unsafe.Add(ref previous, previous.Next), ref node))
        {
            previous = ref Unsafe.Add(ref previous, previous.Next);
        }

        if (previous.Next == 0 || Unsafe.AreSame(ref previous, ref main))
        {
            return;
        }

        int toNode = IndexOf(ref node) - IndexOf(ref main);
        previous.Next = node.Next == 0 ? 0 : previous.Next + node.Next;
        node.Next = main.Next - toNode;
        main.Next = toNode;
    }

    /// <summary>The entry of an integer key, dead or alive, or a null reference.</summary>
    private ref Node FindInt(long index)
    {
        Node[] nodes = Nodes;
        ref Node node = ref At(nodes, HashOf(index) & (nodes.Length - 1));
        while (true)
        {
            if (node.KeyPayload == index && node.Key == Tags.Int)
            {
                return ref node;
            }

            if (node.Next == 0)
            {
                return ref Unsafe.NullRef<Node>();
            }

            node = ref Unsafe.Add(ref node, node.Next);
        }
    }

    /// <summary>The entry of a key that is neither a string nor equal to an integer, dead or alive, or a null reference.</summary>
    private ref Node FindOther(LuaValue key, int hash)
    {
        Node[] nodes = Nodes;
        ref Node node = ref At(nodes, hash & (nodes.Length - 1));
        while (true)
        {
            if (node.Key == key.o && node.KeyPayload == key.n)
            {
                return ref node;
            }

            if (node.Next == 0)
            {
                return ref Unsafe.NullRef<Node>();
            }

            node = ref Unsafe.Add(ref node, node.Next);
        }
    }

    /// <summary>The entry of any normalised key, dead or alive, or a null reference.</summary>
    private ref Node Find(LuaValue key)
    {
        if (key.o.IsString(out LuaString? name))
        {
            return ref FindString(name);
        }

        return ref key.o == Tags.Int ? ref FindInt(key.n) : ref FindOther(key, HashOfOther(key));
    }

    // The hash of the key of an entry.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HashOfKey(ref Node node) => node.Key == Tags.Int ? HashOf(node.KeyPayload) : HashOfObject(ref node);

    // Strings have their hash for a payload, which is never 0, and other objects have none: so no string is touched.
    private static int HashOfObject(ref Node node) =>
        (node.KeyPayload != 0 && node.Key != Tags.Float) || node.Key == RemovedKey
            ? (int)node.KeyPayload
            : HashOfOther(LuaValue.FromParts(node.Key, node.KeyPayload));

    private static int HashOfOther(LuaValue key)
    {
        if (key.o.IsTag())
        {
            return key.o == Tags.Float ? HashOfBits(key.n) : key.o == Tags.True ? 1 : 2;
        }

        // The same in every run: it comes from a sequence that belongs to the thread.
        return RuntimeHelpers.GetHashCode(key.o);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue GetIntFromHash(long index)
    {
        if (Store != Nodes)
        {
            return default;
        }

        // Keys that tables share are names, so here the entry has the value.
        ref Node node = ref FindInt(index);
        return Unsafe.IsNullRef(ref node) ? default : node.Value;
    }

    private void SetIntInHash(long index, LuaValue value)
    {
        ref Node node = ref FindInt(index);
        if (!Unsafe.IsNullRef(ref node))
        {
            node.Value = value;
        }
        else if (value.o != null)
        {
            Insert(Tags.Int, index, HashOf(index), value);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetOther(LuaValue key, LuaValue value)
    {
        int hash = HashOfOther(key);
        ref Node node = ref FindOther(key, hash);
        if (!Unsafe.IsNullRef(ref node))
        {
            node.Value = value;
        }
        else if (value.o != null)
        {
            Insert(key.o!, key.n, hash, value);
        }
    }

    /// <summary>Inserts a key that has no entry, with a value that is not nil, into entries that are the table's own from now on.</summary>
    private void Insert(object key, long payload, int hash, LuaValue value)
    {
        if (Store != Nodes)
        {
            OwnNodes();
        }

        Node[] nodes = Nodes;
        int at = hash & (nodes.Length - 1);
        ref Node main = ref At(nodes, at);
        if (main.Value.o == null && nodes != NoNodes)
        {
            // Free or dead. A dead entry may be a link of another chain, so Next stays.
            main.Key = key;
            main.KeyPayload = payload;
            main.Value = value;
            main.ValueOffset = OffsetOf(nodes, ref main);
            return;
        }

        int free = TakeFree();
        if (free < 0)
        {
            Rehash(key, payload);
            Reinsert(key, payload, hash, value);
            return;
        }

        ref Node fresh = ref At(nodes, free);
        int other = HashOfKey(ref main) & (nodes.Length - 1);
        if (other != at)
        {
            // Who sits here does not belong here: it moves to the free entry, and the new key gets its main position.
            ref Node previous = ref At(nodes, other);
            while (!Unsafe.AreSame(ref Unsafe.Add(ref previous, previous.Next), ref main))
            {
                previous = ref Unsafe.Add(ref previous, previous.Next);
            }

            previous.Next += free - at;
            fresh = main;
            fresh.ValueOffset = OffsetOf(nodes, ref fresh);
            if (main.Next != 0)
            {
                fresh.Next += at - free;
                main.Next = 0;
            }

            main.Key = key;
            main.KeyPayload = payload;
            main.Value = value;
            return;
        }

        fresh.Next = main.Next != 0 ? at + main.Next - free : 0;
        fresh.Key = key;
        fresh.KeyPayload = payload;
        fresh.Value = value;
        fresh.ValueOffset = OffsetOf(nodes, ref fresh);
        main.Next = free - at;
    }

    // How coarsely the free entries are counted: in a large hash part some entries are looked at again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FreeShift(int size) => size <= MostFreeSteps ? 0 : BitOperations.Log2((uint)size / MostFreeSteps);

    private int TakeFree()
    {
        Node[] nodes = Nodes;
        int shift = FreeShift(nodes.Length);
        int free = _free << shift;
        while (free > 0)
        {
            free--;
            if (nodes[free].Key == null)
            {
                _free = (ushort)((free + (1 << shift) - 1) >> shift);
                return free;
            }
        }

        _free = 0;
        return -1;
    }
}
