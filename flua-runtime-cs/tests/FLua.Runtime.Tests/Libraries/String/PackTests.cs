using Xunit;

namespace FLua.Runtime.Tests;

public class PackTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("string.packsize('b')", "1")]
    [InlineData("string.packsize('i4i8')", "12")]
    [InlineData("string.packsize('!8 b i8')", "16")]
    [InlineData("string.packsize('!4 b i8')", "12")]
    [InlineData("string.packsize('c10x')", "11")]
    [InlineData("string.packsize('<!4 i2 Xi4')", "4")]
    [InlineData("string.packsize('s')", "error: bad argument #1 to 'string.packsize' (variable-length format)")]
    [InlineData("string.packsize('z')", "error: bad argument #1 to 'string.packsize' (variable-length format)")]
    [InlineData("string.packsize('!')", "0")]
    [InlineData("string.packsize('i17')", "error: integral size (17) out of limits [1,16]")]
    [InlineData("string.packsize('i0')", "error: integral size (0) out of limits [1,16]")]
    [InlineData("string.packsize('!3 i4')", "error: bad argument #1 to 'string.packsize' (format asks for alignment not power of 2)")]
    [InlineData("string.packsize('c')", "error: missing size for format option 'c'")]
    [InlineData("string.packsize('y')", "error: invalid format option 'y'")]
    [InlineData("string.packsize('X')", "error: bad argument #1 to 'string.packsize' (invalid next option for option 'X')")]
    [InlineData("string.packsize('Xz')", "error: bad argument #1 to 'string.packsize' (invalid next option for option 'X')")]
    public void Packsize(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.unpack('<i4', '\\x01\\x02\\x03\\x04')", "67305985 5")]
    [InlineData("string.unpack('>i4', '\\x01\\x02\\x03\\x04')", "16909060 5")]
    [InlineData("string.unpack('<i3', '\\xff\\xff\\xff')", "-1 4")]
    [InlineData("string.unpack('<I3', '\\xff\\xff\\xff')", "16777215 4")]
    [InlineData("string.unpack('z', 'abc\\0def')", "abc 5")]
    [InlineData("string.unpack('s1', '\\x03abc')", "abc 5")]
    [InlineData("string.unpack('<d', '\\0\\0\\0\\0\\0\\0\\xf8?')", "1.5 9")]
    [InlineData("string.unpack('<f', '\\0\\0\\xc0?')", "1.5 5")]
    [InlineData("string.unpack('c3', 'abcdef', 3)", "cde 6")]
    [InlineData("string.unpack('b', '')", "error: bad argument #2 to 'string.unpack' (data string too short)")]
    [InlineData("string.unpack('z', 'abc')", "error: bad argument #2 to 'string.unpack' (unfinished string for format 'z')")]
    [InlineData("string.unpack('s1', '\\x09abc')", "error: bad argument #2 to 'string.unpack' (data string too short)")]
    [InlineData("string.unpack('b', 'abc', 5)", "error: bad argument #3 to 'string.unpack' (initial position out of string)")]
    [InlineData("string.unpack('b', 'abc', -1)", "99 4")]
    [InlineData("string.unpack('<i16', '\\x01\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\x01')", "error: 16-byte integer does not fit into Lua Integer")]
    [InlineData("string.unpack('bbb', 'abc')", "97 98 99 4")]
    public void Unpack(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.pack('b', 200)", "error: bad argument #2 to 'string.pack' (integer overflow)")]
    [InlineData("string.pack('B', -1)", "error: bad argument #2 to 'string.pack' (unsigned overflow)")]
    [InlineData("string.pack('B', 256)", "error: bad argument #2 to 'string.pack' (unsigned overflow)")]
    [InlineData("string.pack('i2', 40000)", "error: bad argument #2 to 'string.pack' (integer overflow)")]
    [InlineData("string.pack('c2', 'abc')", "error: bad argument #2 to 'string.pack' (string longer than given size)")]
    [InlineData("string.pack('z', 'a\\0b')", "error: bad argument #2 to 'string.pack' (string contains zeros)")]
    [InlineData("string.pack('d')", "error: bad argument #2 to 'string.pack' (number expected, got nil)")]
    [InlineData("string.pack('i', 'x')", "error: bad argument #2 to 'string.pack' (number expected, got string)")]
    [InlineData("string.pack('s1', string)", "error: bad argument #2 to 'string.pack' (string expected, got table)")]
    [InlineData("string.pack('Xc1')", "error: bad argument #1 to 'string.pack' (invalid next option for option 'X')")]
    public void Pack_Mistakes(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));
}
