using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Constructors of lists. Lua 5.4 §3.4.9.</content>
public static partial class LuaOperations
{
    /// <summary>A table of one item.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaTable TableOf(LuaValue item)
    {
        var items = new LuaValue[1];
        items[0] = item;
        return new LuaTable(items, item.o == null ? 0 : 1);
    }

    /// <summary>A table of two items.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaTable TableOf(LuaValue first, LuaValue second)
    {
        if (first.o == null || second.o == null)
        {
            return TableFrom(Values(first, second));
        }

        var items = new LuaValue[2];
        items[0] = first;
        items[1] = second;
        return new LuaTable(items, 2);
    }

    /// <summary>A table of three items.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaTable TableOf(LuaValue first, LuaValue second, LuaValue third)
    {
        if (first.o == null || second.o == null || third.o == null)
        {
            return TableFrom(Values(first, second, third));
        }

        var items = new LuaValue[3];
        items[0] = first;
        items[1] = second;
        items[2] = third;
        return new LuaTable(items, 3);
    }

    /// <summary>A table of any number of items.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaTable TableFrom(ReadOnlySpan<LuaValue> items)
    {
        var table = new LuaTable(items.Length, 0);
        table.SetItems(1, items);
        return table;
    }
}
