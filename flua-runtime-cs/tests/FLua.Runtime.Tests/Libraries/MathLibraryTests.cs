using Xunit;

namespace FLua.Runtime.Tests;

public class MathLibraryTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("math.floor(3.7)", "3")]
    [InlineData("math.floor(-3.7)", "-4")]
    [InlineData("math.floor(1e300)", "1e+300")]
    [InlineData("math.ceil(3.2)", "4")]
    [InlineData("math.ceil(-3.2)", "-3")]
    [InlineData("math.floor(5)", "5")]
    [InlineData("math.floor('3.5')", "3")]
    [InlineData("math.floor({})", "error: bad argument #1 to 'math.floor' (number expected, got table)")]
    [InlineData("math.modf(3.7)", "3 0.7")]
    [InlineData("math.modf(-3.7)", "-3 -0.7")]
    [InlineData("math.modf(5)", "5 0.0")]
    [InlineData("math.fmod(7, 3)", "1")]
    [InlineData("math.fmod(-7, 3)", "-1")]
    [InlineData("math.fmod(7, -3)", "1")]
    [InlineData("math.fmod(-6.5, 4)", "-2.5")]
    [InlineData("math.fmod(1, 0)", "error: bad argument #2 to 'math.fmod' (zero)")]
    [InlineData("math.fmod(5, -1)", "0")]
    [InlineData("math.tointeger(3.0)", "3")]
    [InlineData("math.tointeger(3.5)", "nil")]
    [InlineData("math.tointeger('8')", "8")]
    [InlineData("math.tointeger('x')", "nil")]
    [InlineData("math.tointeger()", "error: bad argument #1 to 'math.tointeger' (value expected)")]
    [InlineData("math.abs(-5)", "5")]
    [InlineData("math.abs(-5.5)", "5.5")]
    [InlineData("math.abs(0x8000000000000000)", "-9223372036854775808")]
    public void Rounding(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("math.max(1, 2.5, -1)", "2.5")]
    [InlineData("math.min(1, 2.5, -1)", "-1")]
    [InlineData("math.max(3)", "3")]
    [InlineData("math.max()", "error: bad argument #1 to 'math.max' (value expected)")]
    [InlineData("math.min('a', 'b')", "a")]
    [InlineData("math.max({}, 1)", "error: attempt to compare table with number")]
    [InlineData("math.ult(1, -1)", "true")]
    [InlineData("math.ult(-1, 1)", "false")]
    [InlineData("math.ult(1.5, 2)", "error: bad argument #1 to 'math.ult' (number has no integer representation)")]
    [InlineData("math.type(1)", "integer")]
    [InlineData("math.type(1.0)", "float")]
    [InlineData("math.type('1')", "nil")]
    [InlineData("math.type()", "error: bad argument #1 to 'math.type' (value expected)")]
    public void Comparison(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("math.sqrt(16)", "4.0")]
    [InlineData("math.sqrt('4')", "2.0")]
    [InlineData("math.exp(0)", "1.0")]
    [InlineData("math.log(8, 2)", "3.0")]
    [InlineData("math.log(100, 10)", "2.0")]
    [InlineData("math.log(1)", "0.0")]
    [InlineData("math.log(27, 3)", "3.0")]
    [InlineData("math.sin(0)", "0.0")]
    [InlineData("math.cos(0)", "1.0")]
    [InlineData("math.atan(1, 0)", "1.5707963267949")]
    [InlineData("math.deg(0)", "0.0")]
    [InlineData("math.rad(180)", "3.1415926535898")]
    [InlineData("math.sqrt()", "error: bad argument #1 to 'math.sqrt' (number expected, got no value)")]
    [InlineData("math.sqrt({})", "error: bad argument #1 to 'math.sqrt' (number expected, got table)")]
    public void Functions(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("math.random(2, 1)", "error: bad argument #1 to 'math.random' (interval is empty)")]
    [InlineData("math.random(-1)", "error: bad argument #1 to 'math.random' (interval is empty)")]
    [InlineData("math.random(1, 2, 3)", "error: wrong number of arguments")]
    [InlineData("math.random(1.5)", "error: bad argument #1 to 'math.random' (number has no integer representation)")]
    [InlineData("math.randomseed(42)", "42 0")]
    [InlineData("math.randomseed(42, 7)", "42 7")]
    public void Random_Mistakes(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Fact]
    public void Random_AfterASeed_GivesTheReferencesSequence()
    {
        _state.Call(_state["math.randomseed"], 42L);
        Assert.Equal("50", _state.Call(_state["math.random"], 1L, 100L));
        Assert.Equal("0.54688311243421", _state.Call(_state["math.random"]));
        Assert.Equal("-3807604385970496171", _state.Call(_state["math.random"], 0L));
        Assert.Equal("8", _state.Call(_state["math.random"], 3L, 9L));
    }

    [Fact]
    public void Random_StaysWithinItsBounds()
    {
        for (int i = 0; i < 1000; i++)
        {
            long value = _state.L.Call(_state["math.random"], 5L)[0].Read<long>();
            Assert.InRange(value, 1, 5);
            double real = _state.L.Call(_state["math.random"])[0].Read<double>();
            Assert.InRange(real, 0, 0.9999999999999999);
        }
    }

    [Fact]
    public void Constants_AreThose()
    {
        Assert.Equal(long.MaxValue, _state["math.maxinteger"].Read<long>());
        Assert.Equal(long.MinValue, _state["math.mininteger"].Read<long>());
        Assert.Equal(double.PositiveInfinity, _state["math.huge"].Read<double>());
        Assert.Equal("3.1415926535898", TestState.Show(_state["math.pi"]));
    }
}
