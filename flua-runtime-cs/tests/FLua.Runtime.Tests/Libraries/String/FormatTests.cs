using Xunit;

namespace FLua.Runtime.Tests;

public class FormatTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("string.format('%d|%5d|%-5d|%05d|%+d|% d', 42, 42, 42, 42, 42, 42)", "42|   42|42   |00042|+42| 42")]
    [InlineData("string.format('%.3d|%5.3d|%i', 7, 7, -7)", "007|  007|-7")]
    [InlineData("string.format('%x|%X|%#x|%o|%#o', 255, 255, 255, 8, 8)", "ff|FF|0xff|10|010")]
    [InlineData("string.format('%x|%u', -1, -1)", "ffffffffffffffff|18446744073709551615")]
    [InlineData("string.format('%5s|%-5s|%.2s|%5.1s|', 'abc', 'abc', 'abc', 'abc')", "  abc|abc  |ab|    a|")]
    [InlineData("string.format('%f|%.2f|%8.3f|%-8.1f|%+.0f|%#.0f', 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159)", "3.141590|3.14|   3.142|3.1     |+3|3.")]
    [InlineData("string.format('%.0f %.0f %.0f %.2f', 0.5, 1.5, 2.5, 0.125)", "0 2 2 0.12")]
    [InlineData("string.format('%e|%.2e|%E|%.0e', 12345.678, 12345.678, 0.00012, 25)", "1.234568e+04|1.23e+04|1.200000E-04|2e+01")]
    [InlineData("string.format('%g|%g|%g|%g|%.3g|%#g|%G', 100000, 1000000, 0.0001, 0.00001, 12345, 1.5, 1e-10)", "100000|1e+06|0.0001|1e-05|1.23e+04|1.50000|1E-10")]
    [InlineData("string.format('%.14g|%.17g|%.20f', 0.1, 0.1, 0.1)", "0.1|0.10000000000000001|0.10000000000000000555")]
    [InlineData("string.format('%a|%.2a|%A|%a', 1.5, 1.999, 255.5, 0)", "0x1.8p+0|0x2.00p+0|0X1.FFP+7|0x0p+0")]
    [InlineData("string.format('%5.1f|%05.1f|%-7.2f|', -1.25, -1.25, -1.25)", " -1.2|-01.2|-1.25  |")]
    [InlineData("string.format('%c%c%c|%3c|%-3c|', 76, 117, 97, 120, 120)", "Lua|  x|x  |")]
    [InlineData("string.format('%q', 'a\\nb\\0c\"d\\\\e')", "\"a\\\nb\\0c\\\"d\\\\e\"")]
    [InlineData("string.format('%q %q %q %q', 1, 0.5, true, nil)", "1 0x1p-1 true nil")]
    [InlineData("string.format('%q', 0x8000000000000000)", "0x8000000000000000")]
    [InlineData("string.format('%s %s %s', nil, true, 1.0)", "nil true 1.0")]
    [InlineData("string.format('%%|%s%%', 5)", "%|5%")]
    [InlineData("string.format('%10.4f|%-10.4f|', 1e300, 0)", "1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160.0000|0.0000    |")]
    [InlineData("string.format('%5d|%.1f', '10', '2.55')", "   10|2.5")]
    [InlineData("string.format('%p', 1)", "(null)")]
    public void Format_LikePrintf(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Theory]
    [InlineData("string.format('%d')", "error: bad argument #2 to 'string.format' (no value)")]
    [InlineData("string.format('%d', 1.5)", "error: bad argument #2 to 'string.format' (number has no integer representation)")]
    [InlineData("string.format('%d', 'x')", "error: bad argument #2 to 'string.format' (number expected, got string)")]
    [InlineData("string.format('%y', 1)", "error: invalid conversion '%y' to 'format'")]
    [InlineData("string.format('%', 1)", "error: invalid conversion '%' to 'format'")]
    [InlineData("string.format('%10.123f', 1)", "error: invalid conversion specification: '%10.123f'")]
    [InlineData("string.format('%0100d', 1)", "error: invalid conversion specification: '%0100d'")]
    [InlineData("string.format('%#d', 1)", "error: invalid conversion specification: '%#d'")]
    [InlineData("string.format('%.3c', 65)", "error: invalid conversion specification: '%.3c'")]
    [InlineData("string.format('%5q', 'x')", "error: specifier '%q' cannot have modifiers")]
    [InlineData("string.format('%q', {})", "error: bad argument #2 to 'string.format' (value has no literal form)")]
    [InlineData("string.format('%5s', 'a\\0b')", "error: bad argument #2 to 'string.format' (string contains zeros)")]
    [InlineData("string.format('%-+ #0-+ #0-+ #0-+ #0-+ #0d', 1)", "error: invalid format (too long)")]
    [InlineData("string.format()", "error: bad argument #1 to 'string.format' (string expected, got no value)")]
    [InlineData("string.format('%f', 'x')", "error: bad argument #2 to 'string.format' (number expected, got string)")]
    public void Format_Mistakes(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));

    [Fact]
    public void Format_OfValuesWithToString_AsksThem()
    {
        LuaTable value = TestState.WithMetamethod("__tostring", TestState.Native("tostring", static (L, args) => L.Return1("shown")));
        Assert.Equal("<shown>", _state.Call(_state["string.format"], "<%s>", value));
        Assert.Equal("<  shown>", _state.Call(_state["string.format"], "<%7s>", value));
    }

    [Fact]
    public void Format_KeepsZeroBytes()
    {
        var bytes = LuaString.Of("a\0b"u8);
        LuaValue[] results = _state.L.Call(_state["string.format"], "%s|", bytes);
        Assert.Equal("a\0b|"u8.ToArray(), ((LuaString)results[0].o!).Span.ToArray());
    }

    [Fact]
    public void Format_OfFloats_RoundsAsNetDoes()
    {
        // .NET's own formats are exact too, only slower; the short way must never differ from them.
        var random = new System.Random(1);
        System.Span<byte> digits = stackalloc byte[DecimalDigits.MaxLength];
        for (int i = 0; i < 20000; i++)
        {
            double value = (random.NextDouble() - 0.5) * System.Math.Pow(10, random.Next(-8, 20));
            if (i % 3 == 0)
            {
                value = System.Math.Round(value * 1024) / 1024;
            }

            int precision = random.Next(0, 18);
            foreach (char form in "EF")
            {
                int length = DecimalDigits.Format(value, form, precision, digits);
                string expected = value.ToString(form + precision.ToString(), System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(digits[..length]));
            }
        }
    }
}
