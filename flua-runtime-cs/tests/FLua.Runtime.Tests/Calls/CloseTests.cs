using System.Collections.Generic;
using Xunit;

namespace FLua.Runtime.Tests;

public class CloseTests
{
    private readonly TestState _state = new();
    private readonly List<string> _log = [];

    private LuaTable Closable(string name, LibraryBody? then = null) => TestState.WithMetamethod("__close", TestState.Native("close", (L, args) =>
    {
        _log.Add(name + ":" + TestState.Show(args[1]));
        return then == null ? L.Return0() : then(L, args);
    }));

    [Fact]
    public void Close_AtTheEndOfTheScope_GetsNil()
    {
        LuaValue f = TestState.Native("f", (L, args) => L.Return0());
        Assert.Equal("closed", _state.Call(new Closing(Closable("v"), f), 1L));
        Assert.Equal(["v:nil"], _log);
    }

    [Fact]
    public void Close_AfterAnError_GetsTheErrorInnermostFirst()
    {
        LuaValue raise = TestState.Native("raise", (L, args) => L.ErrorValue("bad"));
        var inner = new Closing(Closable("inner"), raise);
        var outer = new Closing(Closable("outer"), inner);
        Assert.Equal("false bad", _state.Call(_state["pcall"], outer, 1L));
        Assert.Equal(["inner:bad", "outer:bad"], _log);
    }

    [Fact]
    public void Close_ThatRaises_ReplacesTheError()
    {
        LuaValue raise = TestState.Native("raise", (L, args) => L.ErrorValue("first"));
        var inner = new Closing(Closable("inner", (L, _) => L.ErrorValue("second")), raise);
        var outer = new Closing(Closable("outer"), inner);
        Assert.Equal("false second", _state.Call(_state["pcall"], outer, 1L));
        Assert.Equal(["inner:first", "outer:second"], _log);
    }

    [Fact]
    public void Close_ThatRaisesAtTheEndOfTheScope_IsAnError()
    {
        LuaValue f = TestState.Native("f", (L, args) => L.Return0());
        var closing = new Closing(Closable("v", (L, _) => L.ErrorValue("oops")), f);
        Assert.Equal("false oops", _state.Call(_state["pcall"], closing, 1L));
    }

    [Fact]
    public void Close_ThatYieldsAtTheEndOfTheScope_GoesOn()
    {
        LuaValue yield = _state["coroutine.yield"];
        var closing = new Closing(Closable("v", (L, _) => yield.Callee.Call1(L, 7)), TestState.Native("f", (L, args) => L.Return0()));
        LuaValue wrapped = _state.L.Call(_state["coroutine.wrap"], closing)[0];
        Assert.Equal("7", _state.Call(wrapped, 1L));
        Assert.Equal("closed", _state.Call(wrapped));
    }

    [Fact]
    public void Close_ThatYieldsAfterAnError_GoesOnWithTheError()
    {
        LuaValue yield = _state["coroutine.yield"];
        LuaValue raise = TestState.Native("raise", (L, args) => L.ErrorValue("bad"));
        var inner = new Closing(Closable("inner", (L, _) => yield.Callee.Call1(L, 1)), raise);
        var outer = new Closing(Closable("outer", (L, _) => yield.Callee.Call1(L, 2)), inner);
        LuaValue protectedCall = TestState.Native("body", (L, args) => L.Tail2(_state["pcall"], outer, 0));
        LuaValue wrapped = _state.L.Call(_state["coroutine.wrap"], protectedCall)[0];
        Assert.Equal("1", _state.Call(wrapped));
        Assert.Equal("2", _state.Call(wrapped));
        Assert.Equal("false bad", _state.Call(wrapped));
        Assert.Equal(["inner:bad", "outer:bad"], _log);
    }

    [Fact]
    public void Close_OfAValueWithoutMetamethod_Raises()
    {
        var closing = new Closing(new LuaTable(), _state["print"]);
        Assert.Equal("false t.lua:31: variable 'v' got a non-closable value", _state.Call(_state["pcall"], closing, 1L));
    }

    [Fact]
    public void Close_OfACoroutine_RunsWhatIsPending()
    {
        LuaValue yield = _state["coroutine.yield"];
        LuaValue coroutine = _state.L.Call(_state["coroutine.create"], new Closing(Closable("v"), yield))[0];
        Assert.Equal("true 5", _state.Call(_state["coroutine.resume"], coroutine, 5L));
        Assert.Equal("true", _state.Call(_state["coroutine.close"], coroutine));
        Assert.Equal(["v:nil"], _log);
        Assert.Equal("dead", _state.Call(_state["coroutine.status"], coroutine));
        Assert.Equal("false cannot resume dead coroutine", _state.Call(_state["coroutine.resume"], coroutine));
    }

    [Fact]
    public void Close_OfACoroutineThatFailed_ClosesWithItsErrorOnce()
    {
        LuaValue raise = TestState.Native("raise", (L, args) => L.ErrorValue("bad"));
        LuaValue coroutine = _state.L.Call(_state["coroutine.create"], new Closing(Closable("v"), raise))[0];
        Assert.Equal("false bad", _state.Call(_state["coroutine.resume"], coroutine, 5L));
        Assert.Empty(_log);
        Assert.Equal("false bad", _state.Call(_state["coroutine.close"], coroutine));
        Assert.Equal(["v:bad"], _log);
        Assert.Equal("true", _state.Call(_state["coroutine.close"], coroutine));
    }

    [Fact]
    public void Wrap_ThatFails_ClosesItsCoroutine()
    {
        LuaValue raise = TestState.Native("raise", (L, args) => L.ErrorValue("bad"));
        LuaValue wrapped = _state.L.Call(_state["coroutine.wrap"], new Closing(Closable("v", (L, _) => L.ErrorValue("worse")), raise))[0];
        Assert.Equal("false worse", _state.Call(_state["pcall"], wrapped));
        Assert.Equal(["v:bad"], _log);
    }
}
