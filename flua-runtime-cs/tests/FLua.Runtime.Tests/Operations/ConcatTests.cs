using System;
using System.Linq;
using Xunit;

namespace FLua.Runtime.Tests;

public class ConcatTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Concat_OfStringsAndNumbers_IsOneString()
    {
        Assert.Equal("a1b2.5c", Concat("a", 1L, "b", 2.5, "c"));
        Assert.Equal("12", Concat(1L, 2L));
        Assert.Equal("1.0", Concat(1.0, ""));
        Assert.Equal("x-1", Concat("x", -1L));
        Assert.Equal("-1x", Concat(-1L, "x"));
        Assert.Equal(string.Concat(Enumerable.Range(1, 20)), Concat(Enumerable.Range(1, 20).Select(i => (LuaValue)(long)i).ToArray()));
    }

    [Fact]
    public void Concat_AroundALongString_KeepsTheOrder()
    {
        string big = new('m', 1000);
        Assert.Equal("ab" + big + "cd", Concat("a", "b", big, "c", "d"));
        Assert.Equal(big + "1d", Concat(big, 1L, "d"));
        Assert.Equal("a1" + big, Concat("a", 1L, big));
        Assert.Equal("a" + big + "2", Concat("a", big, 2L));
    }

    [Fact]
    public void Concat_WithMetamethods_GoesFromTheRight()
    {
        // Each call shows its operands in brackets.
        LuaValue show = TestState.Native("show", (L, args) => L.Return1($"[{TestState.Show(args[0])},{TestState.Show(args[1])}]"));
        LuaValue t = TestState.WithMetamethod("__concat", show);
        Assert.Equal("ab[table,cd]", Concat("a", "b", t, "c", "d"));
        Assert.Equal("a[b,table]", Concat("a", "b", t));
        Assert.Equal("[table,[table,table]]", Concat(t, t, t));
        Assert.Equal("[table,1]", Concat(t, 1L));
    }

    [Fact]
    public void Concat_WhoseMetamethodYieldsInTheMiddle_GoesOn()
    {
        LuaValue t = TestState.WithMetamethod("__concat", _state["coroutine.yield"]);
        LuaValue[] operands = ["a", "b", t, "c", t, "d"];
        LuaValue wrapped = _state.L.Call(_state["coroutine.wrap"], new OperationBody(L => LuaOperations.ConcatN(L, operands)))[0];
        Assert.Equal("table d", _state.Call(wrapped));
        Assert.Equal("table cX", _state.Call(wrapped, "X"));
        Assert.Equal("abY", _state.Call(wrapped, "Y"));
    }

    [Fact]
    public void Concat_OfOtherValues_Raises()
    {
        Assert.Equal("false t.lua:1: attempt to concatenate a nil value (local 'x')", Fail(L => LuaOperations.Concat(L, "a", default), "1,-,lx"));
        Assert.Equal("false t.lua:1: attempt to concatenate a table value (local 'x')", Fail(L => LuaOperations.Concat(L, new LuaTable(), 1L), "1,lx"));
        Assert.Equal("false t.lua:1: attempt to concatenate a boolean value", Fail(L => LuaOperations.ConcatN(L, ["a", true, "c"])));
    }

    [Fact]
    public void Concat_BeyondWhatAnArrayHolds_Raises()
    {
        LuaValue s = new string('x', 1 << 20);
        for (int i = 0; i < 10; i++)
        {
            s = LuaOperations.Concat(_state.L, s, s);
        }

        LuaValue huge = s;
        Assert.Equal("false not enough memory", Fail(L => LuaOperations.Concat(L, huge, huge)));
    }

    private string Concat(params LuaValue[] values) =>
        (values.Length == 2 ? LuaOperations.Concat(_state.L, values[0], values[1]) : LuaOperations.ConcatN(_state.L, values)).ToString();

    private string Fail(Func<LuaState, LuaValue> operation, string site = "1") =>
        _state.Call(_state["pcall"], new OperationBody(operation, site));
}
