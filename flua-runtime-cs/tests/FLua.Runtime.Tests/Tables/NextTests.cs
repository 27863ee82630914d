using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace FLua.Runtime.Tests;

public class NextTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Next_WhileFieldsAreCleared_VisitsEveryKeyOnce()
    {
        var table = new LuaTable();
        for (long i = 1; i <= 50; i++)
        {
            table[i] = i;
            table["k" + i] = i;
            table[i + 0.5] = i;
        }

        int visited = 0;
        LuaValue key = default;
        while (true)
        {
            key = table.Next(_state.L, key);
            if (key.IsNil)
            {
                break;
            }

            visited++;
            table[key] = default;
        }

        Assert.Equal(150, visited);
        Assert.True(table.Next(_state.L, default).IsNil);
    }

    [Fact]
    public void Next_OfAKeyThatIsNotThere_Raises()
    {
        LuaValue pcall = _state["pcall"];
        Assert.Equal("false invalid key to 'next'", _state.Call(pcall, _state["next"], new LuaTable(), 1L));
        Assert.Equal("false invalid key to 'next'", _state.Call(pcall, _state["next"], new LuaTable(2, 2), "x"));
    }

    [Fact]
    public void Order_IsTheSameInEveryTable()
    {
        string First() => string.Join(" ", Keys(Filled()));
        Assert.Equal(First(), First());
    }

    [Fact]
    public void Iterate_InPlace_AgreesWithNext()
    {
        LuaTable table = Filled();
        Assert.Equal(Keys(table), Walk(table, _state.L.NextFunction, default));
    }

    [Fact]
    public void Iterate_FromAKeyInTheMiddle_GoesOnBehindIt()
    {
        LuaTable table = Filled();
        List<string> all = Keys(table);
        Assert.Equal(all.Skip(2), Walk(table, _state.L.NextFunction, 2L));
    }

    [Fact]
    public void Iterate_WithIpairs_StopsAtTheFirstNil_AndAsksIndex()
    {
        LuaTable table = Filled();
        table[4] = default;
        Assert.Equal(["1", "2", "3"], Walk(table, _state.L.IpairsIterator, 0L));

        LuaTable proxy = TestState.WithMetamethod("__index", Filled());
        Assert.Equal(["1", "2", "3", "4", "5"], Walk(proxy, _state.L.IpairsIterator, 0L));
    }

    [Fact]
    public void Iterate_WithAnotherIterator_IsACall_WhateverThatIterates()
    {
        // The iterator walks a table of its own at every step, as in: function(t, i) for _ in pairs(t) do end; i = i + 1; if i < 4 then return i, t[i] end end
        LuaTable table = Filled();
        LuaValue iterator = TestState.Native("iterator", (L, args) =>
        {
            Walk((LuaTable)args[0].o!, L.NextFunction, default);
            long next = args[1].n + 1;
            return next < 4 ? L.Return2(next, table[next]) : L.Return1(default);
        });
        Assert.Equal(["1", "2", "3"], Walk(table, iterator, 0L));
    }

    [Fact]
    public void Iterate_WhileElementsAreCleared_GoesOn()
    {
        LuaTable table = Filled();
        var seen = new List<string>();
        LuaValue control = default;
        int cursor = 0;
        while (!(control = LuaOperations.Iterate(_state.L, _state.L.NextFunction, table, control, ref cursor)).IsNil)
        {
            seen.Add(control.ToString());
            for (long i = 1; i <= 5; i++)
            {
                table[i] = default;
            }
        }

        Assert.Equal("1", seen[0]);
        Assert.Equal(8, seen.Count);
    }

    [Fact]
    public void Iterate_WithIpairs_WhoseIndexYields_GoesOn()
    {
        LuaTable proxy = TestState.WithMetamethod("__index", _state["coroutine.yield"]);
        var wrapped = _state.L.Call(_state["coroutine.wrap"], new IpairsSum(_state.L.IpairsIterator, proxy))[0];
        Assert.Equal("table 1", _state.Call(wrapped));
        Assert.Equal("table 2", _state.Call(wrapped, 10L));
        Assert.Equal("table 3", _state.Call(wrapped, 20L));
        Assert.Equal("33", _state.Call(wrapped, default(LuaValue)));
    }

    private static LuaTable Filled()
    {
        var table = new LuaTable();
        for (long i = 1; i <= 5; i++)
        {
            table[i] = i;
        }

        foreach (string name in new[] { "alpha", "beta", "gamma", "delta" })
        {
            table[name] = name;
        }

        table[true] = 1L;
        table[0.5] = 1L;
        table[1L << 40] = 1L;
        return table;
    }

    private List<string> Keys(LuaTable table)
    {
        var keys = new List<string>();
        LuaValue key = default;
        while (!(key = table.Next(_state.L, key)).IsNil)
        {
            keys.Add(key.ToString());
        }

        return keys;
    }

    private List<string> Walk(LuaTable table, LuaValue f, LuaValue control)
    {
        var keys = new List<string>();
        int cursor = 0;
        while (!(control = LuaOperations.Iterate(_state.L, f, table, control, ref cursor)).IsNil)
        {
            Assert.False(control.IsAbrupt);
            Assert.Equal(2, _state.L.ResultCount);
            keys.Add(control.ToString());
        }

        return keys;
    }

    /// <summary><c>local s = 0; for i, v in ipairs(t) do s = s + i + v end return s</c>, as it is printed.</summary>
    private sealed class IpairsSum(LuaValue f, LuaValue t) : LuaFunction0
    {
        public override LuaValue Call0(LuaState L) => Body(L, null);

        public override LuaValue Resume(LuaState L, Frame frame) => Body(L, frame);

        private LuaValue Body(LuaState L, Frame? frame)
        {
            long sum = 0;
            LuaValue control = 0L;
            int cursor = 0;
            LuaValue r;
            if (frame != null)
            {
                sum = frame.Values[0].n;
                r = L.ResumeValue;
                goto Stepped;
            }

        Next:
            r = LuaOperations.Iterate(L, f, t, control, ref cursor);
            if (r.IsAbrupt)
            {
                return L.Save1(this, frame, 1, sum);
            }

        Stepped:
            if (r.IsNil)
            {
                return L.Return1(sum);
            }

            control = r;
            sum += r.n + L.Result(1).n;
            goto Next;
        }
    }
}
