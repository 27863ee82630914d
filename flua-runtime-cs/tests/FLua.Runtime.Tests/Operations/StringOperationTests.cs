using System.Collections.Generic;
using Xunit;

namespace FLua.Runtime.Tests;

/// <summary>Operations on what surely are strings do what those on any values do.</summary>
public class StringOperationTests
{
    private readonly TestState _state = new();

    private static readonly long[] Positions = [long.MinValue, -7, -6, -5, -1, 0, 1, 2, 5, 6, 7, long.MaxValue];

    private static readonly LuaString[] Texts = [LuaString.Empty, "a", "ab", "abcde", "\0Az\u00FF[`{@", new string('x', 300)];

    private LuaState L => _state.L;

    [Fact]
    public void Join_OfStringsAndNumbers_IsWhatConcatGives()
    {
        Assert.Equal("ab", LuaOperations.Join(L, (LuaString)"a", (LuaString)"b")!.ToString());
        Assert.Equal("a1", LuaOperations.Join(L, (LuaString)"a", 1)!.ToString());
        Assert.Equal("1.0a", LuaOperations.Join(L, 1.0, (LuaString)"a")!.ToString());
        Assert.Equal("12.5", LuaOperations.Join(L, 1L, 2.5)!.ToString());
        Assert.Equal("a1b-2", LuaOperations.JoinN(L, ["a", 1L, "b", -2L])!.ToString());
        Assert.Equal(new string('m', 600), LuaOperations.JoinN(L, [new string('m', 200), new string('m', 200), new string('m', 200)])!.ToString());
    }

    [Fact]
    public void Join_OfWhatIsTooLong_IsNullAndAnError()
    {
        LuaString half = new string('x', 1 << 10);
        for (int length = 1 << 10; length < 1 << 30; length *= 2)
        {
            half = LuaOperations.Join(L, half, half)!;
        }

        Assert.Equal(1 << 30, half.Length);
        Assert.Null(LuaOperations.Join(L, half, half));
        Assert.Null(LuaOperations.JoinN(L, [half, 1L, half]));
        Assert.True(LuaOperations.Concat(L, half, half).IsAbrupt);
    }

    [Fact]
    public void Slice_AtAnyPosition_IsWhatSubGives()
    {
        foreach (LuaString text in Texts)
        {
            foreach (long start in Positions)
            {
                Assert.Equal(Library("sub", text, start), LuaOperations.Slice(L, text, start));
                foreach (long end in Positions)
                {
                    LuaValue expected = Library("sub", text, start, end);
                    Assert.Equal(expected, LuaOperations.Slice(L, text, start, end));
                    Assert.Equal(expected, LuaOperations.SliceAny(L, text, start, end));
                }
            }
        }

        Assert.Equal("23", LuaOperations.SliceAny(L, 1234L, "2", 3.0)!.ToString());
        Assert.Null(LuaOperations.SliceAny(L, "abc", LuaValue.Nil, 1L));
    }

    [Fact]
    public void ByteOf_AtAnyPosition_IsWhatByteGives()
    {
        foreach (LuaString text in Texts)
        {
            Assert.Equal(Library("byte", text), LuaOperations.ByteOf(text));
            foreach (long position in Positions)
            {
                Assert.Equal(Library("byte", text, position), LuaOperations.ByteOf(text, position));
            }
        }
    }

    [Fact]
    public void CaseOrderAndCopies_AreThoseOfTheLibrary()
    {
        foreach (LuaString text in Texts)
        {
            Assert.Equal(Library("lower", text), LuaOperations.Lower(text));
            Assert.Equal(Library("upper", text), LuaOperations.Upper(text));
            Assert.Equal(Library("reverse", text), LuaOperations.Reverse(text));
            Assert.Equal(Library("rep", text, 3L), LuaOperations.Repeat(L, text, 3));
            Assert.Equal(Library("rep", text, -1L), LuaOperations.Repeat(L, text, -1));
        }

        Assert.Null(LuaOperations.Repeat(L, "ab", 1L << 40));
        Assert.Equal("A", LuaOperations.Character(L, 65L)!.ToString());
        Assert.Equal("A", LuaOperations.Character(L, "65")!.ToString());
        Assert.Null(LuaOperations.Character(L, 256L));
    }

    [Fact]
    public void TextOf_NumbersAndBooleans_IsWhatToStringGives()
    {
        foreach (LuaValue value in new List<LuaValue> { 0L, long.MinValue, 1.0, -0.0, 1e100, double.NaN, double.PositiveInfinity, 0.1 })
        {
            Assert.Equal(_state.Call(_state["tostring"], value), LuaOperations.TextOf(value).ToString());
        }

        Assert.Equal("true", LuaOperations.TextOf(true).ToString());
        Assert.Equal("false", LuaOperations.TextOf(false).ToString());
    }

    [Fact]
    public void RawEquals_OfStrings_LooksAtTheBytes()
    {
        foreach (LuaString text in Texts)
        {
            foreach (LuaString other in Texts)
            {
                LuaString copy = LuaString.Of(other.Span);
                Assert.Equal(text.SameBytes(copy), LuaOperations.RawEquals(text, copy));
            }
        }
    }

    private LuaValue Library(string name, params LuaValue[] arguments)
    {
        LuaValue[] results = L.Call(_state["string." + name], arguments);
        return results.Length > 0 ? results[0] : LuaValue.Nil;
    }
}
