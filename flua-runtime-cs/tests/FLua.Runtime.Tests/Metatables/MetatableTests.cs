using Xunit;

namespace FLua.Runtime.Tests;

public class MetatableTests
{
    private readonly TestState _state = new();

    [Fact]
    public void Absence_IsRememberedAndForgotten()
    {
        var metatable = new LuaTable();
        Assert.True(metatable.GetMetamethod(Metamethod.Len).IsNil);
        Assert.True(metatable.IsKnownToLack(Metamethod.Len));
        metatable["__len"] = 1L;
        Assert.Equal(1L, metatable.GetMetamethod(Metamethod.Len));
        metatable["__len"] = default;
        Assert.True(metatable.GetMetamethod(Metamethod.Len).IsNil);
        LuaOperations.SetField(_state.L, metatable, LuaString.Constant("__len"u8), 2L);
        Assert.Equal(2L, metatable.GetMetamethod(Metamethod.Len));
    }

    [Fact]
    public void Metatables_BelongToValuesOrToTypes()
    {
        var metatable = new LuaTable();
        Assert.NotNull(_state.L.GetMetatable("any string"));
        Assert.Null(_state.L.GetMetatable(1L));
        _state.L.SetMetatable(1L, metatable);
        Assert.Same(metatable, _state.L.GetMetatable(2.5));
        var data = new LuaUserData(this);
        _state.L.SetMetatable(data, metatable);
        Assert.Same(metatable, data.Metatable);
        Assert.Null(_state.L.GetMetatable(new LuaUserData(this)));
        Assert.Null(new TestState().L.GetMetatable(1L));
    }

    [Fact]
    public void ToStringMeta_HonoursMetamethodsAndNames()
    {
        Assert.Equal("text", Text(TestState.WithMetamethod("__tostring", TestState.Native("s", (L, _) => L.Return1("text")))));
        Assert.Equal("12", Text(TestState.WithMetamethod("__tostring", TestState.Native("s", (L, _) => L.Return1(12L)))));
        Assert.StartsWith("Point: 0x", Text(TestState.WithMetamethod("__name", "Point")));
        Assert.StartsWith("table: 0x", Text(TestState.WithMetamethod("__name", 1L)));
        Assert.Equal("nil", Text(default));
        Assert.Equal("1.0", Text(1.0));
        Assert.NotEqual(Text(new LuaTable()), Text(new LuaTable()));
        LuaValue wrong = TestState.WithMetamethod("__tostring", TestState.Native("s", (L, _) => L.Return0()));
        Assert.Equal("false '__tostring' must return a string", _state.Call(_state["pcall"], _state["tostring"], wrong));
    }

    private string Text(LuaValue value) => _state.L.ToStringMeta(value).ToString();
}
