using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace FLua.Runtime.Tests;

public class HostTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Call_ThatFails_ThrowsWithValueAndTraceback()
    {
        LuaException error = Assert.Throws<LuaException>(() => _state.L.Call(new Shout(_state["error"]), "x"));
        Assert.Equal("t.lua:21: x", error.Message);
        Assert.Equal("stack traceback:\n\t[C]: in function 'error'\n\tt.lua:21: in function <t.lua:20>\n\t[C]: in ?", error.LuaTraceback);
        Assert.Equal("t.lua:21: x", error.Value.ToString());
    }

    [Fact]
    public void Program_WithHotMethods_HasThemCompiledWhileItRuns()
    {
        var asked = new bool[2];
        var ended = new TaskCompletionSource();
        LuaFunction main = LuaFunction.Create("main", new Action(() => ended.Task.Wait(TimeSpan.FromMinutes(1))));
        Delegate[] First()
        {
            asked[0] = true;
            return [new Shout(main).Call0];
        }

        Delegate[] Second()
        {
            asked[1] = true;
            ended.SetResult();
            return [];
        }

        if (Environment.ProcessorCount == 1)
        {
            ended.SetResult();
        }

        Assert.Equal(0, LuaProgram.Run([], "t.lua", _ => main, First, Second));
        Assert.Equal(asked[0], asked[1]);
        Assert.Equal(Environment.ProcessorCount > 1, asked[0]);
    }

    [Fact]
    public void Program_ThatEndsBeforeItsMethodsAreCompiled_DoesNotWait()
    {
        var never = new TaskCompletionSource();
        LuaFunction main = LuaFunction.Create("main", new Action(() => { }));
        Delegate[] Endless()
        {
            never.Task.Wait(TimeSpan.FromMinutes(10));
            return [];
        }

        Assert.Equal(0, LuaProgram.Run([], "t.lua", _ => main, Endless));
        Assert.False(never.Task.IsCompleted);
        never.SetResult();
    }

    [Fact]
    public void HostFunction_ThatThrows_IsALuaErrorWithItsCause()
    {
        LuaFunction f = LuaFunction.Create("f", new Action(() => throw new FormatException("bad format")));
        Assert.Equal("false t.lua:21: bad format", _state.Call(_state["pcall"], new Shout(f)));
        LuaException error = Assert.Throws<LuaException>(() => _state.L.Call(new Shout(f)));
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public void HostFunction_ThatThrowsALuaError_KeepsItsValue()
    {
        var value = new LuaTable();
        LuaFunction f = LuaFunction.Create("f", new Action(() => throw new LuaException("m", value, "")));
        LuaValue[] results = _state.L.Call(_state["pcall"], f);
        Assert.Same(value, results[1].o);
    }

    [Fact]
    public void HostFunction_CallingBack_NestsErrors()
    {
        LuaFunction f = LuaFunction.Create("f", g => _state.L.Call(g)[0]);
        Assert.Equal("false 7", _state.Call(_state["pcall"], f, TestState.Native("g", (L, _) => L.ErrorValue(7))));
        Assert.Equal("true 8", _state.Call(_state["pcall"], f, TestState.Native("g", (L, _) => L.Return1(8))));
    }

    [Fact]
    public void Call_OnAThreadWithASmallStack_OverflowsInLua()
    {
        string result = "";
        var thread = new Thread(() => result = _state.Call(_state["pcall"], new Depth(), -1L), 512 << 10);
        thread.Start();
        thread.Join();
        Assert.Equal("false t.lua:1: stack overflow", result);
    }

    [Fact]
    public void Call_OnOneThreadAfterAnother_FindsTheStackOfEach()
    {
        string[] results = ["", ""];
        for (int i = 0; i < 2; i++)
        {
            int index = i;
            var thread = new Thread(() => results[index] = _state.Call(_state["pcall"], new Depth(), -1L), index == 0 ? 16 << 20 : 512 << 10);
            thread.Start();
            thread.Join();
        }

        Assert.Equal(["false t.lua:1: stack overflow", "false t.lua:1: stack overflow"], results);
        Assert.Equal("100", _state.Call(new Depth(), 100L));
    }

    [Fact]
    public void CallFirst_GivesTheFirstResultOrNil()
    {
        LuaValue three = TestState.Native("three", (L, args) => L.ReturnN([args.Length, 2, 3]));
        Assert.Equal(0, _state.L.CallFirst(three));
        Assert.Equal(1, _state.L.CallFirst(three, "a"));
        Assert.Equal(2, _state.L.CallFirst(three, "a", "b"));
        Assert.Equal(3, _state.L.CallFirst(three, "a", "b", "c"));
        Assert.Equal(4, _state.L.CallFirst(three, "a", "b", "c", "d"));
        Assert.True(_state.L.CallFirst(TestState.Native("none", (L, _) => L.Return0())).IsNil);
        Assert.Throws<LuaException>(() => _state.L.CallFirst(_state["error"], "x"));
        Assert.Throws<LuaException>(() => _state.L.CallFirst(default));
        Assert.Equal(1, _state.L.CallFirst(three, "a"));
    }

    [Fact]
    public void CallFirst_ThereAndBack_AllocatesNothing()
    {
        LuaValue add = LuaFunction.Create("add", (a, b) => a.Read<long>() + b.Read<long>());
        long least = long.MaxValue;

        // What the host does to prepare what it runs may allocate now and then: the calls themselves never do.
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long sum = 0;
            for (int i = 0; i < 1000; i++)
            {
                sum = _state.L.CallFirst(add, sum, i).Read<long>();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(499500, sum);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Exit_PassesThroughProtectedCalls()
    {
        LuaFunction f = LuaFunction.Create("f", new Action(() => _state.Platform.Exit(3)));
        Assert.Equal(3, Assert.Throws<LuaExitException>(() => _state.L.Call(_state["pcall"], f)).Code);
    }

    [Fact]
    public void RequireRuntime_OfAnotherVersion_Refuses()
    {
        _state.L.RequireRuntime(LuaState.RuntimeVersion);
        Assert.Contains("0.0.1", Assert.Throws<InvalidOperationException>(() => _state.L.RequireRuntime("0.0.1")).Message);
    }

    [Fact]
    public void Require_FindsABundledModuleOnce()
    {
        int loads = 0;
        _state.L.AddModule("a.b", "./a/b.lua", L =>
        {
            loads++;
            return (LuaFunction)TestState.Native("main", (_, args) => _.ReturnN([args[1]])).o!;
        });
        Assert.Equal("./a/b.lua ./a/b.lua", _state.Call(_state["require"], "a.b"));
        Assert.Equal("./a/b.lua", _state.Call(_state["require"], "a.b"));
        Assert.Equal(1, loads);
    }

    [Fact]
    public void Require_OfWhatIsNotThere_ListsWhatWasTried()
    {
        ((LuaTable)_state["package"].o!)["path"] = "./?.lua;./?/init.lua";
        ((LuaTable)_state["package"].o!)["cpath"] = "./?.so";
        Assert.Equal(
            "false module 'x.y' not found:\n\tno field package.preload['x.y']\n\tno file './x/y.lua'\n\tno file './x/y/init.lua'\n\tno file './x/y.so'\n\tno file './x.so'",
            _state.Call(_state["pcall"], _state["require"], "x.y"));
    }

    [Fact]
    public void Print_WritesToThePlatform()
    {
        _state.Call(_state["print"], 1L, "a", default, true, 1.5);
        _state.L.Close();
        Assert.Equal("1\ta\tnil\ttrue\t1.5\n", _state.Platform.OutputText);
    }

    [Fact]
    public void States_OnTwoThreads_AreIndependent()
    {
        var depth = new Depth();
        var threads = new Thread[2];
        var results = new string[2];
        for (int i = 0; i < 2; i++)
        {
            int index = i;
            threads[i] = new Thread(() => results[index] = new TestState().Call(depth, 1000L + index));
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.Equal(["1000", "1001"], results);
    }
}
