using System;
using System.Linq;
using System.Text;
using System.Threading;
using Xunit;

namespace FLua.Runtime.Tests;

public class LuaStringTests
{
    [Fact]
    public void Bytes_OfEveryShortLength_AreCompared()
    {
        for (int length = 0; length < 40; length++)
        {
            var bytes = new byte[length];
            for (int i = 0; i < length; i++)
            {
                bytes[i] = (byte)(i * 7);
            }

            var own = new LuaString((byte[])bytes.Clone());
            Assert.True(own.HasBytesOf(new LuaString((byte[])bytes.Clone())));
            Assert.False(own.HasBytesOf(new LuaString([.. bytes, 1])));
            for (int i = 0; i < length; i++)
            {
                var other = (byte[])bytes.Clone();
                other[i] ^= 0x80;
                Assert.False(own.HasBytesOf(new LuaString(other)));
            }
        }
    }

    [Fact]
    public void Constant_OfEqualBytes_IsTheSameObject()
    {
        Assert.Same(LuaString.Constant("a constant"u8), LuaString.Constant("a constant"u8));
        Assert.Same(LuaString.Empty, LuaString.Of([]));
        Assert.Same(LuaString.OfByte(7), LuaString.Of([7]));
        Assert.Same(LuaString.Constant("x"u8), LuaString.FromText("x"));
    }

    [Fact]
    public void Constant_OnManyThreads_IsStillOneObject()
    {
        var found = new LuaString[8][];
        var threads = new Thread[found.Length];
        for (int i = 0; i < threads.Length; i++)
        {
            int at = i;
            threads[i] = new Thread(() =>
                found[at] = Enumerable.Range(0, 3000).Select(n => LuaString.Constant(Encoding.ASCII.GetBytes("pool" + n))).ToArray());
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Assert.All(found, strings => Assert.All(strings.Zip(found[0]), pair => Assert.Same(pair.Second, pair.First)));
    }

    [Fact]
    public void Hash_OfEqualStrings_IsEqual_WhateverTheirForm()
    {
        for (int length = 0; length < 40; length++)
        {
            byte[] bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 37)).ToArray();
            Assert.Equal(LuaString.Of(bytes).Hash, LuaString.Constant(bytes).Hash);
            Assert.NotEqual(0, LuaString.Of(bytes).Hash);
        }
    }

    [Fact]
    public void Hash_OfShortKeys_Spreads()
    {
        // 4,096 keys in 4,096 places: a good hash leaves some 37% of them empty.
        int used = Enumerable.Range(0, 4096).Select(n => LuaString.FromText("k" + n).Hash & 4095).Distinct().Count();
        Assert.InRange(used, 2300, 4096);
        int single = Enumerable.Range(0, 256).Select(n => LuaString.OfByte((byte)n).Hash & 255).Distinct().Count();
        Assert.InRange(single, 130, 256);
    }

    [Fact]
    public void CompareBytes_IsUnsigned_AndPrefixesComeFirst()
    {
        Assert.True(LuaString.Of([0x7F]).CompareBytes(LuaString.Of([0x80])) < 0);
        Assert.True(LuaString.FromText("ab").CompareBytes(LuaString.FromText("abc")) < 0);
        Assert.True(LuaString.Of([(byte)'a', 0, 1]).CompareBytes(LuaString.Of([(byte)'a', 0, 2])) < 0);
        Assert.Equal(0, LuaString.FromText("same").CompareBytes(LuaString.FromText("same")));
    }

    [Fact]
    public void Text_GoesThroughUtf8_AndLatin1ByByte()
    {
        Assert.Equal("é€", LuaString.FromText("é€").ToString());
        Assert.Equal(5, LuaString.FromText("é€").Length);
        Assert.Equal(new byte[] { 0xE9, 0xFF }, LuaString.FromLatin1("éÿ").Span.ToArray());
        Assert.Equal("éÿ", LuaString.Of([0xE9, 0xFF]).ToLatin1());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rope_OfALongLoop_FlattensWithoutRecursion(bool atTheEnd)
    {
        var state = new TestState();
        LuaValue text = "";
        var expected = new StringBuilder();
        for (int i = 0; i < 200_000; i++)
        {
            LuaValue part = (i % 10).ToString();
            text = atTheEnd ? LuaOperations.Concat(state.L, text, part) : LuaOperations.Concat(state.L, part, text);
            expected.Append(i % 10);
        }

        string whole = expected.ToString();
        Assert.Equal(atTheEnd ? whole : new string(whole.Reverse().ToArray()), text.ToString());
    }

    [Fact]
    public void Rope_OfRopesOnBothSides_KeepsTheOrder()
    {
        var state = new TestState();
        LuaValue[] leaves = Enumerable.Range(0, 16).Select(i => (LuaValue)new string((char)('a' + i), 300)).ToArray();
        while (leaves.Length > 1)
        {
            leaves = leaves.Chunk(2).Select(pair => LuaOperations.Concat(state.L, pair[0], pair[1])).ToArray();
        }

        string expected = string.Concat(Enumerable.Range(0, 16).Select(i => new string((char)('a' + i), 300)));
        Assert.NotNull(((LuaString)leaves[0].o!).PendingRope);
        Assert.Equal(expected, leaves[0].ToString());
        Assert.Null(((LuaString)leaves[0].o!).PendingRope);
    }

    [Fact]
    public void Rope_AsAKey_IsTheSameKeyAsItsText()
    {
        var state = new TestState();
        LuaValue rope = LuaOperations.Concat(state.L, new string('x', 200), new string('y', 200));
        var table = new LuaTable();
        table[rope] = 1L;
        Assert.Equal(1L, table[new string('x', 200) + new string('y', 200)]);
    }
}
