using System;
using System.ComponentModel;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    /// <summary>For constructors: stores constants that the compiler has written down, their items from an index on. Lua 5.4 §3.4.9.</summary>
    /// <remarks>Each call makes new inner tables. <c>docs/runtime.md</c> has the format.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void SetData(long start, ReadOnlySpan<byte> data)
    {
        var reader = new DataReader(data);
        reader.ReadFields(this, start);
    }

    /// <summary>Stores an item of a constructor. One that lies behind an item that is nil keeps the place that the reference gives it.</summary>
    internal void SetItem(long index, LuaValue value)
    {
        long at = index - 1;
        if (value.o != null && at >= Count && at < Array.Length)
        {
            Array[at] = value;
            EndAt((int)at);
        }
        else
        {
            SetInt(index, value);
        }
    }
}
