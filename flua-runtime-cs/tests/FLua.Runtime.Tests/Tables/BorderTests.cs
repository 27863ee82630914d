using System.Linq;
using Xunit;

namespace FLua.Runtime.Tests;

// The expected lengths are the reference's.
public class BorderTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("n", 0)]
    [InlineData("nn", 0)]
    [InlineData("nn3", 3)]
    [InlineData("12n4", 4)]
    [InlineData("1n3", 3)]
    [InlineData("123nn", 3)]
    [InlineData("1n3n", 3)]
    [InlineData("1nn4nn", 1)]
    [InlineData("n2", 2)]
    [InlineData("nn3n", 3)]
    public void Length_OfAConstructor_IsTheReferences(string items, int expected) => Assert.Equal(expected, Construct(items).Length);

    [Fact]
    public void Length_WithElementsRemovedFromTheEnd_FollowsThem()
    {
        LuaTable table = Construct("12345");
        table[5] = default;
        Assert.Equal(4, table.Length);
        table[3] = default;
        Assert.Equal(4, table.Length);
        table[4] = default;
        Assert.Equal(2, table.Length);
    }

    [Fact]
    public void Length_AfterSparseStores_IsTheReferences()
    {
        var table = new LuaTable();
        table[1] = 1L;
        table[3] = 3L;
        Assert.Equal(1, table.Length);

        table = new LuaTable();
        table[1] = 1L;
        table[2] = 2L;
        table[4] = 4L;
        Assert.Equal(4, table.Length);

        table = new LuaTable();
        for (long i = 1; i <= 10; i++)
        {
            table[i] = i;
        }

        table[8] = default;
        Assert.Equal(7, table.Length);
    }

    [Fact]
    public void Length_AskedOnTheWay_IsRememberedAsTheReferenceDoes()
    {
        var table = new LuaTable();
        for (long i = 1; i <= 10; i++)
        {
            table[table.Length + 1] = i;
        }

        table[8] = default;
        Assert.Equal(10, table.Length);
    }

    [Fact]
    public void Length_InTheHashPart_IsABorder()
    {
        var table = new LuaTable(0, 64);
        for (long i = 40; i >= 1; i--)
        {
            table[i] = i;
        }

        Assert.Equal(40, table.Length);
    }

    [Fact]
    public void AppendOpen_MakesTheArrayAsLargeAsTheResults()
    {
        var state = new TestState();
        var table = new LuaTable();
        state.L.ReturnN([1L, default, 3L, default]);
        table.AppendOpen(state.L, 1, [], 1L);
        Assert.Equal(3, table.Length);
        Assert.Equal(4, table.Array.Length);

        table = new LuaTable();
        table.SetItems(1, [1L]);
        table.AppendVarargs(2, [], [2L, 3L, default]);
        Assert.Equal(3, table.Length);
        state.L.Return0();
        table.AppendOpen(state.L, 5, [], default);
        Assert.Equal(3, table.Length);
    }

    private static LuaTable Construct(string items)
    {
        var table = new LuaTable(items.Length, 0);
        table.SetItems(1, items.Select((c, i) => c == 'n' ? default(LuaValue) : i + 1L).ToArray());
        return table;
    }
}
