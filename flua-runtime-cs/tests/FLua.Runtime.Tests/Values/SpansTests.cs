using System;
using Xunit;

namespace FLua.Runtime.Tests;

public class SpansTests
{
    private static readonly byte[] Bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void Parts_AreWhatRangesGive()
    {
        ReadOnlySpan<byte> all = Bytes;
        Span<byte> room = Bytes.AsSpan();
        Assert.True(Spans.Of(Bytes) == all);
        Assert.True(Spans.Of<byte>([]).IsEmpty);
        for (int start = 0; start <= Bytes.Length; start++)
        {
            Assert.True(all.From(start) == all[start..]);
            Assert.True(room.From(start) == room[start..]);
            Assert.True(Bytes.From(start) == room[start..]);
            Assert.True(all.UpTo(start) == all[..start]);
            Assert.True(room.UpTo(start) == room[..start]);
            for (int end = start; end <= Bytes.Length; end++)
            {
                Assert.True(all.Between(start, end) == all[start..end]);
                Assert.True(room.Between(start, end) == room[start..end]);
                Assert.True(all.Part(start, end - start) == all[start..end]);
                Assert.True(room.Part(start, end - start) == room[start..end]);
                Assert.True(Bytes.Part(start, end - start) == room[start..end]);
            }
        }

        Assert.True(room.ToRead() == all);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void Parts_OutOfRange_AreRefused(int start, int end)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlySpan<byte>(Bytes).Between(start, end).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.AsSpan().Between(start, end).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlySpan<byte>(Bytes).Part(start, end - start).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.AsSpan().Part(start, end - start).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.Part(start, end - start).Length);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void Ends_OutOfRange_AreRefused(int at)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlySpan<byte>(Bytes).From(at).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.AsSpan().From(at).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.From(at).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlySpan<byte>(Bytes).UpTo(at).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes.AsSpan().UpTo(at).Length);
    }

    [Fact]
    public void Words_AreReadFromTheirLeastByte()
    {
        ReadOnlySpan<byte> all = Bytes;
        Assert.Equal(0x05040302u, all.UInt32At(1));
        Assert.Equal(0x0908070605040302ul, all.UInt64At(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlySpan<byte>(Bytes).UInt32At(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlySpan<byte>(Bytes).UInt64At(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlySpan<byte>(Bytes).UInt32At(-1));
    }

    [Fact]
    public void Copies_FitOrAreRefused()
    {
        var target = new byte[12];
        Spans.Of(Bytes).CopyInto(target.From(3));
        Assert.Equal([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], target);
        Assert.Equal(Bytes, Spans.Of(Bytes).ToNewArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Spans.Of(Bytes).CopyInto(target.From(4)));
        target.Part(1, 3).FillWith(7);
        Assert.Equal([0, 7, 7, 7, 2, 3, 4, 5, 6, 7, 8, 9], target);
    }

    [Fact]
    public void Find_GivesTheFirst_NearOrFar()
    {
        for (int length = 0; length < 40; length++)
        {
            var bytes = new byte[length];
            Assert.Equal(-1, Spans.Of(bytes).Find(1));
            for (int at = length - 1; at >= 0; at--)
            {
                bytes[at] = 1;
                Assert.Equal(at, Spans.Of(bytes).Find(1));
            }
        }
    }

    [Fact]
    public void Values_LieSideBySide()
    {
        LuaValue one = 1;
        Assert.Equal([1], Spans.Of(in one).ToArray());
        Assert.Equal([1, "b"], List(LuaOperations.Values(1, "b")));
        Assert.Equal([1, "b", 2.5], List(LuaOperations.Values(1, "b", 2.5)));
        Assert.Equal([1, 2, 3, 4], List(LuaOperations.Values(1, 2, 3, 4)));
        Assert.Equal([1, 2, 3, 4, 5], List(LuaOperations.Values(1, 2, 3, 4, 5)));
        Assert.Equal([1, 2, 3, 4, 5, 6], List(LuaOperations.Values(1, 2, 3, 4, 5, 6)));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], List(LuaOperations.Values(1, 2, 3, 4, 5, 6, 7)));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], List(LuaOperations.Values(1, 2, 3, 4, 5, 6, 7, 8)));

        static LuaValue[] List(ReadOnlySpan<LuaValue> values) => values.ToArray();
    }
}
