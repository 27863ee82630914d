using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace FLua.Runtime.Tests;

public class ShapeTests
{
    private readonly LuaString[] _names = [.. Enumerable.Range(0, 40).Select(i => Name("field" + i))];

    [Fact]
    public void Names_AddedAgainInTheSameOrder_AreShared()
    {
        LuaTable first = Filled("shared", 3);
        LuaTable second = Filled("shared", 3);
        for (int i = 0; i < 3; i++)
        {
            second = Filled("shared", 3);
        }

        LuaTable last = Filled("shared", 3);
        Assert.Same(first.Nodes, first.Store);
        Assert.Same(second.Nodes, last.Nodes);
        Assert.NotSame(second.Store, last.Store);
        Assert.NotSame(last.Nodes, last.Store);
    }

    [Fact]
    public void Names_AddedOnce_AreNotShared()
    {
        LuaTable table = Filled("once", 20);
        Assert.Same(table.Nodes, table.Store);
    }

    [Fact]
    public void Names_ThatAreNoConstants_MakeNoShapes()
    {
        for (int round = 0; round < 5; round++)
        {
            var table = new LuaTable();
            table.SetString(Name("dynamic"), round);
            Assert.Same(table.Nodes, table.Store);
        }
    }

    [Fact]
    public void Names_TooMany_AreTheTablesOwn()
    {
        LuaTable table = new();
        for (int round = 0; round < 60; round++)
        {
            table = Filled("many", 40);
        }

        Assert.Same(table.Nodes, table.Store);
        Assert.Equal(40, Contents(table).Count);
    }

    [Fact]
    public void Tables_ThatShareNames_ShareNoValues()
    {
        LuaTable[] tables = [.. Enumerable.Range(0, 8).Select(_ => Filled("apart", 4))];
        tables[6].SetField(Name("apart1"), default);
        tables[7].SetString(Name("apart2"), 77);
        tables[7].SetInt(100, 1);
        Assert.Equal("apart0=0 apart2=2 apart3=3", Text(tables[6]));
        Assert.Equal("100=1 apart0=0 apart1=1 apart2=77 apart3=3", Text(tables[7]));
        Assert.Equal("apart0=0 apart1=1 apart2=2 apart3=3", Text(tables[5]));
    }

    [Fact]
    public void Tables_UnderRandomStores_HoldWhatADictionaryHolds()
    {
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            LuaTable table = random.Next(3) == 0 ? new LuaTable(0, random.Next(6)) : new LuaTable();
            var model = new Dictionary<LuaValue, LuaValue>();
            int operations = random.Next(60);
            int names = 1 + random.Next(_names.Length);
            for (int i = 0; i < operations; i++)
            {
                LuaString name = _names[random.Next(names)];
                LuaValue value = random.Next(4) == 0 ? default : LuaValue.Int(i);
                LuaValue key = name;
                switch (random.Next(12))
                {
                    case 0:
                        key = random.Next(20);
                        table[key] = value;
                        break;
                    case 1:
                        // An equal string that is another object.
                        table.SetString(LuaString.Of(name.Span), value);
                        break;
                    case 2:
                        key = random.Next(3) + 0.5;
                        table[key] = value;
                        break;
                    default:
                        table.SetField(name, value);
                        break;
                }

                model[key] = value;
                Assert.Equal(value, table.Get(key));
            }

            Dictionary<string, LuaValue> contents = Contents(table);
            Dictionary<string, LuaValue> expected = model.Where(pair => !pair.Value.IsNil).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value);
            Assert.Equal(expected.OrderBy(pair => pair.Key), contents.OrderBy(pair => pair.Key));
        }
    }

    [Fact]
    public void Names_OfAShape_AreFoundWithinTwoEntries()
    {
        var random = new Random(11);
        int distant = 0;
        for (int round = 0; round < 200; round++)
        {
            LuaString[] names = [.. Enumerable.Range(0, random.Next(2, 12)).Select(i => Name("two" + round + "_" + i))];
            Node[] nodes = LuaTable.ShareNodes(names);
            foreach (LuaString name in names)
            {
                ref Node main = ref nodes[name.Hash & (nodes.Length - 1)];
                distant += main.Key != (object)name && nodes[(name.Hash & (nodes.Length - 1)) + main.Next].Key != (object)name ? 1 : 0;
            }
        }

        Assert.Equal(0, distant);
    }

    [Fact]
    public void Looks_AtFieldsThatAreFarAway_BringThemNearAndLoseNone()
    {
        LuaState L = new TestState().L;
        var random = new Random(5);
        LuaString[] names = [.. Enumerable.Range(0, 300).Select(i => Name("far" + i))];
        var table = new LuaTable();
        for (int i = 0; i < names.Length; i++)
        {
            table.SetString(names[i], i);
        }

        List<LuaValue> before = Keys(table);
        for (int round = 0; round < 20_000; round++)
        {
            int at = random.Next(names.Length);
            Assert.Equal(at, LuaOperations.GetField(L, table, names[at]));
        }

        Assert.Equal(before, Keys(table));
        foreach (LuaString name in names)
        {
            for (int i = 0; i < 64; i++)
            {
                _ = LuaOperations.GetField(L, table, name);
            }

            Assert.True(LuaOperations.TryGetField(table, name, out _));
        }

        for (int i = 0; i < names.Length; i += 2)
        {
            table.SetString(names[i], default);
            table.SetString(Name("more" + i), i);
        }

        for (int i = 0; i < names.Length; i++)
        {
            Assert.Equal(i % 2 == 0 ? default : LuaValue.Int(i), LuaOperations.GetField(L, table, names[i]));
        }
    }

    private static List<LuaValue> Keys(LuaTable table)
    {
        var keys = new List<LuaValue>();
        int cursor = 0;
        while (table.MoveNext(ref cursor, out LuaValue key, out _))
        {
            keys.Add(key);
        }

        return keys;
    }

    [Fact]
    public void Traversal_ThatRemovesFields_SeesEachOnce()
    {
        for (int round = 0; round < 4; round++)
        {
            LuaTable table = Filled("walked", 12);
            int seen = 0;
            LuaValue key = default;
            while (table.FindCursor(key, out int cursor) && table.MoveNext(ref cursor, out key, out _))
            {
                Assert.Equal(0, key.n);
                table.Set(null!, key, default);
                seen++;
            }

            Assert.Equal(12, seen);
            Assert.Empty(Contents(table));
        }
    }

    [Fact]
    public void HashPart_OfManyEntries_FindsThemAll()
    {
        var table = new LuaTable();
        for (long i = 1; i <= 150_000; i++)
        {
            table[i * 1001] = i;
            table[LuaString.Of(Encoding.UTF8.GetBytes("k" + i))] = -i;
        }

        Assert.Equal(300_000, Contents(table).Count);
        for (long i = 1; i <= 150_000; i++)
        {
            Assert.Equal(i, table[i * 1001]);
            Assert.Equal(-i, table["k" + i]);
        }
    }

    [Fact]
    public void Shapes_MadeOnManyThreads_AreTheSame()
    {
        LuaString[] names = [.. Enumerable.Range(0, 20).Select(i => Name("thread" + i))];
        Parallel.For(0, 2000, round =>
        {
            var random = new Random(round % 50);
            var table = new LuaTable();
            var expected = new HashSet<LuaString>();
            for (int i = 0; i < 12; i++)
            {
                LuaString name = names[random.Next(names.Length)];
                table.SetField(name, i);
                expected.Add(name);
                Assert.Equal(i, table.GetString(name).n);
            }

            Assert.Equal(expected.Count, Contents(table).Count);
        });
    }

    private static LuaString Name(string text) => LuaString.Constant(Encoding.UTF8.GetBytes(text));

    private static LuaTable Filled(string prefix, int count)
    {
        var table = new LuaTable();
        for (int i = 0; i < count; i++)
        {
            table.SetField(Name(prefix + i), i);
        }

        return table;
    }

    private static Dictionary<string, LuaValue> Contents(LuaTable table)
    {
        var contents = new Dictionary<string, LuaValue>();
        int cursor = 0;
        while (table.MoveNext(ref cursor, out LuaValue key, out LuaValue value))
        {
            contents.Add(key.ToString(), value);
        }

        return contents;
    }

    private static string Text(LuaTable table) =>
        string.Join(" ", Contents(table).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
