using System;
using Xunit;

namespace FLua.Runtime.Tests;

public class IndexTests
{
    private static readonly LuaString Name = LuaString.Constant("name"u8);

    private readonly TestState _state = new();

    [Fact]
    public void Get_FollowsAChainOfTables()
    {
        var root = new LuaTable { ["name"] = "root" };
        LuaTable current = root;
        for (int i = 0; i < 50; i++)
        {
            current = TestState.WithMetamethod("__index", current);
        }

        Assert.Equal("root", LuaOperations.GetField(_state.L, current, Name));
        Assert.Equal("root", LuaOperations.GetIndex(_state.L, current, "name"));
        Assert.Equal("root", LuaOperations.GetMethod(_state.L, current, Name));
        Assert.Equal("root", LuaOperations.FindMethod(_state.L, current, Name, LuaState.ReserveMethodSites(1)));
        root[3] = "three";
        Assert.Equal("three", LuaOperations.GetInt(_state.L, current, 3));
        Assert.Equal(default, LuaOperations.GetField(_state.L, current, LuaString.Constant("absent"u8)));
    }

    [Fact]
    public void Get_CallsAFunctionWithTheTableItBelongsTo()
    {
        LuaValue show = TestState.Native("show", (L, args) => L.Return1(args[1]));
        LuaTable inner = TestState.WithMetamethod("__index", show);
        LuaTable outer = TestState.WithMetamethod("__index", inner);
        Assert.Equal("name", LuaOperations.GetField(_state.L, outer, Name));
        Assert.Equal(7L, LuaOperations.GetInt(_state.L, outer, 7));
        Assert.Equal(1.5, LuaOperations.GetIndex(_state.L, outer, 1.5));
    }

    [Fact]
    public void Get_FindsAMetamethodThatCameLater()
    {
        var metatable = new LuaTable();
        LuaValue table = new LuaTable { Metatable = metatable };
        Assert.Equal(default, LuaOperations.GetField(_state.L, table, Name));
        metatable["__index"] = new LuaTable { ["name"] = 1L };
        Assert.Equal(1L, LuaOperations.GetField(_state.L, table, Name));
        metatable["__index"] = default;
        Assert.Equal(default, LuaOperations.GetField(_state.L, table, Name));
        metatable["__index"] = new LuaTable { ["name"] = 2L };
        Assert.Equal(2L, LuaOperations.GetField(_state.L, table, Name));
    }

    [Fact]
    public void Get_ByAKeyMadeAtRunTime_TeachesTheConstant()
    {
        var table = new LuaTable();
        table[LuaString.FromText("na" + "me")] = 5L;
        Assert.Equal(5L, LuaOperations.GetField(_state.L, table, Name));
        Assert.True(LuaOperations.TryGetField(table, Name, out LuaValue found));
        Assert.Equal(5L, found);
    }

    [Fact]
    public void Get_OfALoop_EndsInTheReferencesWords()
    {
        var loop = new LuaTable();
        loop.Metatable = new LuaTable { ["__index"] = loop, ["__newindex"] = loop };
        Assert.Equal("false t.lua:1: '__index' chain too long; possible loop", Fail(L => LuaOperations.GetField(L, loop, Name)));
        Assert.Equal("false t.lua:1: '__index' chain too long; possible loop", Fail(L => LuaOperations.GetInt(L, loop, 1)));
        Assert.Equal("false t.lua:1: '__newindex' chain too long; possible loop", Fail(L => LuaOperations.SetField(L, loop, Name, 1L)));
    }

    [Fact]
    public void Get_OfNoTable_NamesIt()
    {
        Assert.Equal("false t.lua:1: attempt to index a nil value (global 'x')", Fail(L => LuaOperations.GetField(L, default, Name), "1,gx"));
        Assert.Equal("false t.lua:1: attempt to index a number value (field 'y')", Fail(L => LuaOperations.GetInt(L, 1L, 1), "1,fy"));
        Assert.Equal("false t.lua:1: attempt to index a boolean value", Fail(L => LuaOperations.SetField(L, true, Name, 1L)));
    }

    [Fact]
    public void Get_OfAString_ReachesItsLibrary()
    {
        Assert.Equal(_state["string.rep"], LuaOperations.GetMethod(_state.L, "x", LuaString.Constant("rep"u8)));
        Assert.Equal(_state["string.rep"], LuaOperations.GetField(_state.L, "x", LuaString.Constant("rep"u8)));
        Assert.IsType<NotCallable>(LuaOperations.GetMethod(_state.L, "x", LuaString.Constant("absent"u8)).Method);
    }

    [Fact]
    public void Set_AsksNewIndexOnlyForAbsentKeys()
    {
        var log = new LuaTable();
        LuaTable table = TestState.WithMetamethod("__newindex", log);
        table["there"] = 1L;
        table[1] = 1L;
        LuaOperations.SetField(_state.L, table, LuaString.Constant("there"u8), 2L);
        LuaOperations.SetInt(_state.L, table, 1, 2L);
        LuaOperations.SetField(_state.L, table, Name, 3L);
        LuaOperations.SetInt(_state.L, table, 2, 4L);
        LuaOperations.SetIndex(_state.L, table, 2.5, 5L);
        Assert.Equal(2L, table["there"]);
        Assert.Equal(2L, table[1]);
        Assert.Equal(default, table["name"]);
        Assert.Equal(3L, log["name"]);
        Assert.Equal(4L, log[2]);
        Assert.Equal(5L, log[2.5]);
    }

    [Fact]
    public void Set_OfNilOrNanKeys_Raises()
    {
        Assert.Equal("false t.lua:1: table index is nil", Fail(L => LuaOperations.SetIndex(L, new LuaTable(), default, 1L)));
        Assert.Equal("false t.lua:1: table index is NaN", Fail(L => LuaOperations.SetIndex(L, new LuaTable(), double.NaN, 1L)));
    }

    [Fact]
    public void TrySetInt_AppendsOnlyWithoutAMetatable()
    {
        var plain = new LuaTable(4, 0);
        Assert.True(LuaOperations.TrySetInt(plain, 1, "a"));
        Assert.False(LuaOperations.TrySetInt(plain, 3, "c"));
        Assert.False(LuaOperations.TrySetInt(plain, 1, default));
        Assert.True(LuaOperations.TrySetInt(plain, 1, 2L));
        Assert.Equal(1, plain.Length);
        plain.Metatable = new LuaTable();
        Assert.False(LuaOperations.TrySetInt(plain, 2, "b"));
        Assert.True(LuaOperations.TrySetInt(plain, 1, "b"));
    }

    [Fact]
    public void Len_AsksTheMetamethodOfTables_NotOfStrings()
    {
        LuaValue table = TestState.WithMetamethod("__len", TestState.Native("len", (L, _) => L.Return1("long")));
        Assert.Equal("long", LuaOperations.Len(_state.L, table));
        Assert.Equal(3L, LuaOperations.Len(_state.L, "abc"));
        Assert.Equal("false t.lua:1: attempt to get length of a nil value (upvalue 'u')", Fail(L => LuaOperations.Len(L, default), "1,uu"));
    }

    private string Fail(Func<LuaState, LuaValue> operation, string site = "1") =>
        _state.Call(_state["pcall"], new OperationBody(operation, site));
}
