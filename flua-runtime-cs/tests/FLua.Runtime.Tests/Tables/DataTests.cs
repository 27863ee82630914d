using System.Text;
using Xunit;

namespace FLua.Runtime.Tests;

// The text of a constructor's constants, as the compiler writes it.
public class DataTests
{
    [Fact]
    public void SetData_WithEveryKindOfValue_StoresThem()
    {
        LuaTable table = Read("NTF-12;9223372036854775807;d1.5e-3;d-0e0;xFFF0000000000000\"3:abc'2:ÿþ$0;", 11);
        Assert.True(table[1].IsNil);
        Assert.Equal(true, table[2]);
        Assert.Equal(false, table[3]);
        Assert.Equal(-12L, table[4]);
        Assert.Equal(long.MaxValue, table[5]);
        Assert.Equal(0.0015, table[6]);
        Assert.True(double.IsNegative(table[7].D));
        Assert.Equal(double.NegativeInfinity, table[8]);
        Assert.Equal("abc", table[9].ToString());
        Assert.Equal<byte>([0xFF, 0xFE], ((LuaString)table[10].o!).Span.ToArray());
        Assert.Same(table[9].o, table[11].o);
    }

    [Fact]
    public void SetData_WithInnerTables_MakesNewOnesEachTime()
    {
        const string Data = "{0,2;=\"2:id1;=\"4:tags{2,0;\"1:a\"1:b}}{0,1;=$0;2;}";
        LuaTable one = Read(Data, 2);
        LuaTable two = Read(Data, 2);
        var record = Assert.IsType<LuaTable>(one[1].o);
        Assert.NotSame(record, two[1].o);
        Assert.Equal(1L, record["id"]);
        Assert.Equal(2L, Assert.IsType<LuaTable>(record["tags"].o).Length);
        Assert.Equal(2L, Assert.IsType<LuaTable>(one[2].o)["id"]);
    }

    [Theory]
    [InlineData("1;2;N4;", 4, 4)]
    [InlineData("1;N3;N", 4, 3)]
    [InlineData("1;NN4;NN", 6, 1)]
    [InlineData("NN3;", 3, 3)]
    [InlineData("NN", 2, 0)]
    public void Length_OfWhatIsStored_IsTheConstructors(string data, int items, int expected) =>
        Assert.Equal(expected, Read(data, items).Length);

    [Fact]
    public void SetData_BehindOtherItems_GoesOn()
    {
        var table = new LuaTable(4, 1);
        table.SetInt(1, 10L);
        table.SetData(2, "20;=\"1:x30;40;"u8);
        table.SetInt(4, 50L);
        Assert.Equal(4, table.Length);
        Assert.Equal(40L, table[3]);
        Assert.Equal(30L, table["x"]);
    }

    private static LuaTable Read(string data, int items)
    {
        var table = new LuaTable(items, 0);
        table.SetData(1, Encoding.UTF8.GetBytes(data));
        return table;
    }
}
