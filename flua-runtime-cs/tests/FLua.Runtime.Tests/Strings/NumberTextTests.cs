using System;
using System.Text;
using Xunit;

namespace FLua.Runtime.Tests;

// The expected texts are what the reference prints.
public class NumberTextTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.33333333333333")]
    [InlineData(100.0, "100.0")]
    [InlineData(99999999999999.0, "99999999999999.0")]
    [InlineData(1e14, "1e+14")]
    [InlineData(123456789012345.0, "1.2345678901234e+14")]
    [InlineData(1e15, "1e+15")]
    [InlineData(1e100, "1e+100")]
    [InlineData(-1e-5, "-1e-05")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(5e-324, "4.9406564584125e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623e+308")]
    [InlineData(9.9999999999999995, "10.0")]
    [InlineData(3.14159265358979, "3.1415926535898")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    [InlineData(-1234.5, "-1234.5")]
    public void Format_OfAFloat_IsTheReferences(double number, string expected) =>
        Assert.Equal(expected, NumberFormatter.ToLuaString(number).ToString());

    [Fact]
    public void Format_OfNan_ShowsItsSign()
    {
        Assert.Equal("-nan", NumberFormatter.ToLuaString(BitConverter.Int64BitsToDouble(unchecked((long)0xFFF8000000000000))).ToString());
        Assert.Equal("nan", NumberFormatter.ToLuaString(BitConverter.Int64BitsToDouble(0x7FF8000000000000)).ToString());
    }

    [Theory]
    [InlineData("10", "10")]
    [InlineData("  10\t\n", "10")]
    [InlineData("-0x10", "-16")]
    [InlineData("0xffffffffffffffff", "-1")]
    [InlineData("0x1ffffffffffffffff", "-1")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "9.2233720368548e+18")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("-9223372036854775809", "-9.2233720368548e+18")]
    [InlineData("1e2", "100.0")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5.0")]
    [InlineData("0x.8p1", "1.0")]
    [InlineData("0xA.8", "10.5")]
    [InlineData("1e400", "inf")]
    [InlineData("0x1p-1080", "0.0")]
    [InlineData("00012", "12")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "-0.0")]
    public void TryParse_OfANumeral_GivesItsValue(string text, string expected)
    {
        Assert.True(NumberParser.TryParse(Encoding.ASCII.GetBytes(text), out LuaValue number));
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0x")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(".")]
    [InlineData("inf")]
    [InlineData("nan")]
    [InlineData("1 2")]
    [InlineData("--1")]
    [InlineData("0x1p")]
    [InlineData("1,5")]
    [InlineData("1_000")]
    [InlineData("1\0")]
    [InlineData("1.2.3")]
    public void TryParse_OfSomethingElse_Fails(string text) =>
        Assert.False(NumberParser.TryParse(Encoding.ASCII.GetBytes(text), out _));
}
