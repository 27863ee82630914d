using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>An array that grows, as <c>List</c> is one.</summary>
/// <remarks>
/// A generic type of .NET over one of our structs is not precompiled with the runtime: each of its methods costs a program that uses it a tenth
/// of a millisecond in the JIT. A generic type of ours is.
/// </remarks>
internal struct ArrayBuilder<T>
{
    private T[] _items;

    /// <summary>An empty one.</summary>
    public ArrayBuilder(int capacity)
    {
        _items = new T[capacity];
        Count = 0;
    }

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item that there is.</summary>
    public readonly ref T this[int index] => ref _items[index];

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Resize(ref _items, Math.Max(4, Count * 2));
        }

        _items[Count++] = item;
    }

    /// <summary>Removes items.</summary>
    public void RemoveRange(int start, int count)
    {
        Array.Copy(_items, start + count, _items, start, Count - start - count);
        Count -= count;
    }

    /// <summary>The items.</summary>
    public readonly T[] ToArray()
    {
        var items = new T[Count];
        Array.Copy(_items, items, Count);
        return items;
    }

    /// <summary>Replaces an array by one of another length, with as many of its items as there is room for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Resize(ref T[] array, int length)
    {
        var resized = new T[length];
        Array.Copy(array, resized, Math.Min(array.Length, length));
        array = resized;
    }
}
