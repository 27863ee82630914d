using Xunit;

namespace FLua.Runtime.Tests.Operations;

/// <summary>Tables opened once for several looks.</summary>
public class SlotTests
{
    private static readonly LuaString X = LuaString.Constant("x"u8);
    private static readonly LuaString Y = LuaString.Constant("y"u8);

    [Fact]
    public void AFieldIsReadAndWrittenInPlace()
    {
        var table = new LuaTable(0, 0);
        table.SetString(X, 1.5);
        Fields fields = Fields.Of(table);
        ref LuaValue x = ref fields[X];
        Fields.Set(ref x, 2.5);
        Assert.Equal(2.5, table.GetString(X).D);
        Assert.True(table.GetString(X).IsFloat);
    }

    [Fact]
    public void WhatIsNotThereIsASlotOfNil()
    {
        var table = new LuaTable(0, 0);
        table.SetString(X, 1);
        Assert.True(Fields.Of(table)[Y].IsNil);
        Assert.True(Fields.Of(7)[X].IsNil);
        Assert.True(Fields.Of(X)[X].IsNil);
        Assert.True(Fields.Of(default)[X].IsNil);
        Assert.True(Elements.Of(table)[1].IsNil);
        Assert.True(Elements.Of(default)[1].IsNil);
    }

    [Fact]
    public void AnElementIsTriedAndOneThatIsAbsentLeavesTheVariableAlone()
    {
        var table = new LuaTable(0, 0);
        table.SetItems(1, [10, 2.5]);
        table.SetInt(7, 70);
        Elements items = Elements.Of(table);
        LuaValue value = 1;
        Assert.True(items.TryGet(2, out value));
        Assert.Equal(2.5, value);
        foreach (long index in new[] { 0, 3, 7, -1, long.MinValue, long.MaxValue })
        {
            Assert.False(items.TryGet(index, out value));
            Assert.Equal(2.5, value);
        }

        Assert.False(Elements.Of(default).TryGet(1, out value));
    }

    [Fact]
    public void AnElementIsReadAndWrittenInPlace()
    {
        var table = new LuaTable(0, 0);
        table.SetItems(1, [10, 20, 30]);
        Elements items = Elements.Of(table);
        ref LuaValue second = ref items[2];
        Fields.Set(ref second, 21);
        Elements.Set(ref items[3], X);
        Assert.Equal(21, table.GetInt(2).n);
        Assert.Same(X, table.GetInt(3).o);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void AnIndexOutsideIsASlotOfNil(long index)
    {
        var table = new LuaTable(0, 0);
        table.SetItems(1, [10, 20, 30]);
        Assert.True(Elements.Of(table)[index].IsNil);
    }
}
