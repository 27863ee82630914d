using System;
using Xunit;

namespace FLua.Runtime.Tests;

[Collection("Deep stacks")]
public class CallTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Recursion_190000Deep_Works() => TestState.OnLargeStack(() =>
        Assert.Equal("190000", _state.Call(new Depth(), 190_000L)));

    [Fact]
    public void Recursion_WithoutEnd_IsACatchableStackOverflow() => TestState.OnLargeStack(() =>
        Assert.Equal("false t.lua:1: stack overflow", _state.Call(_state["pcall"], new Depth(), -1L)));

    [Fact]
    public void Recursion_WithoutEndOnAHostThread_IsACatchableStackOverflow()
    {
        Assert.Equal("false t.lua:1: stack overflow", _state.Call(_state["pcall"], new Depth(), -1L));
        Assert.Equal("100", _state.Call(new Depth(), 100L));
    }

    [Fact]
    public void TailCalls_AMillionBetweenTwoFunctions_RunInConstantStack()
    {
        var even = new TailCaller();
        var odd = new TailCaller();
        even.Other.Value = odd;
        odd.Other.Value = even;
        Assert.Equal("done", _state.Call(even, 1_000_000L));
    }

    [Fact]
    public void TailCalls_AMillionThroughCallMetamethods_RunInConstantStack()
    {
        var f = new TailCaller();
        f.Other.Value = TestState.WithMetamethod("__call", TestState.Native("call", (L, args) => L.Tail1(f, args[1])));
        Assert.Equal("done", _state.Call(f, 1_000_000L));
    }

    [Fact]
    public void TailCalls_InADeepRecursion_KeepLanding() => TestState.OnLargeStack(() =>
    {
        var f = new TailCaller();
        f.Other.Value = f;
        LuaValue nested = default;
        nested = TestState.Native("nested", (L, args) =>
        {
            if (args[0].n == 0)
            {
                return L.Return1(0);
            }

            LuaValue r = f.Callee().Call1(L, 1000);
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return r;
            }

            r = nested.Callee.Call1(L, args[0].n - 1);
            return r.IsAbrupt ? r : L.Return1(r.n + 1);
        });
        Assert.Equal("2000", _state.Call(nested, 2000L));
    });

    [Fact]
    public void TailCall_OfALibraryFunctionThatRaises_KeepsThePosition()
    {
        var f = new TailCaller();
        f.Other.Value = _state["error"];
        LuaValue message = TestState.Native("m", (L, args) => L.ErrorValue("x", 1));
        f.Other.Value = message;
        Assert.Equal("false t.lua:7: x", _state.Call(_state["pcall"], f, 3L));
    }

    [Fact]
    public void Results_OfManyValues_ComeInOrder() =>
        Assert.Equal("true 1 2 3 4 5", _state.Call(_state["pcall"], TestState.Native("f", (L, args) => L.ReturnN(args)), 1L, 2L, 3L, 4L, 5L));

    [Fact]
    public void Call_OfANumber_SaysSo()
    {
        LuaException error = Assert.Throws<LuaException>(() => _state.L.Call(new Forward(5L)));
        Assert.Equal("t.lua:26: attempt to call a number value (upvalue 'f')", error.Message);
    }

    [Fact]
    public void Pcall_InItselfWithoutEnd_IsAStackOverflowOfTheHost()
    {
        int depth = 0;
        LuaValue f = default;
        f = TestState.Native("f", (L, args) =>
        {
            depth++;
            LuaValue r = _state["pcall"].Callee.Call1(L, f);
            return r.IsAbrupt ? r : r.IsTrue ? L.Return0() : L.ErrorValue(L.Result(1));
        });
        Assert.Equal("false C stack overflow", _state.Call(_state["pcall"], f));
        Assert.InRange(depth, 190, 200);
    }
}

internal static class LuaFunctionExtensions
{
    /// <summary>The function as a callee, to read like printed code.</summary>
    public static LuaObject Callee(this LuaFunction function) => function;
}
