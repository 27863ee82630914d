using System;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    /// <summary>For constructors: stores elements from an index on. Lua 5.4 §3.4.9.</summary>
    public void SetItems(long start, ReadOnlySpan<LuaValue> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        long last = start - 1 + values.Length;
        if (start > Count && last <= System.Array.MaxLength && (last <= Array.Length || Nodes == NoNodes))
        {
            ReserveArray((int)last);
            StoreItems((int)start - 1, values);
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            SetInt(start + i, values[i]);
        }
    }

    /// <summary>For constructors: stores the results of the call that was just made, whose first is <paramref name="first"/>, from an index on.</summary>
    public void AppendOpen(LuaState L, long start, LuaValue first) => AppendOpen(L, start, [], first);

    /// <summary>For constructors: stores elements from an index on, and behind them the results of the call that was just made, whose first is <paramref name="first"/>.</summary>
    public void AppendOpen(LuaState L, long start, ReadOnlySpan<LuaValue> values, LuaValue first)
    {
        int count = L.ResultCount;
        if (count < 2)
        {
            AppendLast(start, values, Spans.Of(in first, count));
            return;
        }

        L.Results[0] = first;
        AppendLast(start, values, L.Results.Part(0, count));
        L.Results[0] = default;
    }

    /// <summary>For constructors: stores varargs from an index on.</summary>
    public void AppendVarargs(long start, ReadOnlySpan<LuaValue> varargs) => AppendLast(start, [], varargs);

    /// <summary>For constructors: stores elements from an index on, and varargs behind them.</summary>
    public void AppendVarargs(long start, ReadOnlySpan<LuaValue> values, ReadOnlySpan<LuaValue> varargs) => AppendLast(start, values, varargs);

    // The last items of a constructor: the reference makes the array part exactly as large as needed.
    private void AppendLast(long start, ReadOnlySpan<LuaValue> values, ReadOnlySpan<LuaValue> others)
    {
        long last = start - 1 + values.Length + others.Length;
        if (start == 1 && Array.Length == 0 && Nodes == NoNodes && last <= System.Array.MaxLength)
        {
            Array = last == 0 ? NoArray : new LuaValue[last];
            StoreItems(0, values);
            StoreItems(values.Length, others);
            return;
        }

        if (last > Array.Length && last <= System.Array.MaxLength)
        {
            int from = Array.Length;
            ReserveArray((int)last);
            if (Store == Nodes)
            {
                MigrateToArray(from);
            }
        }

        SetItems(start, values);
        SetItems(start + values.Length, others);
    }

    private void ReserveArray(int size)
    {
        if (Array.Length == 0)
        {
            Array = new LuaValue[size];
        }
        else if (size > Array.Length)
        {
            ArrayBuilder<LuaValue>.Resize(ref Array, size);
        }
    }

    // Stores into slots above Count.
    private void StoreItems(int at, ReadOnlySpan<LuaValue> values)
    {
        LuaValue[] array = Array;
        if (values.Length > ValueList.Short)
        {
            values.CopyTo(array.From(at));
            CountItems(at, at + values.Length);
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            LuaValue value = values[i];
            array[at + i] = value;
            if (value.o != null)
            {
                EndAt(at + i);
            }
        }
    }

    // Finds Count after slots from an index on, all of them above Count, were written.
    private void CountItems(int from, int end)
    {
        for (int at = from; at < end; at++)
        {
            if (Array[at].o != null)
            {
                EndAt(at);
            }
        }
    }
}
