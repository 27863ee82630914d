using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    /// <summary>
    /// The entry after a key in a traversal, nil being before the first: as a call would return it, the key with the value as second
    /// result, or nil alone at the end; <see cref="LuaValue.Abrupt"/> for a key that is not in the table.
    /// </summary>
    internal LuaValue Next(LuaState L, LuaValue key)
    {
        if (!FindCursor(key, out int cursor))
        {
            return L.ErrorValue(LuaString.Constant("invalid key to 'next'"u8));
        }

        return MoveNext(ref cursor, out LuaValue next, out LuaValue value) ? L.Return2(next, value) : L.Return1(default);
    }

    /// <summary>One step of a traversal: first the array part, then the hash part. False at the end.</summary>
    /// <param name="cursor">Where to look next; starts at 0. Not negative in the array part, below zero the complement of an index of the hash part.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value, never nil.</param>
    internal bool MoveNext(ref int cursor, out LuaValue key, out LuaValue value)
    {
        int at = cursor;
        if (at >= 0)
        {
            LuaValue[] array = Array;
            int count = Count;
            for (; at < count && at < array.Length; at++)
            {
                if (array[at].o != null)
                {
                    cursor = at + 1;
                    key = LuaValue.Int(at + 1L);
                    value = array[at];
                    return true;
                }
            }

            at = ~0;
        }

        Node[] nodes = Nodes;
        for (at = ~at; at < nodes.Length; at++)
        {
            ref Node node = ref nodes[at];
            if (node.Key != null && ValueOf(ref node).o != null)
            {
                cursor = ~(at + 1);
                key = KeyOf(ref node);
                value = ValueOf(ref node);
                return true;
            }
        }

        cursor = ~nodes.Length;
        key = default;
        value = default;
        return false;
    }

    /// <summary>The key of an entry that is alive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LuaValue KeyOf(ref Node node) => LuaValue.FromParts(node.Key, node.Key.IsString() ? 0 : node.KeyPayload);

    /// <summary>Where a traversal goes on after a key; false when the key is not in the table and was not since its last rehash.</summary>
    internal bool FindCursor(LuaValue key, out int cursor)
    {
        cursor = 0;
        if (key.o == null)
        {
            return true;
        }

        // A key is never a float with an integer value, and here the reference does not convert it.
        if (key.o == Tags.Float && FloatToInteger(key.D, out _))
        {
            return false;
        }

        if (key.o == Tags.Int && (ulong)(key.n - 1) < (ulong)Array.Length)
        {
            cursor = (int)key.n;
            return true;
        }

        ref Node node = ref Find(key);
        if (Unsafe.IsNullRef(ref node))
        {
            node = ref FindRemoved(key);
            if (Unsafe.IsNullRef(ref node))
            {
                return false;
            }
        }

        cursor = ~(IndexOf(ref node) + 1);
        return true;
    }
}
