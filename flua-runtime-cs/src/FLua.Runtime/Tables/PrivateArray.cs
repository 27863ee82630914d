using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>
/// A table that only one activation of one function sees, as long as it holds elements of one type without a gap: at <c>first</c>, <c>first + 1</c> …
/// What does not suit becomes a <see cref="LuaTable"/>, and the function goes on without private arrays. See docs/decisions/0029.
/// </summary>
/// <typeparam name="T">What the elements are: <see cref="long"/>, <see cref="double"/> or <see cref="bool"/>.</typeparam>
/// <remarks>Generated code only reads, replaces and counts elements, so there is nothing else here.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PrivateArray<T>
    where T : unmanaged
{
    private const int FirstCapacity = 4;

    // The first element of an array is not so far away that indices overflow.
    private const long MostDistant = 1L << 62;

    // The room that the constructor asked for.
    private readonly int _room;
    private readonly bool _isMeasured;
    private T[] _items;

    // Indices below this one and behind the last hold nil.
    private long _first = 1;
    private ulong _count;

    // How many elements there have been at a time: the LuaTable would have got room for so many.
    private ulong _most;

    // What this has become. Then nothing is left here.
    private LuaTable? _table;

    /// <summary>An empty array with room for some elements. One whose length is asked for begins at 1 or below.</summary>
    public PrivateArray(int room, bool isMeasured)
    {
        _room = room;
        _isMeasured = isMeasured;
        _items = room > 0 ? new T[room] : [];
    }

    /// <summary>The length, a border. Lua 5.4 §3.4.7.</summary>
    public long Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(0, _first - 1 + (long)_count);
    }

    /// <summary>How many elements there are. It grows by what was appended to the <see cref="Items"/>, and never shrinks.</summary>
    public ulong Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => _count = Math.Max(_count, value);
    }

    /// <summary>The elements that there are, for several looks.</summary>
    public PrivateItems<T> Items
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_items, _first, _count);
    }

    /// <summary>An element. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(long index, out T value)
    {
        Unsafe.SkipInit(out value);
        ulong at = (ulong)(index - _first);
        if (at >= _count)
        {
            return false;
        }

        value = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), (nint)at);
        return true;
    }

    /// <summary>An element, as any value. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(long index, out LuaValue value)
    {
        bool isThere = TryGet(index, out T item);
        value = isThere ? Boxed(item) : default;
        return isThere;
    }

    /// <summary>An element by a key that may be an integer. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(in LuaValue key, out T value)
    {
        Unsafe.SkipInit(out value);
        return key.o == Tags.Int && TryGet(key.n, out value);
    }

    /// <summary>An element by a key that may be an integer, as any value. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(in LuaValue key, out LuaValue value)
    {
        Unsafe.SkipInit(out value);
        return key.o == Tags.Int && TryGet(key.n, out value);
    }

    /// <summary>Replaces an element, or appends one where there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(long index, T value)
    {
        ulong at = (ulong)(index - _first);
        T[] items = _items;
        if (at >= _count)
        {
            if (at != _count || at >= (ulong)items.Length)
            {
                return false;
            }

            _count = at + 1;
        }

        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(items), (nint)at) = value;
        return true;
    }

    /// <summary>Replaces or appends an element, if a value can be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(long index, in LuaValue value) => TryUnbox(value, out T item) && TrySet(index, item);

    /// <summary>Replaces or appends an element by a key that may be an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(in LuaValue key, T value) => key.o == Tags.Int && TrySet(key.n, value);

    /// <summary>Replaces or appends an element by a key that may be an integer, if a value can be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(in LuaValue key, in LuaValue value) => key.o == Tags.Int && TryUnbox(value, out T item) && TrySet(key.n, item);

    /// <summary>Stores an element, when <c>TrySet</c> did not. False when the table holds it that this has become.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Set(long index, T value)
    {
        if (_count == 0 && _most == 0 && index > -MostDistant && index < MostDistant && (!_isMeasured || index <= 1))
        {
            _first = index;
        }

        if (TrySet(index, value))
        {
            return true;
        }

        if ((ulong)(index - _first) != _count || _count >= (ulong)Array.MaxLength / 2)
        {
            ToTable().SetInt(index, Boxed(value));
            return false;
        }

        int capacity = Math.Max(FirstCapacity, (int)BitOperations.RoundUpToPowerOf2((uint)_count + 1));
        Array.Resize(ref _items, capacity);
        return TrySet(index, value);
    }

    /// <summary>Stores any value, when <c>TrySet</c> did not. False when the table holds it that this has become.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Set(long index, LuaValue value)
    {
        if (TryUnbox(value, out T item))
        {
            return Set(index, item);
        }

        if (value.o == null)
        {
            return Remove(index);
        }

        ToTable().SetInt(index, value);
        return false;
    }

    /// <summary>Stores any value under any key, when <c>TrySet</c> did not. Gives <see cref="LuaValue.Abrupt"/> for a key that is nil or not a number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Set(LuaState L, LuaValue key, LuaValue value)
    {
        if (key.o != Tags.Int)
        {
            return ToTable().Set(L, key, value);
        }

        Set(key.n, value);
        return default;
    }

    /// <summary>The value of any key, in the table that this becomes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Get(LuaValue key) => ToTable().Get(key);

    /// <summary>Whether this has become a table.</summary>
    public bool IsTable => _table != null;

    /// <summary>Stores nil. False when it was no element at the end, so that the table holds what is left that this has become.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Remove(long index)
    {
        ulong at = (ulong)(index - _first);
        if (_count > 0 && at == _count - 1)
        {
            _most = Math.Max(_most, _count);
            _count = at;
            return true;
        }

        if (at >= _count)
        {
            return true;
        }

        ToTable().SetInt(index, default);
        return false;
    }

    /// <summary>Makes room for elements that a loop is about to store, while there are none. A table that grows element by element comes to the same room.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Reserve(long first, long last)
    {
        const ulong MostReserved = 1 << 24;
        if (_items.Length == 0 && last > first)
        {
            _items = new T[Math.Min((ulong)last - (ulong)first + 1, MostReserved)];
        }
    }

    /// <summary>What an array has become, or becomes now: a table with the same elements. Null for null.</summary>
    public static LuaTable? ToTable(PrivateArray<T>? array) => array?.ToTable();

    /// <summary>An element as any value.</summary>
    internal static LuaValue Boxed(T item)
    {
        if (typeof(T) == typeof(long))
        {
            return Unsafe.BitCast<T, long>(item);
        }

        return typeof(T) == typeof(double) ? Unsafe.BitCast<T, double>(item) : Unsafe.BitCast<T, bool>(item);
    }

    /// <summary>Whether a value can be an element; it as one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryUnbox(in LuaValue value, out T item)
    {
        Unsafe.SkipInit(out item);
        if (typeof(T) == typeof(long))
        {
            item = Unsafe.BitCast<long, T>(value.n);
            return value.o == Tags.Int;
        }

        if (typeof(T) == typeof(double))
        {
            item = Unsafe.BitCast<double, T>(value.D);
            return value.o == Tags.Float;
        }

        item = Unsafe.BitCast<bool, T>(value.o == Tags.True);
        return value.o == Tags.True || value.o == Tags.False;
    }

    // Stores what was stored here again, so that the table has the same room, on which the border of one with gaps may hang.
    private LuaTable ToTable()
    {
        if (_table is { } known)
        {
            return known;
        }

        var table = new LuaTable(_room, 0);
        long end = _first + (long)_count;
        for (long index = _first; index < end; index++)
        {
            table.SetInt(index, Boxed(_items[index - _first]));
        }

        long most = _first + (long)Math.Max(_most, _count);
        for (long index = end; index < most; index++)
        {
            table.SetInt(index, true);
        }

        for (long index = most; index > end; index--)
        {
            table.SetInt(index - 1, default);
        }

        _items = [];
        _count = 0;
        return _table = table;
    }
}
