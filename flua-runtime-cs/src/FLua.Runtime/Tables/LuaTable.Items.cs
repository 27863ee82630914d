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

    /// <summary>For constructors: stores elements from an index on, and behind them the results of the call that was just made, whose first is <paramref name="first"/>.</summary>
    public void AppendOpen(LuaState L, long start, ReadOnlySpan<LuaValue> values, LuaValue first)
    {
        int count = L.ResultCount;
        if (count < 2)
        {
            AppendVarargs(start, values, Spans.Of(in first, count));
            return;
        }

        L.Results[0] = first;
        AppendVarargs(start, values, L.Results.Part(0, count));
        L.Results[0] = default;
    }

    /// <summary>For constructors: stores elements from an index on, and others behind them, which are the last.</summary>
    /// <remarks>The reference makes the array part exactly as large as needed.</remarks>
    public void AppendVarargs(long start, ReadOnlySpan<LuaValue> values, ReadOnlySpan<LuaValue> others)
    {
        long last = start - 1 + values.Length + others.Length;
        // Mostly the table is empty so far; without this short way `{ a, f() }` takes a fifth longer.
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
        ValueList.Copy(values, Array, at);
        CountItems(at, at + values.Length);
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
