using Xunit;

namespace FLua.Runtime.Tests;

public class PrivateArrayTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1_000_000_000_000)]
    public void Elements_AreThoseThatWereStored_WhereverTheyBegin(long first)
    {
        var array = new PrivateArray<long>(0, false);
        for (long i = 0; i < 100; i++)
        {
            Assert.True(array.TrySet(first + i, i) || array.Set(first + i, i));
        }

        for (long i = 0; i < 100; i++)
        {
            Assert.True(array.TryGet(first + i, out long item));
            Assert.Equal(i, item);
        }

        Assert.False(array.TryGet(first - 1, out long _));
        Assert.False(array.TryGet(first + 100, out long _));
        Assert.False(array.IsTable);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(0, 4)]
    [InlineData(-9, 0)]
    public void Length_OfElementsWithoutAGap_IsTheBorder(long first, long expected)
    {
        PrivateArray<bool> array = Flags(first, 5);
        Assert.Equal(expected, array.Length);
        Assert.Equal(expected, PrivateArray<bool>.ToTable(array)!.Length);
    }

    [Fact]
    public void Set_BeyondAGap_MakesATable()
    {
        PrivateArray<bool> array = Flags(1, 3);
        Assert.False(array.TrySet(5, true));
        Assert.False(array.Set(5, true));
        Assert.True(array.IsTable);
        LuaTable table = PrivateArray<bool>.ToTable(array)!;
        Assert.Same(table, PrivateArray<bool>.ToTable(array));
        Assert.Equal((LuaValue)true, table[5]);
        Assert.True(table[4].IsNil);
        Assert.Equal((LuaValue)false, table[1]);
        Assert.False(array.TryGet(1, out bool _));
    }

    [Fact]
    public void Set_OfTheFirst_BehindOne_MakesATable_IfTheLengthIsAskedFor()
    {
        var array = new PrivateArray<long>(0, true);
        Assert.False(array.Set(2, 7L));
        Assert.True(array.IsTable);
    }

    [Fact]
    public void Set_AtTheEndsOfTheIntegers_MakesATable()
    {
        foreach (long index in new[] { long.MaxValue, long.MinValue })
        {
            var array = new PrivateArray<long>(0, false);
            Assert.False(array.TrySet(index, 1) || array.Set(index, 1L));
            Assert.Equal((LuaValue)1L, PrivateArray<long>.ToTable(array)![index]);
        }
    }

    [Fact]
    public void Set_OfAnotherKind_MakesATable()
    {
        var array = new PrivateArray<long>(0, false);
        Assert.True(array.Set(1, 1L));
        Assert.False(array.TrySet(1, (LuaValue)1.0));
        Assert.False(array.Set(1, (LuaValue)1.0));
        Assert.Equal((LuaValue)1.0, PrivateArray<long>.ToTable(array)![1]);
    }

    [Fact]
    public void Set_ByAKeyThatIsNoNumber_Fails()
    {
        LuaState state = LuaState.Create();
        var array = new PrivateArray<double>(0, false);
        Assert.False(array.Set(state, 1L, 0.5).IsAbrupt);
        Assert.False(array.IsTable);
        Assert.True(array.Set(state, default, 0.5).IsAbrupt);
    }

    [Fact]
    public void Get_ByAFloat_IsTheElementOfTheInteger()
    {
        PrivateArray<bool> array = Flags(1, 3);
        Assert.False(array.TryGet((LuaValue)2.0, out bool _));
        Assert.Equal((LuaValue)true, array.Get(2.0));
        Assert.True(array.IsTable);
    }

    [Fact]
    public void Remove_AtTheEnd_KeepsTheArray_AndElsewhereDoesNot()
    {
        PrivateArray<bool> array = Flags(1, 5);
        Assert.True(array.Remove(5));
        Assert.True(array.Remove(9));
        Assert.Equal(4, array.Length);
        Assert.False(array.TryGet(5, out bool _));
        Assert.False(array.Remove(2));
        LuaTable table = PrivateArray<bool>.ToTable(array)!;
        Assert.True(table[2].IsNil);
        Assert.True(table[5].IsNil);
        Assert.Equal((LuaValue)true, table[4]);
    }

    [Fact]
    public void Items_SeeWhatIsThere_AndTellTheArrayWhatIsAppended()
    {
        PrivateArray<bool> array = Flags(1, 3);
        array.TrySet(4, true);
        PrivateItems<bool> items = array.Items;
        Assert.True(items.TryGet(4, out bool last) && last);
        Assert.True(items.TrySet(4, false));
        while (items.TrySet(items.Length + 1, true))
        {
        }

        Assert.False(array.TryGet(5, out bool _) && items.Length == 4);
        array.Count = items.Count;
        Assert.Equal(items.Length, array.Length);
        array.Count = 1;
        Assert.Equal(items.Length, array.Length);
    }

    [Fact]
    public void ToTable_OfNull_IsNull() => Assert.Null(PrivateArray<long>.ToTable(null));

    // false, true, false …
    private static PrivateArray<bool> Flags(long first, int count)
    {
        var array = new PrivateArray<bool>(0, false);
        for (int i = 0; i < count; i++)
        {
            Assert.True(array.Set(first + i, (LuaValue)(i % 2 != 0)));
        }

        return array;
    }
}
