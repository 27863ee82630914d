using Xunit;

namespace FLua.Runtime.Tests;

public class StringLibraryTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("string.sub('hello', 2, 4)", "ell")]
    [InlineData("string.sub('hello', -3)", "llo")]
    [InlineData("string.sub('hello', 0)", "hello")]
    [InlineData("string.sub('hello', 10)", "")]
    [InlineData("string.sub('hello', 2, 100)", "ello")]
    [InlineData("string.sub('hello', -100, 2)", "he")]
    [InlineData("string.sub('hello', 4, 2)", "")]
    [InlineData("string.byte('abc')", "97")]
    [InlineData("string.byte('abc', -1)", "99")]
    [InlineData("string.byte('abc', 1, -1)", "97 98 99")]
    [InlineData("string.byte('abc', 10)", "")]
    [InlineData("string.byte('', 1)", "")]
    [InlineData("string.byte('abc', 0)", "")]
    [InlineData("string.sub(123, 2)", "23")]
    [InlineData("string.sub('x')", "error: bad argument #2 to 'string.sub' (number expected, got no value)")]
    [InlineData("string.sub({}, 1)", "error: bad argument #1 to 'string.sub' (string expected, got table)")]
    [InlineData("string.sub('hello', 1.5)", "error: bad argument #2 to 'string.sub' (number has no integer representation)")]
    [InlineData("string.sub('hello', '2')", "ello")]
    public void Slices(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.len('a\\0b')", "3")]
    [InlineData("string.len(12)", "2")]
    [InlineData("string.upper('aBc1')", "ABC1")]
    [InlineData("string.lower('ABc1')", "abc1")]
    [InlineData("string.reverse('abc')", "cba")]
    [InlineData("string.reverse('')", "")]
    [InlineData("string.rep('ab', 3)", "ababab")]
    [InlineData("string.rep('ab', 3, ',')", "ab,ab,ab")]
    [InlineData("string.rep('x', 0)", "")]
    [InlineData("string.rep('x', -5)", "")]
    [InlineData("string.rep('', 1000000000)", "")]
    [InlineData("string.rep('x', 1099511627776)", "error: resulting string too large")]
    [InlineData("string.rep('ab', 1073741824)", "error: resulting string too large")]
    [InlineData("string.char(72, 105)", "Hi")]
    [InlineData("string.char()", "")]
    [InlineData("string.char(256)", "error: bad argument #1 to 'string.char' (value out of range)")]
    [InlineData("string.char(-1)", "error: bad argument #1 to 'string.char' (value out of range)")]
    [InlineData("string.char('65')", "A")]
    [InlineData("string.dump(print)", "error: unable to dump given function")]
    [InlineData("string.rep()", "error: bad argument #1 to 'string.rep' (string expected, got no value)")]
    public void Simple(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));
}
