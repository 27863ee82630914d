using Xunit;

namespace FLua.Runtime.Tests;

public class TableLibraryTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("table.concat({1, 2, 3})", "123")]
    [InlineData("table.concat({'a', 'b', 'c'}, ', ')", "a, b, c")]
    [InlineData("table.concat({'a', 'b', 'c'}, '-', 2, 3)", "b-c")]
    [InlineData("table.concat({}, ',')", "")]
    [InlineData("table.concat({1.5, 2}, ' ')", "1.5 2")]
    [InlineData("table.concat({1, {}, 3})", "error: invalid value (table) at index 2 in table for 'concat'")]
    [InlineData("table.concat({1, 2}, ',', 1, 3)", "error: invalid value (nil) at index 3 in table for 'concat'")]
    [InlineData("table.concat({1, 2}, ',', 3)", "")]
    [InlineData("table.concat(1)", "error: bad argument #1 to 'table.concat' (table expected, got number)")]
    [InlineData("table.concat({'x'}, 1)", "x")]
    public void Concat(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("table.unpack({1, 2, 3})", "1 2 3")]
    [InlineData("table.unpack({1, 2, 3}, 2)", "2 3")]
    [InlineData("table.unpack({1, 2, 3}, 2, 5)", "2 3 nil nil")]
    [InlineData("table.unpack({}, 1, 100000000)", "error: too many results to unpack")]
    [InlineData("table.unpack({}, 1, 0)", "")]
    [InlineData("table.unpack({1, 2}, -1, 1)", "nil nil 1")]
    [InlineData("table.unpack()", "error: attempt to get length of a nil value")]
    [InlineData("table.unpack(1)", "error: attempt to get length of a number value")]
    public void Unpack(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("table.insert({1, 2, 3}, 6, 1)", "error: bad argument #2 to 'table.insert' (position out of bounds)")]
    [InlineData("table.insert({1, 2, 3}, 0, 1)", "error: bad argument #2 to 'table.insert' (position out of bounds)")]
    [InlineData("table.insert({1, 2})", "error: wrong number of arguments to 'insert'")]
    [InlineData("table.insert({1}, 1, 2, 3)", "error: wrong number of arguments to 'insert'")]
    [InlineData("table.insert(nil, 1)", "error: bad argument #1 to 'table.insert' (table expected, got nil)")]
    [InlineData("table.insert({}, 'x', 1)", "error: bad argument #2 to 'table.insert' (number expected, got string)")]
    [InlineData("table.remove({1, 2, 3}, 7)", "error: bad argument #2 to 'table.remove' (position out of bounds)")]
    [InlineData("table.remove({}, 0)", "nil")]
    [InlineData("table.remove({})", "nil")]
    [InlineData("table.remove({1, 2, 3})", "3")]
    [InlineData("table.remove({1, 2, 3}, 1)", "1")]
    [InlineData("table.move({}, 1, 9223372036854775807, 2)", "error: bad argument #4 to 'table.move' (destination wrap around)")]
    [InlineData("table.move({}, -9223372036854775808, 9223372036854775807, 2)", "error: bad argument #3 to 'table.move' (too many elements to move)")]
    [InlineData("table.move(1, 1, 2, 3)", "error: bad argument #1 to 'table.move' (table expected, got number)")]
    [InlineData("table.sort({1, 'x'})", "error: attempt to compare string with number")]
    [InlineData("table.sort({3, 1, 2}, 5)", "error: bad argument #2 to 'table.sort' (function expected, got number)")]
    [InlineData("table.sort({{}, {}})", "error: attempt to compare two table values")]
    [InlineData("table.sort()", "error: bad argument #1 to 'table.sort' (table expected, got no value)")]
    public void Mistakes(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Fact]
    public void InsertAndRemove_KeepTheOrder()
    {
        var table = new LuaTable();
        _state.Call(_state["table.insert"], table, "b");
        _state.Call(_state["table.insert"], table, "d");
        _state.Call(_state["table.insert"], table, 1L, "a");
        _state.Call(_state["table.insert"], table, 3L, "c");
        Assert.Equal("a b c d", _state.Call(_state["table.concat"], table, " "));
        Assert.Equal("b", _state.Call(_state["table.remove"], table, 2L));
        Assert.Equal("d", _state.Call(_state["table.remove"], table));
        Assert.Equal("a c", _state.Call(_state["table.concat"], table, " "));
        Assert.Equal("nil", _state.Call(_state["table.remove"], table, 3L));
        Assert.Equal(2, table.Length);
    }

    [Fact]
    public void Insert_WithMetamethods_AsksThem()
    {
        var store = new LuaTable();
        var metatable = new LuaTable();
        metatable["__index"] = store;
        metatable["__newindex"] = store;
        metatable["__len"] = TestState.Native("len", (L, args) => L.Return1(store.Length));
        var proxy = new LuaTable { Metatable = metatable };
        foreach (string item in new[] { "c", "a", "b" })
        {
            _state.Call(_state["table.insert"], proxy, item);
        }

        Assert.Equal(3, store.Length);
        Assert.Equal(0, proxy.Length);
        _state.Call(_state["table.sort"], proxy);
        Assert.Equal("a b c", _state.Call(_state["table.concat"], proxy, " "));
        Assert.Equal("a", _state.Call(_state["table.remove"], proxy, 1L));
        Assert.Equal("b c", _state.Call(_state["table.unpack"], proxy));
    }

    [Fact]
    public void Move_OverlappingRanges_KeepsWhatItMoves()
    {
        var table = new LuaTable();
        table.SetItems(1, [1L, 2L, 3L, 4L, 5L]);
        _state.Call(_state["table.move"], table, 1L, 4L, 2L);
        Assert.Equal("1 1 2 3 4", _state.Call(_state["table.concat"], table, " "));
        _state.Call(_state["table.move"], table, 2L, 5L, 1L);
        Assert.Equal("1 2 3 4 4", _state.Call(_state["table.concat"], table, " "));
        Assert.Equal("table", _state.Call(_state["table.move"], table, 1L, 3L, 1L, new LuaTable()));
    }

    [Fact]
    public void Pack_CountsNils()
    {
        LuaValue[] results = _state.L.Call(_state["table.pack"], default, 1L, default);
        Assert.Equal(3, results[0].Read<LuaTable>()["n"].Read<long>());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(20000)]
    public void Sort_OfIntegersFloatsAndStrings_Orders(int count)
    {
        var random = new System.Random(count);
        var integers = new LuaTable();
        var floats = new LuaTable();
        var strings = new LuaTable();
        var mixed = new LuaTable();
        for (int i = 1; i <= count; i++)
        {
            integers[i] = random.NextInt64();
            floats[i] = random.NextDouble();
            strings[i] = "key" + random.Next(count);
            mixed[i] = i % 2 == 0 ? random.Next(count) + 0L : random.NextDouble() * count;
        }

        foreach (LuaTable table in new[] { integers, floats, strings, mixed })
        {
            Assert.Equal("", _state.Call(_state["table.sort"], table));
            for (int i = 2; i <= count; i++)
            {
                Assert.False(LuaOperations.Lt(_state.L, table[i], table[i - 1]).IsTrue);
            }
        }
    }

    [Fact]
    public void Sort_ByAFunction_OrdersByIt()
    {
        var table = new LuaTable();
        table.SetItems(1, [3L, 1L, 2L, 5L, 4L]);
        LuaValue greater = TestState.Native("greater", static (L, args) => L.Return1(args[0].n > args[1].n));
        _state.Call(_state["table.sort"], table, greater);
        Assert.Equal("5 4 3 2 1", _state.Call(_state["table.concat"], table, " "));
    }

    [Fact]
    public void Sort_ByAnInconsistentFunction_Raises()
    {
        var table = new LuaTable();
        table.SetItems(1, [1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L]);
        LuaValue always = TestState.Native("always", static (L, args) => L.Return1(true));
        Assert.Equal("false invalid order function for sorting", _state.Call(_state["pcall"], _state["table.sort"], table, always));
    }

    [Fact]
    public void Sort_WhoseFunctionRaises_PassesTheErrorOn()
    {
        var table = new LuaTable();
        table.SetItems(1, [1L, 2L, 3L]);
        LuaValue raising = TestState.Native("raising", static (L, args) => L.ErrorValue("stop"));
        Assert.Equal("false stop", _state.Call(_state["pcall"], _state["table.sort"], table, raising));
        Assert.Equal(0, _state.L.NonYieldable);
    }

    [Fact]
    public void Sort_OfWhatPretendsToBeHuge_Raises()
    {
        LuaTable huge = TestState.WithMetamethod("__len", TestState.Native("len", static (L, args) => L.Return1(long.MaxValue)));
        Assert.Equal("false bad argument #1 to 'table.sort' (array too big)", _state.Call(_state["pcall"], _state["table.sort"], huge));
    }
}
