using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace FLua.Runtime.Tests;

public class TemplateTests
{
    private static readonly string[] Words =
        ["x", "y", "cost", "name", "parent", "left", "right", "value", "key", "id", "kind", "items", "a", "b", "c", "width"];

    private readonly TestState _state = new();

    [Fact]
    public void Constructor_FromATemplate_IsWhatStoresInOrderGive()
    {
        var random = new Random(1);
        for (int round = 0; round < 2000; round++)
        {
            LuaString[] names = Names(random, 2 + (round % 5));
            int capacity = names.Length + random.Next(3);
            LuaValue[] values = [.. names.Select((_, i) => random.Next(8) == 0 ? default : LuaValue.Int(i))];
            LuaTable copied = Copied(new TableTemplate(0, capacity, names), values);
            LuaTable stored = Stored(capacity, names, values);
            AssertSame(stored, copied);

            // What comes later finds its place as well: names that are constants, and names that are not.
            foreach (LuaString name in Names(random, random.Next(4)))
            {
                copied.SetField(name, 9);
                stored.SetString(name, 9);
            }

            AssertSame(stored, copied);
            foreach (LuaString name in Names(random, random.Next(8)))
            {
                copied.SetString(name, 10);
                stored.SetString(name, 10);
            }

            AssertSame(stored, copied);

            // Elements that leave holes go where there is room, and find as much of it.
            for (long index = 2; index < 7; index += 2)
            {
                copied.SetInt(index, index);
                stored.SetInt(index, index);
                Assert.Equal(stored.Length, copied.Length);
            }

            AssertSame(stored, copied);
            Assert.Equal(stored.Nodes.Length, copied.Nodes.Length);
        }
    }

    [Fact]
    public void Constructor_WithItems_HasRoomForThem()
    {
        var table = new LuaTable(new TableTemplate(3, 2, Name("x"), Name("y")), 1, "two");
        Assert.Equal(3, table.Array.Length);
        table.SetItems(1, [1, 2, 3]);
        Assert.Equal(3, table.Length);
        Assert.Equal("two", table["y"].ToString());
    }

    [Fact]
    public void Constructor_FromATemplate_SharesNothing()
    {
        var template = new TableTemplate(0, 2, Name("x"), Name("y"));
        var first = new LuaTable(template, 1, 2);
        var second = new LuaTable(template, 3, 4);
        first["x"] = 5;
        first["y"] = default;
        first["z"] = 6;
        Assert.Equal("x=3 y=4", Fields(second));
        Assert.Equal("x=5 z=6", Fields(first));
        Assert.Equal("x=1 y=2", Fields(new LuaTable(template, 1, 2)));
    }

    [Fact]
    public void Field_ThatIsNil_WasNeverThere()
    {
        var table = new LuaTable(new TableTemplate(0, 3, Name("x"), Name("y"), Name("z")), 1, default, 3);
        LuaValue pcall = _state["pcall"];
        Assert.Equal("false invalid key to 'next'", _state.Call(pcall, _state["next"], table, "y"));
        Assert.StartsWith("true", _state.Call(pcall, _state["next"], table, "x"), StringComparison.Ordinal);
        Assert.Equal("x=1 z=3", Fields(table));
    }

    private static LuaString Name(string text) => LuaString.Constant(System.Text.Encoding.UTF8.GetBytes(text));

    private static LuaString[] Names(Random random, int count)
    {
        string[] words = [.. Words];
        random.Shuffle(words);
        return [.. words.Take(count).Select(Name)];
    }

    private static LuaTable Copied(TableTemplate template, LuaValue[] v) => v.Length switch
    {
        2 => new LuaTable(template, v[0], v[1]),
        3 => new LuaTable(template, v[0], v[1], v[2]),
        4 => new LuaTable(template, v[0], v[1], v[2], v[3]),
        5 => new LuaTable(template, v[0], v[1], v[2], v[3], v[4]),
        _ => new LuaTable(template, v[0], v[1], v[2], v[3], v[4], v[5]),
    };

    private static LuaTable Stored(int capacity, LuaString[] names, LuaValue[] values)
    {
        var table = new LuaTable(0, capacity);
        for (int i = 0; i < names.Length; i++)
        {
            table.SetString(names[i], values[i]);
        }

        return table;
    }

    private static void AssertSame(LuaTable expected, LuaTable actual)
    {
        Assert.Equal(Fields(expected), Fields(actual));
        Assert.Equal(expected.Flags, actual.Flags);
        Assert.Equal(expected.Array, actual.Array);
    }

    private static string Fields(LuaTable table)
    {
        var fields = new List<string>();
        int cursor = 0;
        while (table.MoveNext(ref cursor, out LuaValue key, out LuaValue value))
        {
            fields.Add($"{key}={value}");
        }

        fields.Sort(StringComparer.Ordinal);
        return string.Join(" ", fields);
    }
}
