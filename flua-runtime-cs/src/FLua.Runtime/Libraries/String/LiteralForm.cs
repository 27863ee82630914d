using System;
using System.Globalization;

namespace FLua.Runtime;

/// <summary>Values as Lua can read them back: <c>%q</c>.</summary>
internal static class LiteralForm
{
    /// <summary>Adds the literal of a value: false with an error pending when it has none.</summary>
    public static bool TryAdd(LuaState L, LuaValue value, int argument, ref ByteBuffer buffer)
    {
        switch (value.Type)
        {
            case LuaType.String:
                AddQuoted(ref buffer, ((LuaString)value.o!).Span);
                return true;
            case LuaType.Number:
                if (value.IsFloat)
                {
                    AddFloat(ref buffer, value.D);
                }
                else if (value.n == long.MinValue)
                {
                    // In decimal the digits alone would be a float.
                    buffer.Add("0x8000000000000000"u8);
                }
                else
                {
                    buffer.AddInteger(value.n);
                }

                return true;
            case LuaType.Nil:
                buffer.Add("nil"u8);
                return true;
            case LuaType.Boolean:
                buffer.Add(value.IsTrue ? "true"u8 : "false"u8);
                return true;
            default:
                L.ArgumentError(argument, "value has no literal form");
                return false;
        }
    }

    private static void AddFloat(ref ByteBuffer buffer, double value)
    {
        if (double.IsNaN(value))
        {
            buffer.Add("(0/0)"u8);
            return;
        }

        if (double.IsInfinity(value))
        {
            buffer.Add(value > 0 ? "1e9999"u8 : "-1e9999"u8);
            return;
        }

        if (double.IsNegative(value))
        {
            buffer.Add((byte)'-');
        }

        buffer.Add("0x"u8);
        HexadecimalFloat.Add(ref buffer, value, -1, alternative: false, isCapital: false);
    }

    private static void AddQuoted(ref ByteBuffer buffer, ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[3];
        buffer.Add((byte)'"');
        for (int i = 0; i < text.Length; i++)
        {
            byte value = text[i];
            if (value is (byte)'"' or (byte)'\\' or (byte)'\n')
            {
                buffer.Add((byte)'\\');
                buffer.Add(value);
            }
            else if (value < 32 || value == 127)
            {
                // Three digits where a digit follows.
                buffer.Add((byte)'\\');
                bool isFollowed = i + 1 < text.Length && char.IsAsciiDigit((char)text[i + 1]);
                value.TryFormat(digits, out int count, isFollowed ? "D3" : default, CultureInfo.InvariantCulture);
                buffer.Add(digits.UpTo(count));
            }
            else
            {
                buffer.Add(value);
            }
        }

        buffer.Add((byte)'"');
    }
}
