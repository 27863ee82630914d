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
            ValueList.Copy(values, Array, (int)start - 1);
            CountItems((int)start - 1, (int)last);
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            SetInt(start + i, values[i]);
        }
    }

    /// <summary>For constructors: stores the results of the call that was just made, whose first is <paramref name="first"/>, from an index on.</summary>
    public void AppendOpen(LuaState L, long start, LuaValue first)
    {
        int count = L.ResultCount;
        if (count > 0)
        {
            L.Results[0] = first;
            AppendLast(start, L.Results.Part(0, count));
            L.Results[0] = default;
        }
    }

    /// <summary>For constructors: stores varargs from an index on.</summary>
    public void AppendVarargs(long start, ReadOnlySpan<LuaValue> varargs) => AppendLast(start, varargs);

    // The last items of a constructor: the reference makes the array part exactly as large as needed.
    private void AppendLast(long start, ReadOnlySpan<LuaValue> values)
    {
        long last = start - 1 + values.Length;
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
    }

    private void ReserveArray(int size)
    {
        if (size > Array.Length)
        {
            ArrayBuilder<LuaValue>.Resize(ref Array, size);
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
