using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace FLua.Runtime.Tests;

public class FieldGroupTests
{
    private static readonly LuaString[] Words = [.. Enumerable.Range(0, 6).Select(i => Name("word" + i))];

    private readonly TestState _state = new();

    [Fact]
    public void Slots_OfAnyTable_AreThoseOfItsFields()
    {
        var random = new Random(11);
        var group = new FieldGroup(Words[0], Words[1], Words[2]);
        var tables = new List<LuaTable>();
        for (int i = 0; i < 60; i++)
        {
            tables.Add(Made(random));
        }

        for (int round = 0; round < 5000; round++)
        {
            LuaTable table = tables[random.Next(tables.Count)];
            int looks = 1 + random.Next(3);
            for (int look = 0; look < looks; look++)
            {
                Check(group, table);
            }

            if (random.Next(20) == 0)
            {
                // A field goes or comes, or a key that is no name.
                LuaValue value = random.Next(2) == 0 ? default : LuaValue.Int(round);
                LuaString word = Words[random.Next(Words.Length)];
                switch (random.Next(4))
                {
                    case 0:
                        table.SetString(word, value);
                        break;
                    case 1:
                        table.SetInt(random.Next(100), value);
                        break;
                    default:
                        table.SetField(word, value);
                        break;
                }
            }
        }
    }

    [Fact]
    public void Slots_OfATableThatIsMetAgain_StayWhereTheyAreWhileInUse()
    {
        var group = new FieldGroup(Words[0], Words[1], Words[2]);
        var other = new FieldGroup(Words[2], Words[1], Words[0]);
        var table = new LuaTable();
        for (int i = 0; i < 3; i++)
        {
            table.SetString(Words[i], i);
        }

        for (int i = 0; i < 4; i++)
        {
            Slots first = Slots.Of(_state.L, table, group);
            Slots second = Slots.OfAnother(_state.L, table, other);
            Slots third = Slots.OfAnother(_state.L, table, group);
            Fields.Set(ref first[0], 10L + i);
            Assert.Equal(10L + i, second[2].n);
            Assert.Equal(10L + i, third[0].n);
            Assert.Equal(10L + i, table.GetString(Words[0]).n);
        }
    }

    [Fact]
    public void Table_ThatIsMetTwice_SharesItsNodes()
    {
        var group = new FieldGroup(Words[0], Words[1], Words[2]);
        var table = new LuaTable();
        for (int i = 0; i < 3; i++)
        {
            table.SetString(Words[i], i);
        }

        int cursor = 0;
        Assert.True(table.MoveNext(ref cursor, out LuaValue before, out _));
        Assert.Same(table.Nodes, table.Store);
        Check(group, table);
        Check(group, table);
        Assert.NotSame(table.Nodes, table.Store);
        Assert.Same(table.Nodes, group.Recent.Nodes);

        // A traversal goes on.
        var seen = new HashSet<string> { before.ToString() };
        while (table.MoveNext(ref cursor, out LuaValue key, out _))
        {
            Assert.True(seen.Add(key.ToString()));
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public void Slots_OfWhatHasNoFields_AreNil()
    {
        var group = new FieldGroup(Words[0], Words[1], Words[2]);
        foreach (LuaValue value in new LuaValue[] { default, 1, "text", new LuaTable(), new LuaTable(4, 4) })
        {
            Slots slots = Slots.Of(_state.L, value, group);
            Assert.True(slots[0].IsNil && slots[1].IsNil && slots[2].IsNil);
        }
    }

    private void Check(FieldGroup group, LuaTable table)
    {
        Slots slots = Slots.Of(_state.L, table, group);
        LuaValue[] expected = [table.GetString(Words[0]), table.GetString(Words[1]), table.GetString(Words[2])];
        if (expected.All(value => !value.IsNil))
        {
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal(expected[i], slots[i]);
            }
        }
        else
        {
            Assert.Contains(true, new[] { slots[0].IsNil, slots[1].IsNil, slots[2].IsNil });
        }
    }

    private static LuaTable Made(Random random)
    {
        var table = new LuaTable();
        foreach (LuaString word in Words.OrderBy(_ => random.Next()).Take(2 + random.Next(5)).ToArray())
        {
            if (random.Next(2) == 0)
            {
                table.SetField(word, random.Next());
            }
            else
            {
                table.SetString(word, random.Next());
            }
        }

        return table;
    }

    private static LuaString Name(string text) => LuaString.Constant(Encoding.UTF8.GetBytes(text));
}
