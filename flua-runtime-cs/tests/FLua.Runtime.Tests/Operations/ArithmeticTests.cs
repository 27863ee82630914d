using System;
using Xunit;

namespace FLua.Runtime.Tests;

// The expected values and texts are the reference's.
public class ArithmeticTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Division_OfIntegers_Floors()
    {
        Assert.Equal(-4L, LuaOperations.IDiv(_state.L, -7L, 2L));
        Assert.Equal(-4L, LuaOperations.IDiv(_state.L, 7L, -2L));
        Assert.Equal(long.MinValue, LuaOperations.IDiv(_state.L, long.MinValue, -1L));
        Assert.Equal(1L, LuaOperations.Mod(_state.L, -7L, 2L));
        Assert.Equal(-1L, LuaOperations.Mod(_state.L, 7L, -2L));
        Assert.Equal(0L, LuaOperations.Mod(_state.L, long.MinValue, -1L));
        Assert.Equal(1L << 40, LuaOperations.Mod(_state.L, 1L << 40, long.MaxValue));
    }

    [Theory]
    [InlineData(-5.0, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-5.0, double.NegativeInfinity, -5.0)]
    [InlineData(5.0, double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData(5.5, -2.0, -0.5)]
    [InlineData(-5.0, 5.0, -0.0)]
    [InlineData(0.0, -5.0, 0.0)]
    [InlineData(5.0, 3.0, 2.0)]
    [InlineData(1e300, 7.0, 1.0)]
    public void Modulo_OfFloats_TakesTheDivisorsSign(double a, double b, double expected)
    {
        double actual = LuaOperations.ModFloat(a, b);
        Assert.Equal(expected, actual);
        Assert.Equal(double.IsNegative(expected), double.IsNegative(actual));
    }

    [Fact]
    public void Shifts_ByMuchOrBackwards()
    {
        Assert.Equal(0, LuaOperations.ShiftLeft(1, 64));
        Assert.Equal(0, LuaOperations.ShiftRight(-1, 64));
        Assert.Equal(long.MinValue, LuaOperations.ShiftLeft(1, 63));
        Assert.Equal(1, LuaOperations.ShiftRight(-1, 63));
        Assert.Equal(2, LuaOperations.ShiftRight(1, -1));
        Assert.Equal(0, LuaOperations.ShiftLeft(-1, -64));
        Assert.Equal(0, LuaOperations.ShiftLeft(-1, long.MinValue));
        Assert.Equal(long.MaxValue, LuaOperations.ShiftLeft(-1, -1));
    }

    [Fact]
    public void Operators_ConvertNumerals_AndKeepIntegers()
    {
        Assert.Equal("11", LuaOperations.Add(_state.L, "10", 1L).ToString());
        Assert.Equal("16", LuaOperations.Add(_state.L, 0L, "0x10").ToString());
        Assert.Equal("10.0", LuaOperations.Mul(_state.L, "1e1", 1L).ToString());
        Assert.Equal("-2", LuaOperations.Neg(_state.L, "2").ToString());
        Assert.Equal("3", LuaOperations.IDiv(_state.L, "10", "3").ToString());
    }

    [Fact]
    public void Operators_OnWrongOperands_SayWhich()
    {
        LuaValue table = new LuaTable();
        Assert.Equal("t.lua:1: attempt to perform arithmetic on a nil value (local 'x')", Fail(L => LuaOperations.Add(L, default, 1L), "1,lx"));
        Assert.Equal("t.lua:1: attempt to perform arithmetic on a table value (field 'y')", Fail(L => LuaOperations.Mul(L, 1L, table), "1,-,fy"));
        Assert.Equal("t.lua:1: attempt to perform arithmetic on a table value", Fail(L => LuaOperations.Neg(L, table)));
        Assert.Equal("t.lua:1: attempt to add a 'string' with a 'number'", Fail(L => LuaOperations.Add(L, "a", 1L), "1,ca"));
        Assert.Equal("t.lua:1: attempt to sub a 'table' with a 'string'", Fail(L => LuaOperations.Sub(L, table, "1")));
        Assert.Equal("t.lua:1: attempt to unm a 'string' with a 'string'", Fail(L => LuaOperations.Neg(L, "a")));
        Assert.Equal("t.lua:1: attempt to divide by zero", Fail(L => LuaOperations.IDiv(L, 1L, 0L)));
        Assert.Equal("t.lua:1: attempt to perform 'n%0'", Fail(L => LuaOperations.Mod(L, 1L, 0L)));
        Assert.Equal("attempt to divide by zero", Fail(L => LuaOperations.IDiv(L, "1", 0L)));
    }

    [Fact]
    public void BitwiseOperators_OnWrongOperands_SayWhich()
    {
        Assert.Equal("t.lua:1: number has no integer representation", Fail(L => LuaOperations.BAnd(L, 1.5, 1L)));
        Assert.Equal("t.lua:1: number has no integer representation", Fail(L => LuaOperations.BNot(L, 1.5)));
        Assert.Equal(
            "t.lua:1: attempt to perform bitwise operation on a string value (constant '3')", Fail(L => LuaOperations.BOr(L, "3", 0L), "1,c3"));
        Assert.Equal(
            "t.lua:1: attempt to perform bitwise operation on a nil value (local 'n')", Fail(L => LuaOperations.Shl(L, 1L, default), "1,-,ln"));
        Assert.Equal(3L, LuaOperations.BOr(_state.L, 1.0, 2L));
    }

    [Fact]
    public void Metamethods_AreAskedFromTheFirstOperandOn()
    {
        LuaValue left = TestState.WithMetamethod("__add", TestState.Native("l", (L, _) => L.Return2("left", 2L)));
        LuaValue right = TestState.WithMetamethod("__add", TestState.Native("r", (L, _) => L.Return1("right")));
        Assert.Equal("left", LuaOperations.Add(_state.L, left, right));
        Assert.Equal("right", LuaOperations.Add(_state.L, right, left));
        Assert.Equal("right", LuaOperations.Add(_state.L, 1L, right));
        Assert.Equal("right", LuaOperations.Add(_state.L, "10", right));
        Assert.Equal("left", LuaOperations.Add(_state.L, left, "x"));
    }

    [Fact]
    public void Metamethods_ThatYield_GiveTheirResultToTheOperation()
    {
        LuaValue value = TestState.WithMetamethod("__mul", _state["coroutine.yield"]);
        LuaValue wrapped = _state.L.Call(_state["coroutine.wrap"], new OperationBody(L => LuaOperations.Mul(L, value, 7L)))[0];
        Assert.Equal("table 7", _state.Call(wrapped));
        Assert.Equal("42", _state.Call(wrapped, 42L));
    }

    private string Fail(Func<LuaState, LuaValue> operation, string site = "1") =>
        _state.Call(_state["pcall"], new OperationBody(operation, site)).Replace("false ", "", StringComparison.Ordinal);
}
