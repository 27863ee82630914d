using System;
using Xunit;

namespace FLua.Runtime.Tests;

public class ComparisonTests
{
    private readonly TestState _state = new();

    public static TheoryData<LuaValue, LuaValue, bool, bool> Mixed => new()
    {
        { 1L, 1.5, true, true },
        { 9007199254740993L, 9007199254740992.0, false, false },
        { 9007199254740992.0, 9007199254740993L, true, true },
        { long.MaxValue, 9223372036854775808.0, true, true },
        { 9223372036854775808.0, long.MaxValue, false, false },
        { long.MinValue, -9223372036854775808.0, false, true },
        { -9223372036854775808.0, long.MinValue, false, true },
        { 1L, double.NaN, false, false },
        { double.NaN, 1L, false, false },
        { double.NegativeInfinity, long.MinValue, true, true },
        { 0L, -0.0, false, true },
        { "a", "b", true, true },
        { "Z", "a", true, true },
        { "a", "a", false, true },
    };

    [Theory]
    [MemberData(nameof(Mixed), DisableDiscoveryEnumeration = true)]
    public void Order_IsExact(LuaValue a, LuaValue b, bool less, bool lessOrEqual)
    {
        Assert.Equal(less, LuaOperations.Lt(_state.L, a, b).IsTrue);
        Assert.Equal(lessOrEqual, LuaOperations.Le(_state.L, a, b).IsTrue);
    }

    [Fact]
    public void Order_OfOtherValues_Raises()
    {
        Assert.Equal("false t.lua:1: attempt to compare two table values", Fail(L => LuaOperations.Lt(L, new LuaTable(), new LuaTable())));
        Assert.Equal("false t.lua:1: attempt to compare number with nil", Fail(L => LuaOperations.Le(L, 1L, LuaValue.Nil)));
        Assert.Equal("false t.lua:1: attempt to compare number with string", Fail(L => LuaOperations.Lt(L, 1L, "2")));
        LuaTable named = TestState.WithMetamethod("__name", "Point");
        Assert.Equal("false t.lua:1: attempt to compare Point with nil", Fail(L => LuaOperations.Lt(L, named, LuaValue.Nil)));
    }

    [Fact]
    public void LessOrEqual_WithOnlyLessDefined_IsItsNegationTheOtherWayRound()
    {
        LuaValue value = TestState.WithMetamethod("__lt", TestState.Native("lt", (L, _) => L.Return1(LuaValue.True)));
        Assert.False(LuaOperations.Le(_state.L, value, value).IsTrue);

        LuaValue yielding = TestState.WithMetamethod("__lt", _state["coroutine.yield"]);
        LuaValue wrapped = _state.L.Call(_state["coroutine.wrap"], new OperationBody(L => LuaOperations.Le(L, yielding, 1L)))[0];
        Assert.Equal("1 table", _state.Call(wrapped));
        Assert.Equal("true", _state.Call(wrapped, default(LuaValue)));
    }

    [Fact]
    public void Equality_AsksMetamethodsOnlyForTwoTablesOrTwoUserdata()
    {
        LuaValue always = TestState.Native("eq", (L, _) => L.Return1(1L));
        LuaValue a = TestState.WithMetamethod("__eq", always);
        Assert.True(LuaOperations.Eq(_state.L, a, new LuaTable()).IsTrue);
        Assert.True(LuaOperations.Eq(_state.L, new LuaTable(), a).IsTrue);
        Assert.False(LuaOperations.Eq(_state.L, a, 1L).IsTrue);
        Assert.False(LuaOperations.Eq(_state.L, a, new LuaUserData(null)).IsTrue);
        Assert.False(LuaOperations.RawEquals(a, new LuaTable()));
    }

    [Fact]
    public void TryEq_DecidesWhereTheTagsDo()
    {
        Assert.True(LuaOperations.TryEq(1L, 1L, out bool equal) && equal);
        Assert.True(LuaOperations.TryEq(double.NaN, double.NaN, out equal) && !equal);
        Assert.True(LuaOperations.TryEq(0.0, -0.0, out equal) && equal);
        Assert.True(LuaOperations.TryEq(new LuaTable(), default, out equal) && !equal);
        Assert.False(LuaOperations.TryEq(1L, 1.0, out _));
        Assert.False(LuaOperations.TryEq(new LuaTable(), new LuaTable(), out _));
    }

    private string Fail(Func<LuaState, LuaValue> operation) => _state.Call(_state["pcall"], new OperationBody(operation));
}
