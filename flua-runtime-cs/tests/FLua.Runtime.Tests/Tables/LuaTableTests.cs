using System;
using System.Collections.Generic;
using Xunit;

namespace FLua.Runtime.Tests;

public class LuaTableTests
{
    [Fact]
    public void Keys_OfFloatsWithIntegerValue_AreTheIntegers()
    {
        var table = new LuaTable();
        table[2.0] = "two";
        table[-0.0] = "zero";
        table[9007199254740992.0] = "big";
        Assert.Equal("two", table[2L]);
        Assert.Equal("zero", table[0L]);
        Assert.Equal("big", table[9007199254740992L]);
        table[2.5] = "half";
        Assert.Equal("half", table[2.5]);
        Assert.Equal(default, table[double.NaN]);
        Assert.Equal(default, table[default(LuaValue)]);
    }

    [Fact]
    public void Set_OfNilOrNanKey_RaisesTheReferencesWords()
    {
        var state = new TestState();
        LuaValue rawset = state["rawset"];
        LuaValue pcall = state["pcall"];
        Assert.Equal("false table index is nil", state.Call(pcall, rawset, new LuaTable(), default, 1L));
        Assert.Equal("false table index is NaN", state.Call(pcall, rawset, new LuaTable(), double.NaN, 1L));
        Assert.Throws<ArgumentException>(() => new LuaTable()[double.NaN] = 1L);
    }

    [Fact]
    public void Nodes_AreNotMadeForAnArray()
    {
        var table = new LuaTable();
        for (long i = 1; i <= 1000; i++)
        {
            table[i] = i;
        }

        Assert.Same(LuaTable.NoNodes, table.Nodes);
        Assert.Equal(1000, table.Length);
    }

    [Fact]
    public void Array_BuiltBackwards_EndsInTheArrayPart()
    {
        var table = new LuaTable();
        for (long i = 1000; i >= 1; i--)
        {
            table[i] = i;
        }

        Assert.Equal(1000, table.Length);
        Assert.True(table.HasNoHoles());
        Assert.True(table.Array.Length >= 1000);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(100, 128)]
    [InlineData(300_000, 65_536)]
    [InlineData(1_500_000, 2_097_152)]
    public void Items_ThatWillBeAppended_GetRoomOfASizeToWhichTheTableWouldGrow(ulong count, int room)
    {
        var table = new LuaTable();
        table.ReserveItems(count);
        Assert.Equal(room, table.Array.Length);
        Assert.Equal(0, table.Length);
    }

    [Fact]
    public void Array_WithGapsFilledLater_TakesFollowingKeysOver()
    {
        var table = new LuaTable();
        table[5] = "e";
        table[6] = "f";
        for (long i = 1; i <= 4; i++)
        {
            table[i] = i;
        }

        Assert.Equal(6, table.Length);
        table[7] = "g";
        table[5] = "E";
        Assert.Equal("E", table[5]);
        Assert.Equal(7, table.Length);
    }

    [Fact]
    public void Append_OverAKeyThatWaitsInTheHashPart_ReplacesIt()
    {
        var table = new LuaTable();
        table[5] = "old";
        for (long i = 1; i <= 4; i++)
        {
            table[i] = i;
        }

        table[5] = "new";
        int cursor = 0;
        var keys = new List<string>();
        while (table.MoveNext(ref cursor, out LuaValue key, out LuaValue value))
        {
            keys.Add($"{key}={value}");
        }

        Assert.Equal("1=1 2=2 3=3 4=4 5=new", string.Join(" ", keys));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Operations_AtRandom_AgreeWithADictionary(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++)
        {
            var table = new LuaTable(random.Next(6), random.Next(6));
            var model = new Dictionary<LuaValue, LuaValue>();
            int range = 1 << random.Next(1, 9);
            for (int i = random.Next(600); i >= 0; i--)
            {
                LuaValue key = RandomKey(random, range);
                LuaValue value = random.Next(3) == 0 ? default : (LuaValue)random.NextInt64(1000);
                if (random.Next(2) == 0 || !LuaOperations.TrySetIndex(table, key, value))
                {
                    table[key] = value;
                }

                model[key] = value;
                if (value.IsNil)
                {
                    model.Remove(key);
                }

                long length = table.Length;
                Assert.True(length == 0 || !table[length].IsNil);
                Assert.True(table[length + 1].IsNil);
            }

            AssertSame(model, table);
        }
    }

    private static LuaValue RandomKey(Random random, int range) => random.Next(9) switch
    {
        0 => random.Next(range) + 0.5,
        1 => (double)random.Next(-3, range),
        2 => "k" + random.Next(range),
        3 => "a long key with many bytes" + random.Next(range),
        4 => random.Next(2) == 0,
        5 => (long)random.Next(range) << random.Next(60),
        _ => (long)random.Next(-3, range),
    };

    private static void AssertSame(Dictionary<LuaValue, LuaValue> model, LuaTable table)
    {
        foreach ((LuaValue key, LuaValue value) in model)
        {
            Assert.Equal(value, table[key]);
            bool isFound = key.IsString
                ? LuaOperations.TryGetField(table, (LuaString)key.o!, out LuaValue found)
                : LuaOperations.TryGetIndex(table, key, out found);
            Assert.True(!isFound || found == value);
        }

        int cursor = 0;
        var seen = new HashSet<LuaValue>();
        while (table.MoveNext(ref cursor, out LuaValue key, out LuaValue value))
        {
            Assert.True(seen.Add(key));
            Assert.Equal(model[key], value);
            Assert.True(table.FindCursor(key, out int place));
            Assert.Equal(cursor, place);
        }

        Assert.Equal(model.Count, seen.Count);
    }
}
