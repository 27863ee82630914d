using System.Linq;
using Xunit;

namespace FLua.Runtime.Tests;

public class CallOperationTests
{
    private readonly TestState _state = new();

    private static LuaValue Show => TestState.Native("show", (L, args) =>
        L.Return1(string.Join(" ", args.ToArray().Select(TestState.Show))));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(0, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 40)]
    [InlineData(1, 200)]
    public void CallOpen_PassesArgumentsAndThenResults(int arguments, int results)
    {
        LuaState L = _state.L;
        LuaValue[] args = Enumerable.Range(1, arguments).Select(i => (LuaValue)("a" + i)).ToArray();
        LuaValue[] more = Enumerable.Range(1, results).Select(i => (LuaValue)("r" + i)).ToArray();
        string expected = string.Join(" ", args.Concat(more).Select(TestState.Show));
        LuaValue first = L.ReturnN(more);
        Assert.Equal(expected, LuaOperations.CallOpen(L, Show, args, first).ToString());
        Assert.Equal(expected, LuaOperations.CallVarargs(L, Show, args, more).ToString());
    }

    [Fact]
    public void Call_OfTables_GoesThroughAChainOfMetamethods()
    {
        LuaTable callable = TestState.WithMetamethod("__call", TestState.WithMetamethod("__call", Show));
        Assert.Equal("table table", _state.Call(callable));
        Assert.Equal("table table 1 2 3 4 5", _state.Call(callable, 1L, 2L, 3L, 4L, 5L));
        LuaValue userData = new LuaUserData("host", ((LuaTable)callable).Metatable);
        Assert.Equal("table userdata x", _state.Call(userData, "x"));
    }

    [Fact]
    public void Call_OfNumbersAndNil_AsksTheTypesMetatable()
    {
        var metatable = new LuaTable { ["__call"] = Show };
        _state.L.SetMetatable(1L, metatable);
        Assert.Equal("5 x", ((LuaValue)5L).Callee.Call1(_state.L, "x").ToString());
        _state.L.SetMetatable(default, metatable);
        Assert.Equal("nil", default(LuaValue).Callee.Call0(_state.L).ToString());
    }

    [Fact]
    public void Call_OfSomethingElse_NamesIt()
    {
        var body = new OperationBody(L => default(LuaValue).Callee.Call0(L), "1,gf");
        Assert.Equal("false t.lua:1: attempt to call a nil value (global 'f')", _state.Call(_state["pcall"], body));
        body = new OperationBody(L => LuaValue.True.Callee.Call1(L, 1L), "1,mgo");
        Assert.Equal("false t.lua:1: attempt to call a boolean value (method 'go')", _state.Call(_state["pcall"], body));
    }

    [Fact]
    public void Call_OfATableThatCallsItself_OverflowsAndIsCaught()
    {
        var self = new LuaTable();
        self.Metatable = new LuaTable { ["__call"] = self };
        string caught = _state.Call(_state["pcall"], self);
        Assert.StartsWith("false ", caught);
        Assert.Contains("stack overflow", caught);
    }
}
