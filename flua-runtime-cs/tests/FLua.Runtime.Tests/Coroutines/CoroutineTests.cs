using System;
using System.Collections.Generic;
using Xunit;

namespace FLua.Runtime.Tests;

[Collection(RunAlone.Name)]
public class CoroutineTests
{
    private readonly TestState _state = new();

    private LuaValue Yield => _state["coroutine.yield"];

    private LuaValue Create(LuaValue f) => _state.L.Call(_state["coroutine.create"], f)[0];

    private LuaValue Wrap(LuaValue f) => _state.L.Call(_state["coroutine.wrap"], f)[0];

    private string Resume(LuaValue coroutine, params ReadOnlySpan<LuaValue> args) =>
        _state.Call(_state["coroutine.resume"], [coroutine, .. args]);

    [Fact]
    public void Resume_OfAGenerator_GivesWhatItYields()
    {
        LuaValue coroutine = Create(new Counter(Yield));
        Assert.Equal("true 1", Resume(coroutine, 3L));
        Assert.Equal("true 2", Resume(coroutine));
        Assert.Equal("suspended", _state.Call(_state["coroutine.status"], coroutine));
        Assert.Equal("true 3", Resume(coroutine));
        Assert.Equal("true end", Resume(coroutine));
        Assert.Equal("dead", _state.Call(_state["coroutine.status"], coroutine));
        Assert.Equal("false cannot resume dead coroutine", Resume(coroutine));
    }

    [Fact]
    public void Resume_PassesManyValuesBothWays()
    {
        LuaValue echo = TestState.Native("echo", (L, args) => Yield.Callee.CallN(L, args));
        LuaValue coroutine = Create(echo);
        Assert.Equal("true 1 2 3 4 5", Resume(coroutine, 1L, 2L, 3L, 4L, 5L));
        Assert.Equal("true 6 7 8 9", Resume(coroutine, 6L, 7L, 8L, 9L));
    }

    [Fact]
    public void Yield_InATailCall_ReturnsToTheCaller()
    {
        LuaValue wrapped = Wrap(new Shout(new Forward(new Forward(Yield))));
        Assert.Equal("a", _state.Call(wrapped, "a"));
        Assert.Equal("b!", _state.Call(wrapped, "b"));
    }

    [Fact]
    public void Yield_InPcallInAMetamethod_ComesBackThere()
    {
        LuaTable target = TestState.WithMetamethod("__index", new Forward(_state["pcall"]));
        LuaTable called = TestState.WithMetamethod("__call", new Shout(Yield));
        target[1] = called;
        LuaValue index = new Shout(new Forward(new Forward(_state["pcall"])));

        // x.field -> __index(x, "field") -> pcall(yield) -> yields; resumed, its second result makes the field.
        LuaValue handler = new PcallYield(_state["pcall"], new Shout(Yield));
        var wrapped = Wrap(new FieldReader());
        LuaTable x = TestState.WithMetamethod("__index", handler);
        Assert.Equal("in", _state.Call(wrapped, x));
        Assert.Equal("out!", _state.Call(wrapped, "out"));
        _ = index;
    }

    [Fact]
    public void Error_InAResumedFrame_IsCaughtByAPcallThatYielded()
    {
        // pcall(function() yield(); error("late") end): the pcall is a frame on the heap when the error comes.
        LuaValue raise = TestState.Native("raise", (L, args) => L.ErrorValue("late", 0));
        var body = new YieldThen(Yield, raise);
        LuaValue wrapped = Wrap(new Forward(new PcallYield(_state["pcall"], body)));
        Assert.Equal("in", _state.Call(wrapped, "x"));
        Assert.Equal("late", _state.Call(wrapped));
    }

    [Fact]
    public void Error_InACoroutine_KillsIt()
    {
        LuaValue coroutine = Create(new YieldThen(Yield, TestState.Native("raise", (L, args) => L.ErrorValue("late", 1))));
        Assert.Equal("true x", Resume(coroutine, "x"));
        Assert.Equal("false t.lua:61: late", Resume(coroutine));
        Assert.Equal("dead", _state.Call(_state["coroutine.status"], coroutine));
        Assert.Equal(
            "stack traceback:\n\t[C]: in upvalue 'g'\n\tt.lua:61: in function <t.lua:59>",
            _state.Call(_state["debug.traceback"], coroutine));
    }

    [Fact]
    public void Traceback_OfASuspendedCoroutine_ShowsItsFrames()
    {
        LuaValue coroutine = Create(new Shout(new Counter(Yield)));
        Resume(coroutine, 2L);
        Assert.Equal(
            "m\nstack traceback:\n\t[C]: in function 'coroutine.yield'\n\tt.lua:11: in upvalue 'f'\n\tt.lua:21: in function <t.lua:20>",
            _state.Call(_state["debug.traceback"], coroutine, "m"));
    }

    [Fact]
    public void Yield_OutsideACoroutine_Raises() =>
        Assert.Equal("false attempt to yield from outside a coroutine", _state.Call(_state["pcall"], Yield));

    [Fact]
    public void Yield_AcrossALibraryCallback_Raises()
    {
        LuaValue callback = TestState.Native("f", (L, args) => L.CallNoYield1(Yield, 1));
        Assert.Equal("false attempt to yield across a C-call boundary", Resume(Create(callback)));
    }

    [Fact]
    public void Yield_AcrossAFunctionWithoutResumePoints_Raises()
    {
        LuaValue wrapped = Create(new Structured(new Shout(Yield)));
        Assert.Equal("false attempt to yield across a C-call boundary", Resume(wrapped));
    }

    [Fact]
    public void Resume_OfTheRunningOrANormalCoroutine_IsRefused()
    {
        LuaValue outer = default;
        LuaValue inner = Create(TestState.Native("inner", (L, _) => _state["coroutine.resume"].Callee.Call1(L, outer)));
        outer = Create(TestState.Native("outer", (L, _) => _state["coroutine.resume"].Callee.Call1(L, inner)));
        Assert.Equal("true true false cannot resume non-suspended coroutine", Resume(outer));
    }

    [Fact]
    public void Resume_NestedWithoutEnd_IsAStackOverflowOfTheHost()
    {
        int depth = 0;
        LuaValue body = default;
        body = TestState.Native("body", (L, _) =>
        {
            depth++;
            LuaValue next = _state["coroutine.wrap"].Callee.Call1(L, body);
            return next.IsAbrupt ? next : next.Callee.Call0(L);
        });
        Assert.EndsWith("C stack overflow", Resume(Create(body)));
        Assert.InRange(depth, 150, 200);
    }

    [Fact]
    public void Recursion_ThroughYields_EndsInStackOverflow()
    {
        LuaValue wrapped = Wrap(new YieldingRecursion(Yield));
        LuaException error = Assert.Throws<LuaException>(() =>
        {
            for (long i = 0; i < 1_000_000; i++)
            {
                _state.L.Call(wrapped, i);
            }
        });
        Assert.Contains("stack overflow", error.Message);
    }

    [Fact]
    public void Coroutines_AHundredThousand_LiveAtOnce()
    {
        long before = GC.GetTotalMemory(true);
        var all = new List<LuaValue>();
        for (int i = 0; i < 100_000; i++)
        {
            LuaValue coroutine = Create(new Counter(Yield));
            _state.L.Call(_state["coroutine.resume"], coroutine, 2L);
            all.Add(coroutine);
        }

        long bytes = (GC.GetTotalMemory(true) - before) / all.Count;
        Assert.InRange(bytes, 0, 400);
        foreach (LuaValue coroutine in all)
        {
            Assert.Equal(2, _state.L.Call(_state["coroutine.resume"], coroutine)[1].n);
        }
    }

    [Fact]
    public void Switch_InASteadyState_AllocatesNothing()
    {
        LuaValue wrapped = Wrap(new Counter(Yield));
        LuaState state = _state.L;
        LuaFunction function = (LuaFunction)wrapped.o!;
        function.Call1(state, 10_000_000);
        function.Call0(state);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            function.Call0(state);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Close_OfALongChain_IsAStackOverflowOfTheHost()
    {
        int count = 0;
        LuaValue previous = default;
        for (int i = 0; i < 1000; i++)
        {
            LuaValue closed = previous;
            LuaTable closable = TestState.WithMetamethod("__close", TestState.Native("close", (L, _) =>
            {
                count++;
                if (closed.IsNil)
                {
                    return L.Return0();
                }

                LuaValue r = _state["coroutine.close"].Callee.Call1(L, closed);
                return r.IsAbrupt || r.IsTrue ? r : L.ErrorValue(L.Result(1));
            }));
            previous = Create(new Closing(closable, Yield));
            Resume(previous, 1L);
        }

        Assert.Equal("false C stack overflow", _state.Call(_state["coroutine.close"], previous));
        Assert.InRange(count, 150, 200);
    }

    [Fact]
    public void Running_InTheMainCoroutine_SaysMain()
    {
        Assert.Equal("thread true", _state.Call(_state["coroutine.running"]));
        Assert.Equal("false", _state.Call(_state["coroutine.isyieldable"]));
        Assert.Equal("running", _state.Call(_state["coroutine.status"], _state.L.Call(_state["coroutine.running"])[0]));
    }

    [Fact]
    public void Close_OfTheRunningCoroutine_Raises() => Assert.Equal(
        "false cannot close a running coroutine",
        _state.Call(_state["pcall"], _state["coroutine.close"], _state.L.Call(_state["coroutine.running"])[0]));

    [Fact]
    public void Pairs_WithAMetamethodThatYields_GivesThreeResults()
    {
        LuaTable target = TestState.WithMetamethod("__pairs", new Forward(Yield));
        LuaValue wrapped = Wrap(_state["pairs"]);
        Assert.Equal("table", _state.Call(wrapped, target));
        Assert.Equal("1 2 3", _state.Call(wrapped, 1L, 2L, 3L, 4L));
    }

    /// <summary><c>function(...) local _, r = pcall(f, "in") return r end</c>.</summary>
    private sealed class PcallYield(LuaValue pcall, LuaValue f) : LuaFunction0
    {
        private static readonly FunctionInfo TheInfo = new("@t.lua", 55, 57, 0, null, "56,gpcall");

        public override FunctionInfo Info => TheInfo;

        public override LuaValue Call0(LuaState L) => Body(L, null);

        public override LuaValue Resume(LuaState L, Frame frame) => Body(L, frame);

        private LuaValue Body(LuaState L, Frame? frame)
        {
            LuaValue r = default;
            if (frame != null)
            {
                r = L.ResumeValue;
                goto L1;
            }

            r = pcall.Callee.Call2(L, f, LuaString.Constant("in"u8));
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return L.Save(this, frame, 1);
            }

        L1:
            r = L.Result(1);
            return L.Return1(r);
        }
    }

    /// <summary><c>function(x) f(x); g(x) end</c>.</summary>
    private sealed class YieldThen(LuaValue f, LuaValue g) : LuaFunction1
    {
        private static readonly FunctionInfo TheInfo = new("@t.lua", 59, 62, 1, null, "60,uf;61,ug");

        public override FunctionInfo Info => TheInfo;

        public override LuaValue Call1(LuaState L, LuaValue x) => Body(L, x, null);

        public override LuaValue Resume(LuaState L, Frame frame) => Body(L, default, frame);

        private LuaValue Body(LuaState L, LuaValue x, Frame? frame)
        {
            LuaValue r = default;
            if (frame != null)
            {
                switch (frame.State)
                {
                    case 1:
                        x = frame.Values[0];
                        goto L1;
                    case 2:
                        goto L2;
                }
            }

            r = f.Callee.Call1(L, x);
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return L.Save1(this, frame, 1, x);
            }

        L1:
            r = g.Callee.Call1(L, x);
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return L.Save(this, frame, 2);
            }

        L2:
            return L.Return0();
        }
    }

    /// <summary><c>function() f() end</c> of a program that cannot suspend.</summary>
    private sealed class Structured(LuaValue f) : LuaFunction0
    {
        private static readonly FunctionInfo TheInfo = new("@t.lua", 70, 72, 0, null, "71,uf");

        public override FunctionInfo Info => TheInfo;

        public override LuaValue Call0(LuaState L)
        {
            LuaValue r = f.Callee.Call0(L);
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return L.Unwind(this, 1);
            }

            return L.Return0();
        }
    }
}
