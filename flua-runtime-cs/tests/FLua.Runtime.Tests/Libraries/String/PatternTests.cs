using Xunit;

namespace FLua.Runtime.Tests;

public class PatternTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("string.find('hello world', 'o w')", "5 7")]
    [InlineData("string.find('hello', 'l+')", "3 4")]
    [InlineData("string.find('hello', '(l)(l)')", "3 4 l l")]
    [InlineData("string.find('hello', '()ll()')", "3 4 3 5")]
    [InlineData("string.find('', '')", "1 0")]
    [InlineData("string.find('abc', '', 10)", "nil")]
    [InlineData("string.find('abc', '', 4)", "4 3")]
    [InlineData("string.find('a.b', '.', 2, true)", "2 2")]
    [InlineData("string.find('abc', 'b', -1)", "nil")]
    [InlineData("string.find('abc', '[a-c]+$')", "1 3")]
    [InlineData("string.find('abc]', '[]]')", "4 4")]
    [InlineData("string.find('a-z', '[a%-z]+')", "1 3")]
    [InlineData("string.find('a^b', '[%^]')", "2 2")]
    [InlineData("string.find('x', '^')", "1 0")]
    [InlineData("string.find('a)', ')')", "2 2")]
    public void Find_GivesStartEndAndCaptures(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.match('key = value', '^(%w+)%s*=%s*(%w+)$')", "key value")]
    [InlineData("string.match('2024-05-06', '(%d+)-(%d+)-(%d+)')", "2024 05 06")]
    [InlineData("string.match('abc', '()')", "1")]
    [InlineData("string.match('  trim  ', '^%s*(.-)%s*$')", "trim")]
    [InlineData("string.match('f(a(b)c)d', '%b()')", "(a(b)c)")]
    [InlineData("string.match('THE (quick) fox', '%f[%a]%a+%f[%A]')", "THE")]
    [InlineData("string.match('abcabc', '(abc)%1')", "abc")]
    [InlineData("string.match('aaab', 'a-b')", "aaab")]
    [InlineData("string.match('aaa', 'a-$')", "aaa")]
    [InlineData("string.match('xyz', 'x?y?z?w?')", "xyz")]
    [InlineData("string.match('hello', '.-(l+)')", "ll")]
    [InlineData("string.match('a,b,c', '([^,]*),(.*)')", "a b,c")]
    [InlineData("string.match('0x1F', '^0[xX](%x+)$')", "1F")]
    [InlineData("string.match('abc', '((a)(b)(c))')", "abc a b c")]
    [InlineData("string.match('a1b22', '%a%d+$')", "b22")]
    public void Match_GivesCapturesOrTheWhole(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.match('aaaa', '(a*)(a)')", "aaa a")]
    [InlineData("string.match('key=val=x', '(.*)=(.*)')", "key=val x")]
    [InlineData("string.match('abab', '(ab)*$')", "nil")]
    [InlineData("string.match('aXbXc', '.*X(.)')", "c")]
    [InlineData("string.match('<<a>>', '<(.+)>')", "<a>")]
    [InlineData("string.match('a  b', '%s*%s(%a)')", "b")]
    [InlineData("string.match('foo123bar', '(%w+)(%d)(%a+)')", "foo12 3 bar")]
    public void Match_NeedsToGiveBack(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.find('a', '[a')", "error: malformed pattern (missing ']')")]
    [InlineData("string.find('a', '%')", "error: malformed pattern (ends with '%')")]
    [InlineData("string.find('a', 'b%')", "nil")]
    [InlineData("string.find('a', '(a')", "error: unfinished capture")]
    [InlineData("string.find('a', 'a)')", "nil")]
    [InlineData("string.match('a', 'a)')", "error: invalid pattern capture")]
    [InlineData("string.find('a', '%b')", "error: malformed pattern (missing arguments to '%b')")]
    [InlineData("string.find('a', '%bx')", "error: malformed pattern (missing arguments to '%b')")]
    [InlineData("string.find('a', '%f')", "error: missing '[' after '%f' in pattern")]
    [InlineData("string.find('a', '(a%1)')", "error: invalid capture index %1")]
    [InlineData("string.find('a', 'a%1')", "error: invalid capture index %1")]
    [InlineData("string.find('a', '%0')", "error: invalid capture index %0")]
    [InlineData("string.match('x', '[]')", "error: malformed pattern (missing ']')")]
    [InlineData("string.match('x', '[^]')", "error: malformed pattern (missing ']')")]
    [InlineData("string.match('x', '[a-')", "error: malformed pattern (missing ']')")]
    [InlineData("string.match('x', '[%')", "error: malformed pattern (missing ']')")]
    [InlineData("string.match('a', 'x[')", "nil")]
    [InlineData("string.gsub('abc', '(a', 'x')", "xbc 1")]
    [InlineData("string.gsub('abc', '(a', '%1')", "error: unfinished capture")]
    public void MalformedPatterns_RaiseWhenTheyAreReached(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.gsub('hello world', 'o', '0')", "hell0 w0rld 2")]
    [InlineData("string.gsub('hello', '', '-')", "-h-e-l-l-o- 6")]
    [InlineData("string.gsub('hello world', '(%w+)', '<%1>')", "<hello> <world> 2")]
    [InlineData("string.gsub('hello world', '%w+', '%0 %0', 1)", "hello hello world 1")]
    [InlineData("string.gsub('abc', '%w', '%%%0')", "%a%b%c 3")]
    [InlineData("string.gsub('abc', '^a', 'x')", "xbc 1")]
    [InlineData("string.gsub('aaa', '^a', 'x')", "xaa 1")]
    [InlineData("string.gsub('abc def', '%s+', '')", "abcdef 1")]
    [InlineData("string.gsub('abc', 'b*', '-')", "-a-c- 3")]
    [InlineData("string.gsub('x', 'x', '%2')", "error: invalid capture index %2")]
    [InlineData("string.gsub('x', 'x', '%')", "error: invalid use of '%' in replacement string")]
    [InlineData("string.gsub('x', 'x', '%a')", "error: invalid use of '%' in replacement string")]
    [InlineData("string.gsub('x', 'x', true)", "error: bad argument #3 to 'string.gsub' (string/function/table expected, got boolean)")]
    [InlineData("string.gsub('x', 'x')", "error: bad argument #3 to 'string.gsub' (string/function/table expected, got no value)")]
    [InlineData("string.gsub('abc', '()', '%1')", "1a2b3c4 4")]
    [InlineData("string.gsub('abc', '%w', {'x'})", "abc 3")]
    [InlineData("string.gsub('1 2', '%d', {'one', {}})", "1 2 2")]
    [InlineData("string.gsub('abc', 'b', 5)", "a5c 1")]
    [InlineData("string.gsub('abc', 'x', 'y')", "abc 0")]
    [InlineData("string.gsub('abc', 'a', 'b', 0)", "abc 0")]
    [InlineData("string.gsub('abc', '(a)(b)', '%2%1')", "bac 1")]
    [InlineData("string.gsub('a.b.c', '%.', '/')", "a/b/c 2")]
    public void Gsub_Replaces(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("%w+", "one, two; three", "one|two|three")]
    [InlineData("(%w)(%w*)", "ab c", "a b|c ")]
    [InlineData("%d*", "a1b", "|1|")]
    [InlineData("^a", "^a^a", "^a|^a")]
    [InlineData("()", "ab", "1|2|3")]
    [InlineData("[^,]*", "a,,b", "a||b")]
    public void Gmatch_GoesFromMatchToMatch(string pattern, string subject, string expected)
    {
        LuaValue iterator = _state.L.Call(_state["string.gmatch"], subject, pattern)[0];
        var matches = new System.Collections.Generic.List<string>();
        while (_state.L.Call(iterator) is { Length: > 0 } captures)
        {
            matches.Add(string.Join(" ", System.Array.ConvertAll(captures, TestState.Show)));
        }

        Assert.Equal(expected, string.Join("|", matches));
    }

    [Fact]
    public void Gmatch_BeginsWhereItIsTold()
    {
        LuaValue iterator = _state.L.Call(_state["string.gmatch"], "abcabc", "a", 2L)[0];
        Assert.Equal("a", _state.Call(iterator));
        Assert.Equal("", _state.Call(iterator));
    }

    [Fact]
    public void Gsub_WithAFunction_CallsItWithTheCaptures()
    {
        LuaValue swap = TestState.Native("swap", static (L, args) => L.Return1(LuaOperations.ConcatN(L, [args[1], args[0]])));
        Assert.Equal("badc 2", _state.Call(_state["string.gsub"], "abcd", "(%w)(%w)", swap));
        LuaValue refuse = TestState.Native("refuse", static (L, args) => L.Return1(false));
        Assert.Equal("abcd 4", _state.Call(_state["string.gsub"], "abcd", "%w", refuse));
        LuaValue wrong = TestState.Native("wrong", static (L, args) => L.Return1(new LuaTable()));
        Assert.Equal("false invalid replacement value (a table)", _state.Call(_state["pcall"], _state["string.gsub"], "a", "a", wrong));
        LuaValue raising = TestState.Native("raising", static (L, args) => L.ErrorValue("stop"));
        Assert.Equal("false stop", _state.Call(_state["pcall"], _state["string.gsub"], "a", "a", raising));
        Assert.Equal(0, _state.L.NonYieldable);
    }

    [Fact]
    public void Gsub_WithATable_AsksItsMetamethods()
    {
        var defaults = new LuaTable();
        defaults["b"] = "B";
        LuaTable table = TestState.WithMetamethod("__index", defaults);
        table["a"] = 1L;
        Assert.Equal("1Bc 3", _state.Call(_state["string.gsub"], "abc", "%w", table));
    }

    [Fact]
    public void Patterns_TooComplex_Raise()
    {
        string subject = new('a', 300);
        Assert.Equal("true " + subject[..150], _state.Call(_state["pcall"], _state["string.match"], subject, Repeat(".?", 150)));
        Assert.Equal("false pattern too complex", _state.Call(_state["pcall"], _state["string.match"], subject, Repeat(".?", 300)));
        Assert.Equal("false too many captures", _state.Call(_state["pcall"], _state["string.match"], subject, Repeat("()", 33)));
    }

    [Fact]
    public void LongSubjects_AreSearchedToTheirEnd()
    {
        string subject = new string('a', 5000) + "," + new string('b', 5000) + "!";
        Assert.Equal("5001 5001", _state.Call(_state["string.find"], subject, "[^a]"));
        Assert.Equal("5002 10001", _state.Call(_state["string.find"], subject, "b+"));
        Assert.Equal("10002 10002", _state.Call(_state["string.find"], subject, "[^%w,]"));
        Assert.Equal("1 5001", _state.Call(_state["string.find"], subject, "^[^,]*,"));
        Assert.Equal("1 10002", _state.Call(_state["string.find"], subject, "^.-!$"));
        Assert.Equal("1 10001", _state.Call(_state["string.find"], subject, ".*b"));
        Assert.Equal("5001 10001", _state.Call(_state["string.find"], subject, "[,b]+"));
    }

    private static string Repeat(string text, int count) => new System.Text.StringBuilder().Insert(0, text, count).ToString();
}
