using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Xunit;

namespace FLua.Runtime.Tests;

public class FinalizerTests
{
    private readonly TestState _state = new();
    private readonly List<string> _log = [];

    [Fact]
    public void Finalizers_RunInReverseOrderOfMarking_Once()
    {
        LuaTable metatable = Logging();
        Drop(metatable, "a", "b", "c");
        _state.L.CollectGarbage();
        Assert.Equal(["c", "b", "a"], _log);
        _state.L.CollectGarbage();
        Assert.Equal(3, _log.Count);
    }

    [Fact]
    public void Finalizer_MayBringItsObjectBack()
    {
        var metatable = new LuaTable();
        metatable["__gc"] = new LibraryFunction("gc", (L, args) =>
        {
            L.Globals["back"] = args[0];
            return L.Return0();
        });
        Drop(metatable, "phoenix");
        _state.L.CollectGarbage();
        Assert.Equal("phoenix", ((LuaTable)_state.L.Globals["back"].o!)["name"].ToString());
        _state.L.Globals["back"] = default;
        _state.L.CollectGarbage();
        Assert.True(_state.L.Globals["back"].IsNil);
    }

    [Fact]
    public void Userdata_IsFinalizedToo()
    {
        DropUserdata(Logging());
        _state.L.CollectGarbage();
        Assert.Equal(["userdata"], _log);
    }

    [Fact]
    public void Close_RunsThemForWhatIsAlive()
    {
        LuaTable metatable = Logging();
        var kept = new LuaTable();
        kept["name"] = "kept";
        _state.L.SetMetatable(kept, metatable);
        Drop(metatable, "dropped");
        _state.L.Close();
        Assert.Equal(["dropped", "kept"], _log);
        _state.L.Close();
        Assert.Equal(2, _log.Count);
    }

    [Fact]
    public void Error_IsAWarning()
    {
        _state.L.WarningsOn = true;
        var metatable = new LuaTable();
        metatable["__gc"] = new LibraryFunction("gc", static (L, _) => L.ErrorValue("no good"));
        Drop(metatable, "x");
        _state.L.CollectGarbage();
        Assert.Equal("Lua warning: error in __gc (no good)\n", _state.Platform.ErrorText);
    }

    [Fact]
    public void WhatTheRunningFunctionHolds_IsAsItWas()
    {
        Drop(Logging(), "x");
        _state.L.Return3(1L, 2L, 3L);
        _state.L.Cursor = 5;
        System.GC.Collect();
        System.GC.WaitForPendingFinalizers();
        _state.L.IsStackLow();
        Assert.Equal(["x"], _log);
        Assert.Equal(3, _state.L.ResultCount);
        Assert.Equal(3L, _state.L.Result(2));
        Assert.Equal(5, _state.L.Cursor);
    }

    [Fact]
    public void Stopped_TheyWait()
    {
        _state.Call(_state["collectgarbage"], "stop");
        Drop(Logging(), "x");
        System.GC.Collect();
        System.GC.WaitForPendingFinalizers();
        _state.L.IsStackLow();
        Assert.Empty(_log);
        _state.Call(_state["collectgarbage"], "restart");
        _state.L.IsStackLow();
        Assert.Equal(["x"], _log);
    }

    private LuaTable Logging()
    {
        var metatable = new LuaTable();
        metatable["__gc"] = new LibraryFunction("gc", (L, args) =>
        {
            _log.Add(args[0].o is LuaTable table ? table["name"].ToString() : "userdata");
            return L.Return0();
        });
        return metatable;
    }

    // On a thread of its own, so that no register or stack slot of the test holds the objects.
    private void Drop(LuaTable metatable, params string[] names)
    {
        var thread = new Thread(() =>
        {
            foreach (string name in names)
            {
                var table = new LuaTable();
                table["name"] = name;
                _state.L.SetMetatable(table, metatable);
            }
        });
        thread.Start();
        thread.Join();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DropUserdata(LuaTable metatable) => _state.L.SetMetatable(new LuaUserData(this), metatable);
}
