using System;
using System.Globalization;
using System.Text;
using Xunit;

namespace FLua.Runtime.Tests;

public class IntegerDigitsTests
{
    [Fact]
    public void Digits_AreThoseOfDotNet()
    {
        Check(0);
        Check(ulong.MaxValue);
        for (ulong power = 1; ; power *= 10)
        {
            Check(power - 1);
            Check(power);
            Check(power + 1);
            Check(power * 7);
            if (power == 10_000_000_000_000_000_000)
            {
                break;
            }
        }

        for (int shift = 0; shift < 64; shift++)
        {
            Check(1UL << shift);
            Check((1UL << shift) - 1);
            Check(0x9E3779B97F4A7C15 >> shift);
        }
    }

    [Theory]
    [InlineData(0UL, "")]
    [InlineData(123UL, "3")]
    [InlineData(123UL, "0123")]
    [InlineData(123UL, "00123")]
    public void Trailing_IsFilledWithZeros(ulong value, string expected)
    {
        Span<byte> target = stackalloc byte[expected.Length];
        IntegerDigits.WriteTrailing(value, target);
        Assert.Equal(expected, Encoding.ASCII.GetString(target));
    }

    private static void Check(ulong value)
    {
        Span<byte> target = stackalloc byte[IntegerDigits.MaximumLength];
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Encoding.ASCII.GetString(target[..IntegerDigits.Write(value, target)]));
        long signed = (long)value;
        Assert.Equal(signed.ToString(CultureInfo.InvariantCulture), Encoding.ASCII.GetString(target[..IntegerDigits.Write(signed, target)]));
        Assert.Equal(value.ToString("x", CultureInfo.InvariantCulture), Encoding.ASCII.GetString(target[..IntegerDigits.WriteHexadecimal(value, target, false)]));
        Assert.Equal(value.ToString("X", CultureInfo.InvariantCulture), Encoding.ASCII.GetString(target[..IntegerDigits.WriteHexadecimal(value, target, true)]));
    }
}
