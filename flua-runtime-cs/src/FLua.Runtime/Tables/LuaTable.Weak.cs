using System;
using System.Collections.Generic;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <content>What happens to the entries of a weak table at a collection. Lua 5.4 §2.5.4.</content>
public sealed partial class LuaTable
{
    // A dead entry keeps a short string as its key: that is small, and a traversal may go on from it.
    private const int LongestKeptKey = 40;

    // Stands for the key of an entry that the collector has removed.
    private static readonly object RemovedKey = new();

    /// <summary>What this table, as the reference would find it now, does not keep alive.</summary>
    internal WeakMode WeakMode
    {
        get
        {
            if (Meta == null || !Meta.GetMetamethod(Metamethod.Mode).o.IsString(out LuaString? mode))
            {
                return WeakMode.None;
            }

            return (mode.Span.Contains((byte)'k') ? WeakMode.Keys : WeakMode.None)
                | (mode.Span.Contains((byte)'v') ? WeakMode.Values : WeakMode.None);
        }
    }

    /// <summary>Takes everything out of the table that it does not keep alive, and leaves it to weak handles.</summary>
    internal void DetachWeak(WeakMode mode, List<WeakEntry> entries)
    {
        if ((mode & WeakMode.Values) != 0)
        {
            for (int at = 0; at < Count; at++)
            {
                ref LuaValue slot = ref Array[at];
                if (IsCollectable(slot.o))
                {
                    entries.Add(new WeakEntry { Slot = at, Value = GCHandle.Alloc(slot.o, GCHandleType.Weak) });
                    slot = default;
                }
            }
        }

        Node[] nodes = Nodes;
        for (int at = 0; at < nodes.Length; at++)
        {
            ref Node node = ref nodes[at];
            if (node.Key == null)
            {
                continue;
            }

            ref LuaValue value = ref ValueOf(ref node);
            if (value.o == null)
            {
                ReleaseKey(ref node);
                continue;
            }

            var entry = new WeakEntry { Slot = ~at };
            if (mode == WeakMode.Keys)
            {
                if (!IsCollectable(node.Key))
                {
                    continue;
                }

                entry.Pair = new DependentHandle(node.Key, IsCollectable(value.o) ? value.o : null);
            }
            else
            {
                if ((mode & WeakMode.Keys) != 0 && IsCollectable(node.Key))
                {
                    entry.Key = GCHandle.Alloc(node.Key, GCHandleType.WeakTrackResurrection);
                }

                if (IsCollectable(value.o))
                {
                    entry.Value = GCHandle.Alloc(value.o, GCHandleType.Weak);
                    if (mode != WeakMode.Values && IsLongText(node.Key))
                    {
                        // A long text goes away with its value.
                        entry.Pair = new DependentHandle(value.o, node.Key);
                    }
                }
                else if (!entry.Key.IsAllocated)
                {
                    continue;
                }
            }

            entries.Add(entry);
            if (entry.Key.IsAllocated || entry.Pair.IsAllocated)
            {
                RemoveKey(ref node);
            }

            if (IsCollectable(value.o))
            {
                value = default;
            }
        }
    }

    /// <summary>After a collection: puts back what is alive. The entries of the rest are dead; gives their number.</summary>
    internal int AttachWeak(List<WeakEntry> entries, int from, int to)
    {
        int removed = 0;
        bool hasGaps = false;
        for (int i = from; i < to; i++)
        {
            WeakEntry entry = entries[i];
            if (entry.Slot >= 0)
            {
                object? value = entry.Value.Target;
                Array[entry.Slot] = LuaValue.Object(Unsafe.As<LuaObject>(value));
                hasGaps |= value == null;
                removed += value == null ? 1 : 0;
            }
            else
            {
                removed += Attach(ref Nodes[~entry.Slot], entry) ? 0 : 1;
            }
        }

        if (hasGaps)
        {
            Recount();
        }

        return removed;
    }

    // Whether the entry is alive.
    private bool Attach(ref Node node, in WeakEntry entry)
    {
        ref LuaValue slot = ref ValueOf(ref node);
        object? key = node.Key;
        object? value = null;
        if (entry.Value.IsAllocated)
        {
            value = entry.Value.Target;
            key = entry.Pair.IsAllocated ? entry.Pair.Dependent : entry.Key.IsAllocated ? entry.Key.Target : key;
        }
        else if (entry.Pair.IsAllocated)
        {
            (key, value) = entry.Pair.TargetAndDependent;
        }
        else
        {
            key = entry.Key.Target;
        }

        if (key != null && (value != null || slot.o != null))
        {
            if (node.Key == RemovedKey)
            {
                node.Key = key;
                node.KeyPayload = key.IsString(out LuaString? name) ? name.Hash : 0;
            }

            if (value != null)
            {
                slot = LuaValue.Object(Unsafe.As<LuaObject>(value));
            }

            return true;
        }

        slot = default;
        ReleaseKey(ref node);
        return false;
    }

    // The key of a dead entry. Its hash stays, for traversals that stand at it.
    private void ReleaseKey(ref Node node)
    {
        if (node.Key is LuaObject && (!node.Key.IsString() || IsLongText(node.Key)))
        {
            RemoveKey(ref node);
        }
    }

    private static void RemoveKey(ref Node node)
    {
        node.KeyPayload = HashOfKey(ref node);
        node.Key = RemovedKey;
    }

    // Whether a key is a text that goes away with its entry; names that tables share are constants, and stay.
    private bool IsLongText(object? key) => key.IsString(out LuaString? text) && text.Length > LongestKeptKey && Store == Nodes;

    // Strings are values, as far as weak tables are concerned, and so are the functions of the library, which have no state.
    private static bool IsCollectable(object? part) => part is LuaObject and not (LuaString or LibraryFunction);

    // Finds Count of the array part anew.
    private void Recount()
    {
        int end = Count;
        Count = 0;
        Flags &= ~TableFlags.MayHaveHoles;
        CountItems(0, end);
    }

    // The entry of a key that the collector removed while a traversal stood at it: nothing but its hash is left.
    private ref Node FindRemoved(LuaValue key)
    {
        int hash = key.o.IsString(out LuaString? name) ? name.Hash : HashOfOther(key);
        ref Node node = ref At(Nodes, hash & (Nodes.Length - 1));
        while (node.Key != RemovedKey || node.KeyPayload != hash)
        {
            if (node.Next == 0)
            {
                return ref Unsafe.NullRef<Node>();
            }

            node = ref Unsafe.Add(ref node, node.Next);
        }

        return ref node;
    }
}
