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

    // The room that the constructor and the loops before the first element asked for, as a LuaTable would have been asked.
    private readonly int _room;
    private ulong _reserved;

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

    /// <summary>Stores an element, when <see cref="TrySet"/> did not. False when the table holds it that this has become.</summary>
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

    /// <summary>Makes room for elements that a loop is about to store, while there are none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Reserve(long first, long last)
    {
        const ulong MostReserved = 1 << 24;
        if (_items.Length == 0 && last > first)
        {
            _reserved = (ulong)last - (ulong)first + 1;
            _items = new T[Math.Min(_reserved, MostReserved)];
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

    // Does what was done to this again, so that the table has the same room, on which the border of one with gaps may hang.
    private LuaTable ToTable()
    {
        if (_table is { } known)
        {
            return known;
        }

        var table = new LuaTable(_room, 0);
        table.ReserveItems(_reserved);
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
