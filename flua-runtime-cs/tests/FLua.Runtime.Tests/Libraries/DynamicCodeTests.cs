using System;
using System.Collections.Generic;
using Xunit;

namespace FLua.Runtime.Tests;

/// <summary><c>load</c> over texts that were compiled together with the program.</summary>
public class DynamicCodeTests
{
    private readonly TestState _state = new();

    public DynamicCodeTests()
    {
        // A chunk that returns its environment.
        _state.L.AddText("return _ENV", "=env", static environment => LuaFunction.Create("chunk", new Func<LuaValue>(() => environment)));
        _state.L.RefuseText("x = =", "x = =", "[string \"x = =\"]:1: unexpected symbol near '='");
    }

    [Fact]
    public void Load_WithoutEnvironment_GivesTheGlobals() =>
        Assert.Same(_state.L.Globals, Loaded("return _ENV", "=env")[0].o);

    [Fact]
    public void Load_WithEnvironment_GivesItEvenNil()
    {
        Assert.Equal("5", _state.L.Call(Load("return _ENV", "=env", "t", 5)[0])[0].ToString());
        Assert.True(_state.L.Call(Load("return _ENV", "=env", "t", default)[0])[0].IsNil);
    }

    [Fact]
    public void Load_OfATextThatIsNoLua_GivesNilAndTheMessage() =>
        Assert.Equal("nil [string \"x = =\"]:1: unexpected symbol near '='", _state.Call(_state["load"], "x = ="));

    [Fact]
    public void Load_InAnotherMode_IsRefused()
    {
        Assert.Equal("nil attempt to load a text chunk (mode is 'b')", _state.Call(_state["load"], "return _ENV", "=env", "b"));
        Assert.Equal("nil attempt to load a binary chunk (mode is 't')", _state.Call(_state["load"], "\u001bx", "=env", "t"));
        Assert.Equal("nil env: bad binary format (truncated chunk)", _state.Call(_state["load"], "\u001bx", "=env"));
    }

    [Fact]
    public void Load_OfAnotherTextOrName_Raises()
    {
        Assert.StartsWith("false dynamic code is not available", _state.Call(_state["pcall"], _state["load"], "return 1"));
        Assert.StartsWith("false dynamic code is not available", _state.Call(_state["pcall"], _state["load"], "return _ENV"));
    }

    [Fact]
    public void Load_OfAReader_JoinsItsPieces()
    {
        var pieces = new Queue<LuaValue>(["return ", "_ENV", default]);
        LuaFunction reader = LuaFunction.Create("reader", new Func<LuaValue>(pieces.Dequeue));
        Assert.Same(_state.L.Globals, _state.L.Call(Load(reader, "=env")[0])[0].o);
    }

    [Fact]
    public void Load_OfAReaderThatFails_GivesNilAndTheError()
    {
        Assert.Equal("nil reader function must return a string", _state.Call(_state["load"], LuaFunction.Create("r", new Func<LuaValue>(() => true))));
        Assert.Equal("nil failed", _state.Call(_state["load"], LuaFunction.Create("r", new Action(() => throw new LuaException("failed", "failed", "")))));
    }

    private LuaValue[] Load(params ReadOnlySpan<LuaValue> arguments) => _state.L.Call(_state["load"], arguments);

    private LuaValue[] Loaded(params ReadOnlySpan<LuaValue> arguments) => _state.L.Call(Load(arguments)[0]);
}
