using System;
using System.Collections.Generic;
using Xunit;

namespace FLua.Runtime.Tests;

public class NumericForTests
{
    private readonly TestState _state = new();

    public static TheoryData<LuaValue, LuaValue, LuaValue, string> Loops => new()
    {
        { 1L, 3L, 1L, "1 2 3" },
        { 1L, 3.7, 1L, "1 2 3" },
        { 3L, 1.2, -1L, "3 2" },
        { 1L, 0L, 1L, "" },
        { long.MaxValue - 1, long.MaxValue, 1L, "9223372036854775806 9223372036854775807" },
        { long.MaxValue - 2, double.PositiveInfinity, 2L, "9223372036854775805 9223372036854775807" },
        { long.MinValue + 1, double.NegativeInfinity, -1L, "-9223372036854775807 -9223372036854775808" },
        { 1L, double.NegativeInfinity, 1L, "" },
        { 1L, long.MinValue, long.MinValue, "1 -9223372036854775807" },
        { 10L, 1L, -4L, "10 6 2" },
        { 1.0, 2L, 0.5, "1.0 1.5 2.0" },
        { 1L, 2L, 0.5, "1.0 1.5 2.0" },
        { 1L, "3", 1L, "1 2 3" },
        { 2.0, 1.0, -0.5, "2.0 1.5 1.0" },
        { 1.0, 0.0, 1.0, "" },
    };

    [Theory]
    [MemberData(nameof(Loops), DisableDiscoveryEnumeration = true)]
    public void Loop_RunsAsTheReferenceDoes(LuaValue start, LuaValue limit, LuaValue step, string expected)
    {
        var seen = new List<string>();
        ForLoop loop = LuaOperations.ForAny(_state.L, start, limit, step);
        for (LuaValue i = loop.Index; loop.Outcome == 1;)
        {
            seen.Add(i.ToString());
            if (!LuaOperations.TryForNext(i, loop.Last, loop.Step, out i))
            {
                break;
            }
        }

        Assert.Equal(expected, string.Join(" ", seen));
    }

    [Fact]
    public void Loop_WithWrongOperands_SaysWhich()
    {
        Assert.Equal("bad 'for' initial value (number expected, got string)", Fail("a", 1L, 1L));
        Assert.Equal("bad 'for' limit (number expected, got table)", Fail(1L, new LuaTable(), 1L));
        Assert.Equal("bad 'for' step (number expected, got string)", Fail(1L, 1L, "x"));
        Assert.Equal("bad 'for' limit (number expected, got string)", Fail("a", "b", "c"));
        Assert.Equal("'for' step is zero", Fail(1L, 2L, 0L));
        Assert.Equal("'for' step is zero", Fail(1.0, 2L, 0L));
    }

    private string Fail(LuaValue start, LuaValue limit, LuaValue step)
    {
        var body = new OperationBody(L =>
        {
            Assert.Equal(-1, LuaOperations.ForAny(L, start, limit, step).Outcome);
            return LuaValue.Abrupt;
        });
        return _state.Call(_state["pcall"], body).Replace("false t.lua:1: ", "", StringComparison.Ordinal);
    }
}
