using System;

namespace FLua.Runtime;

internal static partial class IoLibrary
{
    /// <summary>Reads what formats ask for, a line when there are none; what cannot be read is nil, and ends it.</summary>
    /// <param name="L">The state.</param>
    /// <param name="file">An open file.</param>
    /// <param name="formats">The formats.</param>
    /// <param name="firstArgument">The number of the first format among the arguments.</param>
    private static LuaValue ReadFormats(LuaState L, LuaFile file, ReadOnlySpan<LuaValue> formats, int firstArgument)
    {
        if (!file.CanRead)
        {
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
        if (format.IsNumber)
        {
            if (!Arguments.Integer(L, format, argument, out long count))
            {
                return false;
            }

            if (count < 0)
            {
                L.Error("buffer too large");
                return false;
            }

            value = count > 0 ? reader.ReadBytes(count) : reader.IsAtEnd() ? null : LuaString.Empty;
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

        switch (letters.IsEmpty ? (byte)0 : letters[0])
        {
            case (byte)'n':
                value = reader.ReadNumber();
                return true;
            case (byte)'l':
                value = reader.ReadLine(keepEnd: false);
                return true;
            case (byte)'L':
                value = reader.ReadLine(keepEnd: true);
                return true;
            case (byte)'a':
                value = reader.ReadAll();
                return true;
            default:
                L.ArgumentError(argument, "invalid format");
                return false;
        }
    }
}
