using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>The elements of a <see cref="PrivateArray{T}"/>, found once for several looks.</summary>
/// <remarks>Good until something else appends an element: what is there then is not seen. What is appended here, the array is told by its <see cref="PrivateArray{T}.Count"/>.</remarks>
/// <typeparam name="T">What the elements are.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct PrivateItems<T>
    where T : unmanaged
{
    private readonly ref T _first;
    private readonly long _firstIndex;
    private readonly ulong _room;
    private ulong _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PrivateItems(T[] items, long firstIndex, ulong count)
    {
        _room = (ulong)items.Length;
        _first = ref MemoryMarshal.GetArrayDataReference(items);
        _firstIndex = firstIndex;
        _count = count;
    }

    /// <summary>How many elements there are.</summary>
    public readonly ulong Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _count;
    }

    /// <summary>The length, a border.</summary>
    public readonly long Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(0, _firstIndex - 1 + (long)_count);
    }

    /// <summary>An element. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryGet(long index, out T value)
    {
        Unsafe.SkipInit(out value);
        ulong at = (ulong)(index - _firstIndex);
        if (at >= _count)
        {
            return false;
        }

        value = Unsafe.Add(ref _first, (nint)at);
        return true;
    }

    /// <summary>An element, as any value. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryGet(long index, out LuaValue value)
    {
        bool isThere = TryGet(index, out T item);
        value = isThere ? PrivateArray<T>.Boxed(item) : default;
        return isThere;
    }

    /// <summary>An element by a key that may be an integer. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryGet(in LuaValue key, out T value)
    {
        Unsafe.SkipInit(out value);
        return key.o == Tags.Int && TryGet(key.n, out value);
    }

    /// <summary>An element by a key that may be an integer, as any value. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryGet(in LuaValue key, out LuaValue value)
    {
        Unsafe.SkipInit(out value);
        return key.o == Tags.Int && TryGet(key.n, out value);
    }

    /// <summary>Replaces an element. False when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryReplace(long index, T value)
    {
        ulong at = (ulong)(index - _firstIndex);
        if (at >= _count)
        {
            return false;
        }

        Unsafe.Add(ref _first, (nint)at) = value;
        return true;
    }

    /// <summary>Replaces an element, if a value can be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryReplace(long index, in LuaValue value) => PrivateArray<T>.TryUnbox(value, out T item) && TryReplace(index, item);

    /// <summary>Replaces an element by a key that may be an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryReplace(in LuaValue key, T value) => key.o == Tags.Int && TryReplace(key.n, value);

    /// <summary>Replaces an element by a key that may be an integer, if a value can be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryReplace(in LuaValue key, in LuaValue value) =>
        key.o == Tags.Int && PrivateArray<T>.TryUnbox(value, out T item) && TryReplace(key.n, item);

    /// <summary>Replaces or appends an element, if a value can be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(long index, in LuaValue value) => PrivateArray<T>.TryUnbox(value, out T item) && TrySet(index, item);

    /// <summary>Replaces or appends an element by a key that may be an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(in LuaValue key, T value) => key.o == Tags.Int && TrySet(key.n, value);

    /// <summary>Replaces or appends an element by a key that may be an integer, if a value can be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(in LuaValue key, in LuaValue value) => key.o == Tags.Int && PrivateArray<T>.TryUnbox(value, out T item) && TrySet(key.n, item);

    /// <summary>Replaces an element, or appends one where there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(long index, T value)
    {
        ulong at = (ulong)(index - _firstIndex);
        if (at >= _count)
        {
            if (at != _count || at >= _room)
            {
                return false;
            }

            _count = at + 1;
        }

        Unsafe.Add(ref _first, (nint)at) = value;
        return true;
    }
}
