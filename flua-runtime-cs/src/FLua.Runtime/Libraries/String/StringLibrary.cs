using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace FLua.Runtime;

/// <summary>The library <c>string</c>. Lua 5.4 §6.4.</summary>
internal static partial class StringLibrary
{
    /// <summary>The reference's limit for what <c>rep</c>, <c>packsize</c> and others make: what its <c>int</c> holds.</summary>
    private const int MaxSize = int.MaxValue;

    /// <summary>Makes the library and puts it into the globals, the loaded modules and the metatable of strings.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable strings = LibraryTable.Open(L, "string", 17);
        L.StringByteFunction = strings.Add("byte", static (L, args) => ByteAt(L, args), static (L, s) => ByteAt1(L, s), static (L, s, i) => ByteAt2(L, s, i));
        L.StringCharFunction = strings.Add("char", static (L, args) => Char(L, args), static (L, a) => Char1(L, a));
        strings.Add("dump", static (L, args) => Dump(L, args));
        L.StringFindFunction = strings.Add("find", static (L, args) => Find(L, args), null, static (L, s, p) => Find2(L, s, p));
        L.StringFormatFunction = strings.Add("format", static (L, args) => Format(L, args));
        L.StringGmatchFunction = strings.Add("gmatch", static (L, args) => Gmatch(L, args));
        L.StringGsubFunction = strings.Add("gsub", static (L, args) => Gsub(L, args));
        L.StringLenFunction = strings.Add("len", static (L, args) => Len(L, args), static (L, s) => Len1(L, s));
        L.StringLowerFunction = strings.Add("lower", static (L, args) => Lower(L, args), static (L, s) => Lower1(L, s));
        L.StringMatchFunction = strings.Add("match", static (L, args) => Match(L, args), null, static (L, s, p) => Match2(L, s, p));
        strings.Add("pack", static (L, args) => Pack(L, args));
        strings.Add("packsize", static (L, args) => PackSize(L, args));
        L.StringRepFunction = strings.Add("rep", static (L, args) => Rep(L, args));
        L.StringReverseFunction = strings.Add("reverse", static (L, args) => Reverse(L, args));
        L.StringSubFunction = strings.Add("sub", static (L, args) => Sub(L, args), null, static (L, s, i) => Sub2(L, s, i), static (L, s, i, j) => Sub3(L, s, i, j));
        strings.Add("unpack", static (L, args) => Unpack(L, args));
        L.StringUpperFunction = strings.Add("upper", static (L, args) => Upper(L, args), static (L, s) => Upper1(L, s));
        OpenMetatable(L, strings.Table);
    }

    /// <summary>Where a slice starts, counted from 1: negative positions count from the end, and all are clipped to [1, ∞).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long StartPosition(long position, int length)
    {
        if (position > 0)
        {
            return position;
        }

        return position == 0 || position < -(long)length ? 1 : length + position + 1;
    }

    /// <summary>Where a slice ends, counted from 1: negative positions count from the end, and all are clipped to [0, length].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long EndPosition(long position, int length)
    {
        if (position > length)
        {
            return length;
        }

        if (position >= 0)
        {
            return position;
        }

        return position < -(long)length ? 0 : length + position + 1;
    }

    private static LuaValue Len(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.String(L, args, 1, out LuaString s) ? L.Return1((long)s.Length) : LuaValue.Abrupt;

    private static LuaValue Len1(LuaState L, LuaValue s) => s.o.IsString(out LuaString? text) ? L.Return1((long)text.Length) : Len(L, [s]);

    private static LuaValue Sub(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.String(L, args, 1, out LuaString s)
        && Arguments.Integer(L, args, 2, out long start)
        && Arguments.OptInteger(L, args, 3, -1, out long end)
            ? L.Return1(Slice(L, s, start, end))
            : LuaValue.Abrupt;

    private static LuaValue Sub2(LuaState L, LuaValue s, LuaValue start) =>
        s.o.IsString(out LuaString? text) && start.IsInt ? L.Return1(Slice(L, text, start.n, -1)) : Sub(L, LuaOperations.Values(s, start));

    private static LuaValue Sub3(LuaState L, LuaValue s, LuaValue start, LuaValue end) =>
        s.o.IsString(out LuaString? text) && start.IsInt && end.IsInt ? L.Return1(Slice(L, text, start.n, end.n)) : Sub(L, LuaOperations.Values(s, start, end));

    internal static LuaString Slice(LuaState L, LuaString s, long start, long end)
    {
        int length = s.Length;
        long first = StartPosition(start, length);
        long last = EndPosition(end, length);
        if (first > last)
        {
            return LuaString.Empty;
        }

        return first == 1 && last == length ? s : L.ShortStrings.Of(s.Span.Between((int)(first - 1), (int)last));
    }

    private static LuaValue ByteAt(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString s)
            || !Arguments.OptInteger(L, args, 2, 1, out long i)
            || !Arguments.OptInteger(L, args, 3, i, out long j))
        {
            return LuaValue.Abrupt;
        }

        long first = StartPosition(i, s.Length);
        long last = EndPosition(j, s.Length);
        if (first > last)
        {
            return L.Return0();
        }

        ReadOnlySpan<byte> bytes = s.Span.Between((int)(first - 1), (int)last);
        if (bytes.Length > LibraryTable.MaxResults)
        {
            return L.Error("stack overflow (string slice too long)");
        }

        L.ReserveResults(bytes.Length);
        for (int k = 1; k < bytes.Length; k++)
        {
            L.Results[k] = (long)bytes[k];
        }

        L.ResultCount = bytes.Length;
        return (long)bytes[0];
    }

    private static LuaValue ByteAt1(LuaState L, LuaValue s)
    {
        if (s.o.IsString(out LuaString? text) && text.Length > 0)
        {
            return L.Return1((long)text.Span[0]);
        }

        return ByteAt(L, [s]);
    }

    private static LuaValue ByteAt2(LuaState L, LuaValue s, LuaValue i)
    {
        if (s.o.IsString(out LuaString? text) && i.IsInt)
        {
            ReadOnlySpan<byte> bytes = text.Span;
            long at = i.n > 0 ? i.n - 1 : bytes.Length + i.n;
            if ((ulong)at < (ulong)bytes.Length && i.n != 0)
            {
                return L.Return1((long)bytes[(int)at]);
            }
        }

        return ByteAt(L, LuaOperations.Values(s, i));
    }

    private static LuaValue Char(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        var bytes = new byte[args.Length];
        for (int i = 0; i < args.Length; i++)
        {
            if (!Arguments.Integer(L, args, i + 1, out long value))
            {
                return LuaValue.Abrupt;
            }

            if ((ulong)value > byte.MaxValue)
            {
                return L.ArgumentError(i + 1, "value out of range");
            }

            bytes[i] = (byte)value;
        }

        return L.Return1(LuaString.Take(bytes));
    }

    private static LuaValue Char1(LuaState L, LuaValue a) =>
        a.IsInt && (ulong)a.n <= byte.MaxValue ? L.Return1(LuaString.OfByte((byte)a.n)) : Char(L, [a]);

    private static LuaValue Lower(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.String(L, args, 1, out LuaString s) ? L.Return1(Lower(s)) : LuaValue.Abrupt;

    private static LuaValue Lower1(LuaState L, LuaValue value) =>
        value.o.IsString(out LuaString? s) ? L.Return1(Lower(s)) : Lower(L, [value]);

    internal static LuaString Lower(LuaString s)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(s.Length);
        Ascii.ToLower(s.Span, bytes, out int written);
        if (written < bytes.Length)
        {
            MapSlow(s.Span, bytes, 'A', 'Z');
        }

        return LuaString.Take(bytes);
    }

    private static LuaValue Upper(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.String(L, args, 1, out LuaString s) ? L.Return1(Upper(s)) : LuaValue.Abrupt;

    private static LuaValue Upper1(LuaState L, LuaValue value) =>
        value.o.IsString(out LuaString? s) ? L.Return1(Upper(s)) : Upper(L, [value]);

    internal static LuaString Upper(LuaString s)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(s.Length);
        Ascii.ToUpper(s.Span, bytes, out int written);
        if (written < bytes.Length)
        {
            MapSlow(s.Span, bytes, 'a', 'z');
        }

        return LuaString.Take(bytes);
    }

    /// <summary>Changes the case of the letters of a range, with bytes beyond ASCII among them.</summary>
    private static void MapSlow(ReadOnlySpan<byte> source, Span<byte> target, char first, char last)
    {
        for (int i = 0; i < source.Length; i++)
        {
            byte value = source[i];
            target[i] = value >= first && value <= last ? (byte)(value ^ 0x20) : value;
        }
    }

    private static LuaValue Reverse(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.String(L, args, 1, out LuaString s) ? L.Return1(Reverse(s)) : LuaValue.Abrupt;

    internal static LuaString Reverse(LuaString s)
    {
        byte[] bytes = s.Span.ToArray();
        bytes.AsSpan().Reverse();
        return LuaString.Take(bytes);
    }

    private static LuaValue Rep(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString s)
            || !Arguments.Integer(L, args, 2, out long count)
            || !Arguments.OptString(L, args, 3, LuaString.Empty, out LuaString? separator))
        {
            return LuaValue.Abrupt;
        }

        if (count <= 0)
        {
            return L.Return1(LuaString.Empty);
        }

        if ((long)s.Length + separator.Length > MaxSize / count)
        {
            return L.Error("resulting string too large");
        }

        long total = (count * s.Length) + ((count - 1) * separator.Length);
        if (count == 1 || total == 0)
        {
            return L.Return1(count == 1 ? s : LuaString.Empty);
        }

        if (total > Array.MaxLength || NewBytes((int)total) is not { } bytes)
        {
            return NotEnoughMemory(L);
        }

        FillRepeated(bytes, s.Span, separator.Span);
        return L.Return1(LuaString.Take(bytes));
    }

    /// <summary>Fills an array with a text and a separator in turn, copying what is there already in ever larger pieces.</summary>
    private static void FillRepeated(Span<byte> target, ReadOnlySpan<byte> text, ReadOnlySpan<byte> separator)
    {
        if (text.Length + separator.Length == 1)
        {
            target.FillWith(text.Length == 1 ? text[0] : separator[0]);
            return;
        }

        text.CopyTo(target);
        int filled = text.Length;
        if (filled < target.Length)
        {
            separator.CopyTo(target.From(filled));
            filled += separator.Length;
        }

        while (filled < target.Length)
        {
            int piece = Math.Min(filled, target.Length - filled);
            target.UpTo(piece).CopyTo(target.From(filled));
            filled += piece;
        }
    }

    /// <summary>An array of bytes, or null when .NET has no room for it.</summary>
    private static byte[]? NewBytes(int length)
    {
        try
        {
            return GC.AllocateUninitializedArray<byte>(length);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Raises the reference's error for failed allocations, which has no position.</summary>
    private static LuaValue NotEnoughMemory(LuaState L) => L.ErrorValue(LuaString.Constant("not enough memory"u8));

    private static LuaValue Dump(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Function(L, args, 1, out LuaFunction function))
        {
            return LuaValue.Abrupt;
        }

        return L.Error(function.Info == null ? "unable to dump given function" : "dynamic code is not available in a compiled program");
    }
}
