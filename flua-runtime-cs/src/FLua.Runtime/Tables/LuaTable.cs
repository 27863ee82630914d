using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>A table. Lua 5.4 §2.1.</summary>
/// <remarks>
/// <para>
/// The keys 1 to <c>Array.Length</c> live in the array part and nowhere else; all other keys live in the hash part, a chained scatter table
/// with Brent's variation, as in the reference. <see cref="Count"/> is the highest index of the array part that holds a value, and
/// <see cref="Holes"/> the number of nils below it. So a table without holes knows its length, and an append is a compare and a store.
/// </para>
/// <para>Everything here is raw: metamethods are looked at in <see cref="LuaOperations"/>.</para>
/// </remarks>
public sealed partial class LuaTable : LuaObject
{
    /// <summary>Stands for an empty hash part, so that a look needs no test for one. Nobody ever writes to it.</summary>
    internal static readonly Node[] NoNodes = new Node[1];

    private static readonly LuaValue[] NoArray = new LuaValue[0];

    /// <summary>The array part; slots from <see cref="Count"/> on are nil.</summary>
    internal LuaValue[] Array;

    /// <summary>The hash part; the length is a power of two.</summary>
    internal Node[] Nodes;

    /// <summary>The metatable.</summary>
    internal LuaTable? Meta;

    /// <summary>The highest index of the array part that holds a value.</summary>
    internal int Count;

    /// <summary>The number of nils in the array part below <see cref="Count"/>.</summary>
    internal int Holes;

    /// <summary>All entries of the hash part from this index on are or were in use.</summary>
    private int _free;

    /// <summary>As a metatable: a bit for each <see cref="Metamethod"/> that is known to be absent. And <see cref="LastingFlags"/>.</summary>
    internal uint Flags;

    /// <summary>The bit of <see cref="Flags"/> that says that methods were found through this table, so that stores to it must be noticed.</summary>
    internal const uint IsPrototype = 1u << 28;

    /// <summary>The bit of <see cref="Flags"/> that says that the table has a finalizer, which has not been called.</summary>
    internal const uint HasFinalizer = 1u << 29;

    /// <summary>The bit of <see cref="Flags"/> that says that the collector looks at the table's <c>__mode</c>.</summary>
    internal const uint IsWatched = 1u << 30;

    /// <summary>The bit of <see cref="Flags"/> that says that the length of the table was asked for since its array part got its size.</summary>
    internal const uint LengthAsked = 1u << 31;

    // What does not change when a field is added.
    private const uint LastingFlags = IsPrototype | HasFinalizer | IsWatched | LengthAsked;

    /// <summary>An empty table.</summary>
    public LuaTable()
    {
        Array = NoArray;
        Nodes = NoNodes;
    }

    /// <summary>An empty table with room for elements from 1 on and for other fields.</summary>
    public LuaTable(int arrayCapacity, int hashCapacity)
    {
        Array = arrayCapacity > 0 ? new LuaValue[arrayCapacity] : NoArray;
        if (hashCapacity > 0)
        {
            AllocateNodes(hashCapacity);
        }
        else
        {
            Nodes = NoNodes;
        }
    }

    /// <summary>The metatable of this table.</summary>
    /// <remarks>Here <c>__gc</c> and <c>__mode</c> have no effect: they concern the collector of a state, so use <see cref="LuaState.SetMetatable"/> for them.</remarks>
    public LuaTable? Metatable
    {
        get => Meta;
        set
        {
            NotePrototypeChange();
            Meta = value;
        }
    }

    /// <summary>A field by its name, without metamethods.</summary>
    public LuaValue this[string name]
    {
        get => GetString(LuaString.FromText(name));
        set => SetString(LuaString.FromText(name), value);
    }

    /// <summary>An element, without metamethods.</summary>
    public LuaValue this[long index]
    {
        get => GetInt(index);
        set => SetInt(index, value);
    }

    /// <summary>The value of any key, without metamethods.</summary>
    /// <exception cref="ArgumentException">A store with a key that is nil or not a number.</exception>
    public LuaValue this[LuaValue key]
    {
        get => Get(key);
        set
        {
            if (key.IsNil || (key.IsFloat && double.IsNaN(key.D)))
            {
                throw new ArgumentException("a table index must not be nil or NaN", nameof(key));
            }

            SetValid(key, value);
        }
    }

    /// <summary>The value of any key; nil when there is none.</summary>
    public LuaValue Get(LuaValue key)
    {
        if (key.o is LuaString name)
        {
            return GetString(name);
        }

        if (key.o == Tags.Int)
        {
            return GetInt(key.n);
        }

        if (key.o == Tags.Float && FloatToInteger(key.D, out long whole))
        {
            return GetInt(whole);
        }

        return key.o == null ? default : Value(ref FindOther(key, HashOfOther(key)));
    }

    /// <summary>The value of a string key; nil when there is none.</summary>
    public LuaValue GetString(LuaString key) => Value(ref FindString(key));

    /// <summary>The value of an integer key; nil when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue GetInt(long index)
    {
        LuaValue[] array = Array;
        ulong at = (ulong)(index - 1);
        return at < (ulong)array.Length ? array[(int)at] : GetIntFromHash(index);
    }

    /// <summary>Stores a value under any key. Gives <see cref="LuaValue.Abrupt"/> for a key that is nil or not a number, else nil.</summary>
    public LuaValue Set(LuaState L, LuaValue key, LuaValue value)
    {
        if (key.o is LuaString name)
        {
            SetString(name, value);
            return default;
        }

        if (key.o == null)
        {
            return L.RuntimeError("table index is nil");
        }

        if (key.o == Tags.Float && double.IsNaN(key.D))
        {
            return L.RuntimeError("table index is NaN");
        }

        SetValid(key, value);
        return default;
    }

    /// <summary>Stores a value under a string key.</summary>
    public void SetString(LuaString key, LuaValue value)
    {
        Node[] nodes = Nodes;
        int hash = key.Hash;
        ref Node main = ref At(nodes, hash & (nodes.Length - 1));
        if (main.Key == null && nodes != NoNodes)
        {
            // No key with this main position was ever here, so there is nothing to look for.
            if (value.o != null)
            {
                NotePrototypeChange();
                Flags &= LastingFlags;
                main.Key = key;
                main.Hash = hash;
                main.Value = value;
            }

            return;
        }

        ref Node node = ref FindString(key);
        if (!Unsafe.IsNullRef(ref node))
        {
            StoreField(ref node, value);
        }
        else
        {
            AddField(key, value);
        }
    }

    /// <summary>Stores a value under an integer key.</summary>
    public void SetInt(long index, LuaValue value)
    {
        LuaValue[] array = Array;
        ulong at = (ulong)(index - 1);
        if (at < (ulong)array.Length)
        {
            ref LuaValue slot = ref array[(int)at];
            if (slot.o != null && value.o != null)
            {
                slot = value;
            }
            else
            {
                SetArraySlot((int)at, value);
            }
        }
        else if (at == (ulong)Count && value.o != null && CanGrow())
        {
            GrowAndAppend(value);
        }
        else
        {
            SetIntInHash(index, value);
        }
    }

    /// <summary>The integer that a float equals, if there is one.</summary>
    internal static bool FloatToInteger(double number, out long whole)
    {
        // 2^63 is exact; nan fails both compares.
        if (number >= -9223372036854775808.0 && number < 9223372036854775808.0)
        {
            whole = (long)number;
            return whole == number;
        }

        whole = 0;
        return false;
    }

    /// <summary>Stores a value under any key but nil and nan.</summary>
    internal void SetValid(LuaValue key, LuaValue value)
    {
        if (key.o is LuaString name)
        {
            SetString(name, value);
        }
        else if (key.o == Tags.Int)
        {
            SetInt(key.n, value);
        }
        else if (key.o == Tags.Float && FloatToInteger(key.D, out long whole))
        {
            SetInt(whole, value);
        }
        else
        {
            SetOther(key, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaValue Value(ref Node node) => Unsafe.IsNullRef(ref node) ? default : node.Value;

    /// <summary>Stores into the entry of a string key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void StoreField(ref Node node, LuaValue value)
    {
        if (node.Value.o == null)
        {
            // A dead key may come back: what is known of absent metamethods no longer holds.
            Flags &= LastingFlags;
        }

        if ((Flags & IsPrototype) != 0)
        {
            NotePrototypeStore(node.Value, value);
        }

        node.Value = value;
    }

    /// <summary>Adds a string key that has no entry.</summary>
    internal void AddField(LuaString key, LuaValue value)
    {
        if (value.o != null)
        {
            NotePrototypeChange();
            Flags &= LastingFlags;
            Insert(key, 0, key.Hash, value);
        }
    }
}
