using System;

namespace FLua.Runtime;

/// <summary>The library <c>utf8</c>. Lua 5.4 §6.5.</summary>
internal static class Utf8Library
{
    private const string InvalidCode = "invalid UTF-8 code";
    private const uint MaxUnicode = 0x10FFFF;
    private const uint MaxCode = 0x7FFFFFFF;

    /// <summary>The most bytes that a code takes: six, for those beyond Unicode.</summary>
    private const int MaxSequence = 6;

    /// <summary>The least code that a sequence of so many continuation bytes may stand for.</summary>
    private static ReadOnlySpan<uint> LeastCodes => [uint.MaxValue, 0x80, 0x800, 0x10000, 0x200000, 0x4000000];

    /// <summary>Makes the library and puts it into the globals and the loaded modules.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable utf8 = LibraryTable.Open(L, "utf8", 6);
        utf8.Add("char", static (L, args) => Char(L, args));
        utf8.Set("charpattern", LuaString.FromLatin1("[\0-\x7F\u00C2-\u00FD][\u0080-\u00BF]*"));
        var strict = new LibraryFunction(
            "for iterator", static (L, args) => Step(L, args, isStrict: true), null, static (L, s, position) => Step2(L, s, position, isStrict: true));
        var lax = new LibraryFunction(
            "for iterator", static (L, args) => Step(L, args, isStrict: false), null, static (L, s, position) => Step2(L, s, position, isStrict: false));
        utf8.Add("codes", (L, args) => Codes(L, args, strict, lax));
        utf8.Add("codepoint", static (L, args) => CodePoint(L, args));
        utf8.Add("len", static (L, args) => Len(L, args));
        utf8.Add("offset", static (L, args) => Offset(L, args));
    }

    /// <summary>A position, counted from 1; a negative one counts from the end, and 0 is what lies before the string.</summary>
    private static long Position(long position, int length)
    {
        if (position >= 0)
        {
            return position;
        }

        return position < -(long)length ? 0 : length + position + 1;
    }

    private static bool IsContinuation(ReadOnlySpan<byte> text, long at) => at < text.Length && (text[(int)at] & 0xC0) == 0x80;

    /// <summary>Decodes the code at a place: what comes behind it, or −1 when the bytes are invalid.</summary>
    private static int Decode(ReadOnlySpan<byte> text, int at, bool isStrict, out uint code)
    {
        uint first = text[at];
        code = first;
        if (first < 0x80)
        {
            return at + 1;
        }

        if (first >= 0xFE)
        {
            return -1;
        }

        // Two bytes, the commonest case.
        if (first is >= 0xC2 and < 0xE0)
        {
            if (!IsContinuation(text, at + 1))
            {
                return -1;
            }

            code = ((first & 0x1F) << 6) | (text[at + 1] & 0x3Fu);
            return at + 2;
        }

        int count = 0;
        uint result = 0;
        for (uint bits = first; (bits & 0x40) != 0; bits <<= 1)
        {
            count++;
            if (!IsContinuation(text, at + count))
            {
                return -1;
            }

            result = (result << 6) | (text[at + count] & 0x3Fu);
            first = bits << 1;
        }

        result |= (first & 0x7F) << (count * 5);
        if (result > MaxCode || result < LeastCodes[count])
        {
            return -1;
        }

        if (isStrict && (result > MaxUnicode || result is >= 0xD800 and <= 0xDFFF))
        {
            return -1;
        }

        code = result;
        return at + count + 1;
    }

    private static LuaValue Len(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString s)
            || !Arguments.OptInteger(L, args, 2, 1, out long i)
            || !Arguments.OptInteger(L, args, 3, -1, out long j))
        {
            return LuaValue.Abrupt;
        }

        ReadOnlySpan<byte> text = s.Span;
        long at = Position(i, text.Length) - 1;
        long last = Position(j, text.Length) - 1;
        bool isStrict = !Arguments.At(args, 4).IsTrue;
        if (at < 0 || at > text.Length)
        {
            return L.ArgumentError(2, "initial position out of bounds");
        }

        if (last >= text.Length)
        {
            return L.ArgumentError(3, "final position out of bounds");
        }

        long count = 0;
        while (at <= last)
        {
            int next = Decode(text, (int)at, isStrict, out _);
            if (next < 0)
            {
                return L.Return2(default, at + 1);
            }

            at = next;
            count++;
        }

        return L.Return1(count);
    }

    private static LuaValue CodePoint(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString s) || !Arguments.OptInteger(L, args, 2, 1, out long i))
        {
            return LuaValue.Abrupt;
        }

        ReadOnlySpan<byte> text = s.Span;
        long first = Position(i, text.Length);
        if (!Arguments.OptInteger(L, args, 3, first, out long j))
        {
            return LuaValue.Abrupt;
        }

        long last = Position(j, text.Length);
        bool isStrict = !Arguments.At(args, 4).IsTrue;
        if (first < 1)
        {
            return L.ArgumentError(2, "out of bounds");
        }

        if (last > text.Length)
        {
            return L.ArgumentError(3, "out of bounds");
        }

        if (first > last)
        {
            return L.Return0();
        }

        if (last - first >= LibraryTable.MaxResults)
        {
            return L.Error("stack overflow (string slice too long)");
        }

        L.ReserveResults((int)(last - first) + 1);
        int count = 0;
        for (int at = (int)first - 1; at < last;)
        {
            at = Decode(text, at, isStrict, out uint code);
            if (at < 0)
            {
                return L.Error(InvalidCode);
            }

            L.Results[count++] = (long)code;
        }

        L.ResultCount = count;
        return L.Results[0];
    }

    private static LuaValue Char(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        var result = new ByteBuffer(stackalloc byte[64]);
        for (int i = 1; i <= args.Length; i++)
        {
            if (!Arguments.Integer(L, args, i, out long code))
            {
                result.Dispose();
                return LuaValue.Abrupt;
            }

            if ((ulong)code > MaxCode)
            {
                result.Dispose();
                return L.ArgumentError(i, "value out of range");
            }

            Encode(ref result, (uint)code);
        }

        LuaString made = LuaString.Of(result.Written);
        result.Dispose();
        return L.Return1(made);
    }

    private static void Encode(ref ByteBuffer buffer, uint code)
    {
        if (code < 0x80)
        {
            buffer.Add((byte)code);
            return;
        }

        // From the last byte to the first, until what is left fits beside the first byte's mark.
        Span<byte> bytes = stackalloc byte[MaxSequence];
        int at = MaxSequence;
        uint firstLimit = 0x3F;
        do
        {
            bytes[--at] = (byte)(0x80 | (code & 0x3F));
            code >>= 6;
            firstLimit >>= 1;
        }
        while (code > firstLimit);

        bytes[--at] = (byte)((~firstLimit << 1) | code);
        buffer.Add(bytes.From(at));
    }

    private static LuaValue Offset(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString s) || !Arguments.Integer(L, args, 2, out long n))
        {
            return LuaValue.Abrupt;
        }

        ReadOnlySpan<byte> text = s.Span;
        if (!Arguments.OptInteger(L, args, 3, n >= 0 ? 1 : text.Length + 1L, out long i))
        {
            return LuaValue.Abrupt;
        }

        long at = Position(i, text.Length) - 1;
        if (at < 0 || at > text.Length)
        {
            return L.ArgumentError(3, "position out of bounds");
        }

        if (n == 0)
        {
            while (at > 0 && IsContinuation(text, at))
            {
                at--;
            }

            return L.Return1(at + 1);
        }

        if (IsContinuation(text, at))
        {
            return L.Error("initial position is a continuation byte");
        }

        if (n < 0)
        {
            for (; n < 0 && at > 0; n++)
            {
                do
                {
                    at--;
                }
                while (at > 0 && IsContinuation(text, at));
            }
        }
        else
        {
            for (n--; n > 0 && at < text.Length; n--)
            {
                do
                {
                    at++;
                }
                while (IsContinuation(text, at));
            }
        }

        return L.Return1(n == 0 ? at + 1 : LuaValue.Nil);
    }

    private static LuaValue Codes(LuaState L, ReadOnlySpan<LuaValue> args, LuaFunction strict, LuaFunction lax)
    {
        if (!Arguments.String(L, args, 1, out LuaString s))
        {
            return LuaValue.Abrupt;
        }

        if (IsContinuation(s.Span, 0))
        {
            return L.ArgumentError(1, InvalidCode);
        }

        return L.Return3(Arguments.At(args, 2).IsTrue ? lax : strict, s, 0L);
    }

    /// <summary>One step of the iteration of <c>codes</c>.</summary>
    private static LuaValue Step(LuaState L, ReadOnlySpan<LuaValue> args, bool isStrict)
    {
        if (!Arguments.String(L, args, 1, out LuaString s))
        {
            return LuaValue.Abrupt;
        }

        // What is no integer counts as 0.
        Arguments.At(args, 2).TryToInteger(out long position);
        return Step(L, s.Span, (ulong)position, isStrict);
    }

    private static LuaValue Step2(LuaState L, LuaValue value, LuaValue position, bool isStrict) =>
        value.o.IsString(out LuaString? s) && position.IsInt ? Step(L, s.Span, (ulong)position.n, isStrict) : Step(L, LuaOperations.Values(value, position), isStrict);

    private static LuaValue Step(LuaState L, ReadOnlySpan<byte> text, ulong at, bool isStrict)
    {
        if (at < (ulong)text.Length)
        {
            while (IsContinuation(text, (long)at))
            {
                at++;
            }
        }

        if (at >= (ulong)text.Length)
        {
            return L.Return0();
        }

        int next = Decode(text, (int)at, isStrict, out uint code);
        if (next < 0 || IsContinuation(text, next))
        {
            return L.Error(InvalidCode);
        }

        return L.Return2((long)at + 1, (long)code);
    }
}
