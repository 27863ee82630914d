using Xunit;

namespace FLua.Runtime.Tests;

public class Utf8LibraryTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("utf8.char(72, 228, 8364)", "Hä€")]
    [InlineData("utf8.char()", "")]
    [InlineData("utf8.char(-1)", "error: bad argument #1 to 'utf8.char' (value out of range)")]
    [InlineData("utf8.char(4294967296)", "error: bad argument #1 to 'utf8.char' (value out of range)")]
    [InlineData("utf8.len('h\\xc3\\xa4\\xc3\\x9f')", "3")]
    [InlineData("utf8.len('\\xff')", "nil 1")]
    [InlineData("utf8.len('abc', 4)", "0")]
    [InlineData("utf8.len('abc', 5)", "error: bad argument #2 to 'utf8.len' (initial position out of bounds)")]
    [InlineData("utf8.len('abc', 1, 4)", "error: bad argument #3 to 'utf8.len' (final position out of bounds)")]
    [InlineData("utf8.len('\\xed\\xa0\\x80')", "nil 1")]
    [InlineData("utf8.len('\\xed\\xa0\\x80', 1, -1, true)", "1")]
    [InlineData("utf8.codepoint('h\\xc3\\xa4', 1, -1)", "104 228")]
    [InlineData("utf8.codepoint('abc', 4)", "error: bad argument #3 to 'utf8.codepoint' (out of bounds)")]
    [InlineData("utf8.codepoint('abc', 0)", "error: bad argument #2 to 'utf8.codepoint' (out of bounds)")]
    [InlineData("utf8.codepoint('\\xff')", "error: invalid UTF-8 code")]
    [InlineData("utf8.offset('h\\xc3\\xa4\\xc3\\x9f', 3)", "4")]
    [InlineData("utf8.offset('h\\xc3\\xa4\\xc3\\x9f', -1)", "4")]
    [InlineData("utf8.offset('h\\xc3\\xa4', 0, 3)", "2")]
    [InlineData("utf8.offset('h\\xc3\\xa4', 1, 3)", "error: initial position is a continuation byte")]
    [InlineData("utf8.offset('abc', 5)", "nil")]
    [InlineData("utf8.offset('abc', 1, 5)", "error: bad argument #3 to 'utf8.offset' (position out of bounds)")]
    public void Utf8(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));
}
