using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace FLua.Runtime.Tests;

public class WeakTableTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Values_GoAwayWithACollection()
    {
        LuaTable table = Weak("v");
        Fill(table, 10);
        Assert.Equal(10, table.Length);
        _state.L.CollectGarbage();
        Assert.Equal(0, table.Length);
        Assert.Equal("text", table["name"].ToString());
        Assert.Equal(1.5, table[LuaValue.Float(0.5)]);
        Assert.Equal(1, Count(table));
        table[1] = 7L;
        Assert.Equal(1, table.Length);
    }

    [Fact]
    public void Values_InUse_Stay()
    {
        LuaTable table = Weak("v");
        var kept = new LuaTable();
        table[1] = kept;
        table["key"] = kept;
        Fill(table, 4, 2);
        _state.L.CollectGarbage();
        Assert.Equal(kept, table[1]);
        Assert.Equal(kept, table["key"]);
        Assert.True(table[2].IsNil);
        Assert.Equal(1, table.Length);
    }

    [Fact]
    public void Keys_KeepTheirValuesAliveAndNotThemselves()
    {
        LuaTable table = Weak("k");
        var key = new LuaTable();
        AddEphemerons(table, key, 100);
        _state.L.CollectGarbage();
        Assert.Equal(2, Count(table));
        Assert.Equal(key, ((LuaTable)table[key].o!)[1]);
        GC.KeepAlive(key);
    }

    [Fact]
    public void Mode_ThatComesLater_Counts()
    {
        var metatable = new LuaTable();
        var table = new LuaTable();
        _state.L.SetMetatable(table, metatable);
        Fill(table, 5);
        _state.L.CollectGarbage();
        Assert.Equal(5, table.Length);
        metatable["__mode"] = "v";
        _state.L.CollectGarbage();
        Assert.Equal(0, table.Length);
    }

    [Fact]
    public void Next_GoesOnFromAnEntryThatWentAway()
    {
        LuaTable table = Weak("v");
        AddByObjects(table, out LuaTable first, out LuaTable second);
        table["last"] = 1L;
        _state.L.CollectGarbage();
        Assert.True(table.Get(first).IsNil);
        Assert.True(table.FindCursor(first, out int one));
        Assert.True(table.FindCursor(second, out int two));
        Assert.NotEqual(one, two);
        Assert.False(table.FindCursor(new LuaTable(), out _));
    }

    [Fact]
    public void Collection_OfManyEntries_IsFast()
    {
        LuaTable table = Weak("k");
        AddEphemerons(table, new LuaTable(), 100_000);
        _state.L.CollectGarbage();
        AddEphemerons(table, new LuaTable(), 100_000);
        var watch = Stopwatch.StartNew();
        _state.L.CollectGarbage();
        watch.Stop();
        Assert.InRange(Count(table), 1, 3);
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Tables_ThatAreGone_AreForgotten()
    {
        WeakReference gone = MakeAndDrop();
        _state.L.CollectGarbage();
        Assert.False(gone.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference MakeAndDrop()
    {
        LuaTable table = Weak("k");
        var key = new LuaTable();
        table[key] = new LuaTable();
        return new WeakReference(table);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(LuaTable table, int count, int from = 1)
    {
        for (int i = 0; i < count; i++)
        {
            table[from + i] = new LuaTable();
        }

        if (from == 1)
        {
            table["name"] = "text";
            table[LuaValue.Float(0.5)] = 1.5;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddEphemerons(LuaTable table, LuaTable key, int count)
    {
        var value = new LuaTable();
        value[1] = key;
        table[key] = value;
        table["text"] = new LuaTable();
        for (int i = 0; i < count; i++)
        {
            var other = new LuaTable();
            var cyclic = new LuaTable();
            cyclic[1] = other;
            table[other] = cyclic;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddByObjects(LuaTable table, out LuaTable first, out LuaTable second)
    {
        first = new LuaTable();
        second = new LuaTable();
        table[first] = new LuaTable();
        table[second] = new LuaTable();
    }

    private static int Count(LuaTable table)
    {
        int cursor = 0;
        int count = 0;
        while (table.MoveNext(ref cursor, out LuaValue key, out _))
        {
            count += key.IsNumber || key.o is LuaString ? 0 : 1;
        }

        return count + (table["name"].IsNil ? 0 : 1) + (table["text"].IsNil ? 0 : 1);
    }

    private LuaTable Weak(string mode)
    {
        var metatable = new LuaTable();
        metatable["__mode"] = mode;
        var table = new LuaTable();
        _state.L.SetMetatable(table, metatable);
        return table;
    }
}
