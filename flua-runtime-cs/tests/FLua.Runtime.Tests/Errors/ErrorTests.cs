using System;
using System.Linq;
using Xunit;

namespace FLua.Runtime.Tests;

[Collection("Deep stacks")]
public class ErrorTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Error_CalledByPcall_HasNoPosition() => Assert.Equal("false x", _state.Call(_state["pcall"], _state["error"], "x"));

    [Fact]
    public void Error_Level1_NamesTheCaller() =>
        Assert.Equal("false t.lua:21: x", _state.Call(_state["pcall"], new Shout(_state["error"]), "x"));

    [Fact]
    public void Error_Level2_NamesTheCallersCaller() =>
        Assert.Equal("false t.lua:21: x", _state.Call(_state["pcall"], new Shout(new Depth2(_state["error"])), "x", 2L));

    [Fact]
    public void Error_Level2AtTheBoundary_HasNoPosition() =>
        Assert.Equal("false x", _state.Call(_state["pcall"], new Shout(_state["error"]), "x", 2L));

    [Fact]
    public void Error_OfATable_StaysTheTable() =>
        Assert.Equal("false table", _state.Call(_state["pcall"], new Shout(_state["error"]), new LuaTable()));

    [Fact]
    public void Error_WithoutValue_IsNil() => Assert.Equal("false nil", _state.Call(_state["pcall"], new Shout(_state["error"])));

    [Fact]
    public void ArgumentError_NamesTheFunctionAsItsCallerDoes() => Assert.Equal(
        "false t.lua:21: bad argument #1 to 'f' (table expected, got number)",
        _state.Call(_state["pcall"], new Shout(_state["setmetatable"]), 1L, default));

    [Fact]
    public void ArgumentError_WithoutACallerNamesTheGlobal() => Assert.Equal(
        "false bad argument #1 to 'setmetatable' (table expected, got no value)",
        _state.Call(_state["pcall"], _state["setmetatable"]));

    [Fact]
    public void ArgumentError_OfAMethod_DoesNotCountSelf()
    {
        LuaValue self = new MethodCaller(TestState.Native("m", (L, args) => L.ArgumentError(1, "wrong")));
        Assert.Equal("false t.lua:80: calling 'go' on bad self (wrong)", _state.Call(_state["pcall"], self));
        LuaValue second = new MethodCaller(TestState.Native("m", (L, args) => L.ArgumentError(2, "wrong")));
        Assert.Equal("false t.lua:80: bad argument #1 to 'go' (wrong)", _state.Call(_state["pcall"], second));
    }

    [Fact]
    public void Index_OfNil_NamesTheVariable() => Assert.Equal(
        "false t.lua:40: attempt to index a nil value (local 'x')",
        _state.Call(_state["pcall"], new FieldReader(), default(LuaValue)));

    [Fact]
    public void Xpcall_HandlerGetsTheError()
    {
        LuaValue handler = TestState.Native("h", (L, args) => L.Return1("<" + args[0] + ">"));
        Assert.Equal("false <t.lua:21: x>", _state.Call(_state["xpcall"], new Shout(_state["error"]), handler, "x"));
    }

    [Fact]
    public void Xpcall_TracebackAsHandler_ShowsTheFunctionsBetween() => Assert.Equal(
        "false t.lua:21: x\nstack traceback:\n\t[C]: in function 'error'\n\tt.lua:21: in function <t.lua:20>\n\t[C]: in function 'xpcall'\n\t[C]: in ?",
        _state.Call(_state["xpcall"], new Shout(_state["error"]), _state["debug.traceback"], "x"));

    [Fact]
    public void Xpcall_HandlerThatRaises_GetsItsOwnError()
    {
        int calls = 0;
        LuaValue handler = TestState.Native("h", (L, args) => ++calls == 1 ? L.ErrorValue("second") : L.Return1("handled " + args[0]));
        Assert.Equal("false handled second", _state.Call(_state["xpcall"], new Shout(_state["error"]), handler, "x"));
    }

    [Fact]
    public void Xpcall_HandlerThatAlwaysRaises_GivesUp() => Assert.Equal(
        "false error in error handling",
        _state.Call(_state["xpcall"], _state["error"], TestState.Native("h", (L, args) => L.ErrorValue("again")), 1L));

    [Fact]
    public void Xpcall_HandlerThatOverflowsInAnOverflow_GivesUp() => TestState.OnLargeStack(() => Assert.Equal(
        "false error in error handling",
        _state.Call(_state["xpcall"], new Depth(), TestState.Native("h", (L, _) => new Depth().Call1(L, -1)), -1L)));

    [Fact]
    public void Xpcall_HandlerOfAnOverflow_CanProtectItself() => TestState.OnLargeStack(() => Assert.Equal(
        "false error in error handling",
        _state.Call(_state["xpcall"], new Depth(), TestState.Native("h", (L, _) =>
        {
            _state["pcall"].Callee.Call2(L, new Depth(), -1);
            return L.Return1(L.Result(1));
        }), -1L)));

    [Fact]
    public void Traceback_OfADeepStack_SkipsTheMiddle()
    {
        LuaValue f = TestState.Native("raise", (L, args) => L.ErrorValue("x"));
        for (int i = 0; i < 30; i++)
        {
            f = new Shout(f);
        }

        string text = _state.Call(_state["xpcall"], f, _state["debug.traceback"]);
        string[] lines = text.Split('\n');
        Assert.Equal("\t...\t(skipping 11 levels)", lines[12]);
        Assert.Equal(24, lines.Length);
        Assert.Equal(["\t[C]: in function 'xpcall'", "\t[C]: in ?"], lines[^2..]);
        Assert.Equal(18, lines.Count(line => line.Contains("t.lua:21: in")));
    }

    [Fact]
    public void ChunkName_IsShortenedAsInTheReference()
    {
        Assert.Equal("script.lua", ChunkName.Show("@script.lua"));
        Assert.Equal("stdin", ChunkName.Show("=stdin"));
        Assert.Equal("[string \"return 1\"]", ChunkName.Show("return 1"));
        Assert.Equal("[string \"first...\"]", ChunkName.Show("first\nsecond"));
        Assert.Equal("..." + new string('x', 56), ChunkName.Show("@" + new string('y', 20) + new string('x', 56)));
        Assert.Equal(59, ChunkName.Show(new string('z', 100)).Length);
    }

    [Fact]
    public void Sites_NamesWithEscapes_AreRead()
    {
        var info = new FunctionInfo("@s", 1, 2, 0, null, "3;4,lx,fa%2Cb;5,-,cq");
        Assert.Equal(3, info.SiteAt(1).Line);
        Assert.Null(info.SiteAt(1).First);
        Assert.Equal(new ValueName("local", "x"), info.SiteAt(2).First);
        Assert.Equal(new ValueName("field", "a,b"), info.SiteAt(2).Second);
        Assert.Null(info.SiteAt(3).First);
        Assert.Equal(new ValueName("constant", "q"), info.SiteAt(3).Second);
        Assert.Equal(0, info.SiteAt(4).Line);
    }

    [Fact]
    public void CaughtErrors_AreFastAndAllocateNothing()
    {
        LuaState state = _state.L;
        var pcall = (LuaFunction)_state["pcall"].o!;
        var body = new Structured0(_state["error"]);
        for (int i = 0; i < 100; i++)
        {
            pcall.Call1(state, body);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            pcall.Call1(state, body);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary><c>function(...) local r = f(...) return r end</c>.</summary>
    private sealed class Depth2(LuaValue f) : LuaFunction2
    {
        private static readonly FunctionInfo TheInfo = new("@t.lua", 75, 77, 2, null, "76,uf");

        public override FunctionInfo Info => TheInfo;

        public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b)
        {
            LuaValue r = f.Callee.Call2(L, a, b);
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return L.Unwind(this, 1);
            }

            return L.Return1(r);
        }
    }

    /// <summary><c>function() obj:go() end</c>.</summary>
    private sealed class MethodCaller(LuaValue method) : LuaFunction0
    {
        private static readonly FunctionInfo TheInfo = new("@t.lua", 80, 80, 0, null, "80,mgo");

        public override FunctionInfo Info => TheInfo;

        public override LuaValue Call0(LuaState L)
        {
            LuaValue r = method.Callee.Call1(L, default);
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return L.Unwind(this, 1);
            }

            return L.Return0();
        }
    }

    /// <summary><c>function() error("x", 0) end</c>.</summary>
    private sealed class Structured0(LuaValue error) : LuaFunction0
    {
        private static readonly FunctionInfo TheInfo = new("@t.lua", 90, 90, 0, null, "90,gerror");
        private static readonly LuaString X = LuaString.Constant("x"u8);

        public override FunctionInfo Info => TheInfo;

        public override LuaValue Call0(LuaState L)
        {
            LuaValue r = error.Callee.Call2(L, X, 0);
            if (r.IsAbrupt && (r = L.Land()).IsAbrupt)
            {
                return L.Unwind(this, 1);
            }

            return L.Return0();
        }
    }
}
