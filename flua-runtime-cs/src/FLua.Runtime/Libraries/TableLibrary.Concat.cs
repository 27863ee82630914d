using System;

namespace FLua.Runtime;

internal static partial class TableLibrary
{
    private static LuaValue Concat(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!LengthOf(L, args, Read, out long length)
            || !Arguments.OptString(L, args, 2, LuaString.Empty, out LuaString? separator)
            || !Arguments.OptInteger(L, args, 3, 1, out long from)
            || !Arguments.OptInteger(L, args, 4, length, out long end))
        {
            return LuaValue.Abrupt;
        }

        if (from > end)
        {
            return L.Return1(LuaString.Empty);
        }

        LuaValue t = args[0];
        var result = new ByteBuffer(stackalloc byte[128]);
        try
        {
            bool joined = Plain(t) is { } table && from >= 1 && end <= table.Array.Length
                ? Join(L, table.Array.Part((int)from - 1, (int)(end - from + 1)).ToRead(), separator.Span, from, ref result)
                : ConcatEach(L, t, separator.Span, from, end, ref result);
            return joined ? L.Return1(LuaString.Of(result.Written)) : LuaValue.Abrupt;
        }
        catch (InsufficientMemoryException)
        {
            return L.ErrorValue(LuaString.Constant("not enough memory"u8));
        }
        finally
        {
            result.Dispose();
        }
    }

    /// <summary>Joins values that lie side by side. Nothing here runs Lua code, which could change the table.</summary>
    private static bool Join(LuaState L, ReadOnlySpan<LuaValue> items, ReadOnlySpan<byte> separator, long firstIndex, ref ByteBuffer result)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                result.Add(separator);
            }

            LuaValue item = items[i];
            if (item.o.IsString(out LuaString? text))
            {
                result.Add(text.Span);
            }
            else if (!AddOther(L, item, firstIndex + i, ref result))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ConcatEach(LuaState L, LuaValue t, ReadOnlySpan<byte> separator, long from, long end, ref ByteBuffer result)
    {
        for (long i = from; ; i++)
        {
            LuaValue item = Get(L, t, i);
            if (item.o.IsString(out LuaString? text))
            {
                result.Add(text.Span);
            }
            else if (!AddOther(L, item, i, ref result))
            {
                return false;
            }

            if (i == end)
            {
                return true;
            }

            result.Add(separator);
        }
    }

    /// <summary>Adds a number; false with an error pending for anything else.</summary>
    private static bool AddOther(LuaState L, LuaValue item, long index, ref ByteBuffer result)
    {
        if (item.IsInt)
        {
            result.AddInteger(item.n);
            return true;
        }

        if (item.IsFloat)
        {
            result.Add(LuaOperations.ToLuaString(item).Span);
            return true;
        }

        if (!item.IsAbrupt)
        {
            L.Error("invalid value (" + item.TypeName + ") at index " + LuaOperations.ToLuaString(index) + " in table for 'concat'");
        }

        return false;
    }
}
