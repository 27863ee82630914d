using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>A table. Lua 5.4 §2.1.</summary>
/// <remarks>
/// <para>
/// The keys 1 to <c>Array.Length</c> live in the array part and nowhere else; all other keys live in the hash part, a chained scatter table
/// with Brent's variation, as in the reference. Tables with the same fields may have the keys of their hash parts in common: see <see cref="Shape"/>. <see cref="Count"/> is the highest index of the array part that holds a value. So a table
/// without nils below it knows its length, and an append is a compare and a store.
/// </para>
/// <para>Everything here is raw: metamethods are looked at in <see cref="LuaOperations"/>.</para>
/// </remarks>
public sealed partial class LuaTable : LuaObject
{
    /// <summary>Stands for an empty hash part, so that a look needs no test for one. Nobody ever writes to it.</summary>
    internal static readonly Node[] NoNodes = new Node[1];

    /// <summary>Stands for an empty array part.</summary>
    internal static readonly LuaValue[] NoArray = new LuaValue[0];

    /// <summary>
    /// What a look finds where there is nothing. Nobody writes to it, since a slot is written only after it was seen to hold a value. It stands here, and
    /// not beside the looks, because this class is prepared before printed code is compiled, which need not see to that then.
    /// </summary>
    internal static readonly LuaValue[] Absent = new LuaValue[1];

    /// <summary>Offsets into <see cref="Absent"/>.</summary>
    internal static readonly int[] NoOffsets = new int[FieldGroup.MostNames];

    /// <summary>The array part; slots from <see cref="Count"/> on are nil.</summary>
    internal LuaValue[] Array;

    /// <summary>The hash part, or only its keys, those of a <see cref="Shape"/>; the length is a power of two.</summary>
    internal Node[] Nodes;

    /// <summary>
    /// Where the values of the hash part are: the <see cref="Nodes"/> themselves, or the table's own array of <see cref="LuaValue"/> beside keys that
    /// it shares; null when there is neither. An entry says where in it (<see cref="Node.ValueOffset"/>), so that a look need not know which of them it is.
    /// </summary>
    internal object? Store;

    /// <summary>The metatable.</summary>
    internal LuaTable? Meta;

    /// <summary>The highest index of the array part that holds a value.</summary>
    internal int Count;

    // All entries of the hash part from this index on are or were in use, counted in steps (FreeShift). While keys are shared,
    // or there are none: for how many entries room was asked.
    private ushort _free;

    /// <summary>What the table knows of itself.</summary>
    internal TableFlags Flags;

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
        Nodes = NoNodes;
        if (hashCapacity <= ushort.MaxValue)
        {
            _free = (ushort)hashCapacity;
        }
        else
        {
            AllocateNodes(hashCapacity);
        }
    }

    /// <summary>A table of an array part, of which so many slots are in use, and they hold values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaTable(LuaValue[] array, int count)
    {
        Array = array;
        Nodes = NoNodes;
        Count = count;
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
        if (key.o.IsString(out LuaString? name))
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
        if (key.o.IsString(out LuaString? name))
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
        ref Node node = ref FindString(key);
        if (!Unsafe.IsNullRef(ref node))
        {
            StoreField(ref ValueOf(ref node), value);
        }
        else if (value.o != null)
        {
            NotePrototypeChange();
            Flags &= TableFlags.Lasting;
            int hash = key.KnownHash;
            Insert(key, hash, hash, value);
        }
    }

    /// <summary>Stores a value under a string key that is a constant of a program: tables get such keys in the same order again and again, and may share them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void SetField(LuaString key, LuaValue value)
    {
        ref Node node = ref FindConstant(key);
        if (!Unsafe.IsNullRef(ref node))
        {
            StoreField(ref ValueOf(ref node), value);
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
        if (key.o.IsString(out LuaString? name))
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
    private LuaValue Value(ref Node node) => Unsafe.IsNullRef(ref node) ? default : ValueOf(ref node);

    /// <summary>Stores into the slot of a string key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void StoreField(ref LuaValue slot, LuaValue value)
    {
        if (slot.o == null)
        {
            // A dead key may come back: what is known of absent metamethods no longer holds.
            Flags &= TableFlags.Lasting;
        }

        if ((Flags & TableFlags.IsPrototype) != 0)
        {
            NotePrototypeStore(slot, value);
        }

        slot = value;
    }
}
