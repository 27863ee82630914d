using System;

namespace FLua.Runtime;

internal static partial class IoLibrary
{
    /// <summary>More bytes than this no address space has room for.</summary>
    private const ulong LargestRead = 1UL << 47;

    /// <summary>Reads what formats ask for, a line when there are none; what cannot be read is nil, and ends it.</summary>
    /// <param name="L">The state.</param>
    /// <param name="file">An open file.</param>
    /// <param name="formats">The formats.</param>
    /// <param name="firstArgument">The number of the first format among the arguments.</param>
    private static LuaValue ReadFormats(LuaState L, LuaFile file, ReadOnlySpan<LuaValue> formats, int firstArgument)
    {
        if (!file.CanRead)
        {
            // The first format that can fail ends it; reading all never does.
            byte letter = (byte)'a';
            for (int i = 0; i < formats.Length && letter == 'a'; i++)
            {
                if (!TryReadFormat(L, formats[i], firstArgument + i, out letter, out _))
                {
                    return LuaValue.Abrupt;
                }
            }

            return file.IsDirectory ? SystemError.Directory.Return(L) : SystemError.BadFileDescriptor.Return(L);
        }

        try
        {
            FileReader reader = file.Reader;
            if (formats.Length == 0)
            {
                return L.Return1(reader.ReadLine(keepEnd: false));
            }

            L.ReserveResults(formats.Length);
            int count = 0;
            while (count < formats.Length)
            {
                if (!TryRead(L, reader, formats[count], firstArgument + count, out LuaValue value))
                {
                    return LuaValue.Abrupt;
                }

                L.Results[count++] = value;
                if (value.IsNil)
                {
                    break;
                }
            }

            L.ResultCount = count;
            return L.Results[0];
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            return SystemError.Of(exception).Return(L);
        }
    }

    /// <summary>Reads what one format asks for; nil when there is no such thing. False with an error pending.</summary>
    private static bool TryRead(LuaState L, FileReader reader, LuaValue format, int argument, out LuaValue value)
    {
        value = default;
        if (!TryReadFormat(L, format, argument, out byte letter, out long count))
        {
            return false;
        }

        value = letter switch
        {
            (byte)'n' => reader.ReadNumber(),
            (byte)'l' => reader.ReadLine(keepEnd: false),
            (byte)'L' => reader.ReadLine(keepEnd: true),
            (byte)'a' => reader.ReadAll(),
            _ => count > 0 ? reader.ReadBytes(count) : reader.IsAtEnd() ? null : LuaString.Empty,
        };
        return true;
    }

    /// <summary>The letter of a format, or 0 and a number of bytes. False with an error pending.</summary>
    private static bool TryReadFormat(LuaState L, LuaValue format, int argument, out byte letter, out long count)
    {
        letter = 0;
        count = 0;
        if (format.IsNumber)
        {
            if (!Arguments.Integer(L, format, argument, out count))
            {
                return false;
            }

            // The reference asks for the memory before it reads; a negative number is a very large one.
            if ((ulong)count > LargestRead)
            {
                L.ErrorValue(LuaString.Constant("not enough memory"u8));
                return false;
            }

            return true;
        }

        if (!Arguments.String(L, format, argument, out LuaString text))
        {
            return false;
        }

        // An asterisk in front is allowed, as in older versions.
        ReadOnlySpan<byte> letters = text.Span;
        if (letters.Length > 0 && letters[0] == '*')
        {
            letters = letters[1..];
        }

        letter = letters.IsEmpty ? (byte)0 : letters[0];
        if (letter is (byte)'n' or (byte)'l' or (byte)'L' or (byte)'a')
        {
            return true;
        }

        L.ArgumentError(argument, "invalid format");
        return false;
    }
}
