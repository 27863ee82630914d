using Xunit;

namespace FLua.Runtime.Tests;

public class BaseLibraryTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("10", 2L, "2")]
    [InlineData(" -ff ", 16L, "-255")]
    [InlineData("zz", 36L, "1295")]
    [InlineData("8", 8L, "nil")]
    [InlineData("", 10L, "nil")]
    [InlineData("7fffffffffffffff", 16L, "9223372036854775807")]
    [InlineData("1e1", 10L, "nil")]
    public void ToNumber_WithABase(string text, long radix, string expected) =>
        Assert.Equal(expected, _state.Call(_state["tonumber"], text, radix));

    [Fact]
    public void ToNumber_BaseOutOfRange_Raises() => Assert.Equal(
        "false bad argument #2 to 'tonumber' (base out of range)",
        _state.Call(_state["pcall"], _state["tonumber"], "1", 99L));

    [Fact]
    public void ToNumber_OfANumberWithABase_Raises() => Assert.Equal(
        "false bad argument #1 to 'tonumber' (string expected, got number)",
        _state.Call(_state["pcall"], _state["tonumber"], 1L, 10L));

    [Fact]
    public void Select_CountsFromBothEnds()
    {
        Assert.Equal("3", _state.Call(_state["select"], "#", 1L, 2L, 3L));
        Assert.Equal("2 3", _state.Call(_state["select"], 2L, 1L, 2L, 3L));
        Assert.Equal("3", _state.Call(_state["select"], -1L, 1L, 2L, 3L));
        Assert.Equal("", _state.Call(_state["select"], 9L, 1L));
        Assert.Equal(
            "false bad argument #1 to 'select' (index out of range)",
            _state.Call(_state["pcall"], _state["select"], 0L));
        Assert.Equal(
            "false bad argument #1 to 'select' (index out of range)",
            _state.Call(_state["pcall"], _state["select"], -2L, 1L));
    }

    [Fact]
    public void Metatable_Protected_CannotBeChanged()
    {
        LuaTable target = TestState.WithMetamethod("__metatable", "locked");
        Assert.Equal("locked", _state.Call(_state["getmetatable"], target));
        Assert.Equal(
            "false cannot change a protected metatable",
            _state.Call(_state["pcall"], _state["setmetatable"], target, new LuaTable()));
    }

    [Fact]
    public void SetMetatable_OfWrongTypes_Raises()
    {
        Assert.Equal(
            "false bad argument #2 to 'setmetatable' (nil or table expected, got number)",
            _state.Call(_state["pcall"], _state["setmetatable"], new LuaTable(), 1L));
        Assert.Equal(
            "false bad argument #2 to 'setmetatable' (nil or table expected, got no value)",
            _state.Call(_state["pcall"], _state["setmetatable"], new LuaTable()));
    }

    [Fact]
    public void Assert_PassesItsArguments()
    {
        Assert.Equal("1 2 3", _state.Call(_state["assert"], 1L, 2L, 3L));
        Assert.Equal("false assertion failed!", _state.Call(_state["pcall"], _state["assert"], false));
        Assert.Equal("false t.lua:21: assertion failed!", _state.Call(_state["pcall"], new Shout(_state["assert"]), false));
        Assert.Equal("false t.lua:21: m", _state.Call(_state["pcall"], new Shout(_state["assert"]), default, "m"));
        Assert.Equal("false bad argument #1 to 'assert' (value expected)", _state.Call(_state["pcall"], _state["assert"]));
    }

    [Fact]
    public void Ipairs_StopsAtTheFirstNil()
    {
        var table = new LuaTable();
        table[1] = 10;
        table[2] = 20;
        LuaValue[] parts = _state.L.Call(_state["ipairs"], table);
        Assert.Equal("1 10", _state.Call(parts[0], parts[1], parts[2]));
        Assert.Equal("2 20", _state.Call(parts[0], parts[1], 1L));
        Assert.Equal("nil", _state.Call(parts[0], parts[1], 2L));
    }

    [Fact]
    public void Next_WalksAndEnds()
    {
        var table = new LuaTable();
        table["a"] = 1;
        Assert.Equal("a 1", _state.Call(_state["next"], table));
        Assert.Equal("nil", _state.Call(_state["next"], table, "a"));
        Assert.Equal("false invalid key to 'next'", _state.Call(_state["pcall"], _state["next"], table, "zz"));
    }

    [Fact]
    public void DynamicCode_Raises() => Assert.StartsWith(
        "false dynamic code is not available in a compiled program",
        _state.Call(_state["pcall"], _state["load"], "return 1"));

    [Fact]
    public void Warn_IsOffUntilTurnedOn()
    {
        _state.Call(_state["warn"], "unseen");
        _state.Call(_state["warn"], "@on");
        _state.Call(_state["warn"], "a", "b");
        _state.Call(_state["warn"], "@off");
        _state.Call(_state["warn"], "unseen");
        Assert.Equal("Lua warning: ab\n", _state.Platform.ErrorText);
    }

    [Fact]
    public void CollectGarbage_AnswersAsTheReference()
    {
        LuaValue f = _state["collectgarbage"];
        Assert.Equal("0", _state.Call(f));
        Assert.Equal("true", _state.Call(f, "isrunning"));
        Assert.Equal("200", _state.Call(f, "setpause", 100L));
        Assert.Equal("incremental", _state.Call(f, "generational"));
        Assert.Equal("generational", _state.Call(f, "incremental"));
        Assert.Equal(
            "false bad argument #1 to 'collectgarbage' (invalid option 'foo')",
            _state.Call(_state["pcall"], f, "foo"));
    }

    [Fact]
    public void RawFunctions_IgnoreMetamethods()
    {
        LuaTable target = TestState.WithMetamethod("__index", TestState.Native("i", (L, _) => L.ErrorValue("no")));
        Assert.Equal("nil", _state.Call(_state["rawget"], target, 1L));
        Assert.Equal("table", _state.Call(_state["rawset"], target, 1L, 5L));
        Assert.Equal("1", _state.Call(_state["rawlen"], target));
        Assert.Equal("true", _state.Call(_state["rawequal"], target, target));
        Assert.Equal(
            "false bad argument #1 to 'rawlen' (table or string expected, got number)",
            _state.Call(_state["pcall"], _state["rawlen"], 5L));
    }
}
