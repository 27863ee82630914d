using System;
using System.Collections.Generic;
using Xunit;

namespace FLua.Runtime.Tests;

public class LuaValueTests
{
    [Fact]
    public void Type_OfEachKind()
    {
        Assert.Equal("nil", default(LuaValue).TypeName);
        Assert.Equal("boolean", LuaValue.True.TypeName);
        Assert.Equal("number", ((LuaValue)1L).TypeName);
        Assert.Equal("number", ((LuaValue)1.5).TypeName);
        Assert.Equal("string", ((LuaValue)"s").TypeName);
        Assert.Equal("table", ((LuaValue)new LuaTable()).TypeName);
        Assert.Equal("userdata", ((LuaValue)new LuaUserData(null)).TypeName);
        Assert.Equal("function", TestState.Native("f", (L, _) => L.Return0()).TypeName);
    }

    [Fact]
    public void Equality_IsRaw_AndAgreesWithTheHash()
    {
        Assert.Equal((LuaValue)1L, (LuaValue)1.0);
        Assert.Equal(((LuaValue)1L).GetHashCode(), ((LuaValue)1.0).GetHashCode());
        Assert.Equal((LuaValue)0.0, (LuaValue)(-0.0));
        Assert.NotEqual((LuaValue)double.NaN, (LuaValue)double.NaN);
        Assert.NotEqual((LuaValue)9007199254740993L, (LuaValue)9007199254740992.0);
        Assert.Equal((LuaValue)"text", (LuaValue)"text");
        Assert.NotEqual((LuaValue)"1", (LuaValue)1L);
        Assert.NotEqual(LuaValue.False, default);
        Assert.Single(new HashSet<LuaValue> { 2L, 2.0 });
    }

    [Fact]
    public void TryToInteger_TakesExactFloatsAndNumerals()
    {
        Assert.True(((LuaValue)3.0).TryToInteger(out long whole));
        Assert.Equal(3, whole);
        Assert.True(((LuaValue)" 0x10 ").TryToInteger(out whole));
        Assert.Equal(16, whole);
        Assert.True(((LuaValue)"2.0").TryToInteger(out whole));
        Assert.Equal(2, whole);
        Assert.False(((LuaValue)3.5).TryToInteger(out _));
        Assert.False(((LuaValue)9223372036854775808.0).TryToInteger(out _));
        Assert.False(((LuaValue)"x").TryToInteger(out _));
        Assert.False(default(LuaValue).TryToInteger(out _));
    }

    [Fact]
    public void Read_GivesDotNetTypes()
    {
        Assert.Equal(5L, ((LuaValue)5.0).Read<long>());
        Assert.Equal(5, ((LuaValue)5L).Read<int>());
        Assert.Equal(2.5, ((LuaValue)2.5).Read<double>());
        Assert.Equal(2.0, ((LuaValue)2L).Read<double>());
        Assert.True(LuaValue.True.Read<bool>());
        Assert.Equal("té", ((LuaValue)"té").Read<string>());
        var table = new LuaTable();
        Assert.Same(table, ((LuaValue)table).Read<LuaTable>());
        Assert.Equal((LuaValue)1L, ((LuaValue)1L).Read<LuaValue>());
        Assert.False(((LuaValue)(1L << 40)).TryRead(out int _));
        Assert.False(((LuaValue)1L).TryRead(out string? _));
        Assert.False(((LuaValue)"1").TryRead(out long _));
        Assert.False(((LuaValue)1L).TryRead(out object? _));
        Assert.Throws<InvalidCastException>(() => default(LuaValue).Read<bool>());
    }

    [Fact]
    public void ToString_IsForReaders()
    {
        Assert.Equal("nil", default(LuaValue).ToString());
        Assert.Equal("true", LuaValue.True.ToString());
        Assert.Equal("1.0", ((LuaValue)1.0).ToString());
        Assert.StartsWith("table: 0x", ((LuaValue)new LuaTable()).ToString());
    }
}
