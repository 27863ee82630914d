using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

internal static partial class StringLibrary
{
    private const string GsubName = "string.gsub";

    private static LuaValue Gsub(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString subject)
            || !Arguments.String(L, args, 2, out LuaString pattern))
        {
            return LuaValue.Abrupt;
        }

        if (!Arguments.OptInteger(L, args, 4, subject.Length + 1L, out long limit))
        {
            return LuaValue.Abrupt;
        }

        LuaValue replacement = Arguments.At(args, 3);
        if (replacement.IsNumber)
        {
            replacement = LuaOperations.ToLuaString(replacement);
        }

        if (replacement.o is not (LuaString or LuaFunction or LuaTable))
        {
            Arguments.WrongType(L, args, 3, "string/function/table");
            return LuaValue.Abrupt;
        }

        var result = new ByteBuffer(stackalloc byte[128]);
        try
        {
            return Substitute(L, subject, L.Patterns.Get(pattern), replacement, limit, ref result);
        }
        finally
        {
            result.Dispose();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LuaValue Substitute(
        LuaState L, LuaString subject, LuaPattern pattern, LuaValue replacement, long limit, ref ByteBuffer result)
    {
        ReadOnlySpan<byte> source = subject.Span;
        var matcher = new PatternMatcher(pattern, source, L.Patterns.Captures);

        // A replacement without '%' is the same for every match.
        LuaString? text = replacement.o as LuaString;
        ReadOnlySpan<byte> fixedText = text == null ? default : text.Span;
        bool isFixed = text != null && !fixedText.Contains((byte)'%');
        bool changed = false;
        long count = 0;
        int copied = 0;
        int position = 0;
        int lastEnd = -1;
        while (count < limit)
        {
            int start = position;
            int end = pattern.IsAnchored ? matcher.MatchAt(start) : matcher.Search(ref start, lastEnd);
            if (end < 0)
            {
                if (end == PatternMatcher.Failed)
                {
                    return L.Error(matcher.Message!);
                }

                break;
            }

            count++;
            result.Add(source[copied..start]);
            if (isFixed)
            {
                result.Add(fixedText);
                changed = true;
            }
            else if (text != null)
            {
                if (!AddExpanded(L, ref matcher, ref result, source, fixedText, start, end))
                {
                    return LuaValue.Abrupt;
                }

                changed = true;
            }
            else if (!AddComputed(L, ref matcher, ref result, source, replacement, start, end, ref changed))
            {
                return LuaValue.Abrupt;
            }

            position = lastEnd = copied = end;
            if (pattern.IsAnchored)
            {
                break;
            }
        }

        if (!changed)
        {
            return L.Return2(subject, count);
        }

        result.Add(source[copied..]);
        return L.Return2(LuaString.Of(result.Written), count);
    }

    /// <summary>Adds a replacement text with its <c>%1</c>, <c>%0</c>, <c>%%</c> filled in.</summary>
    private static bool AddExpanded(
        LuaState L, ref PatternMatcher matcher, ref ByteBuffer result, ReadOnlySpan<byte> source, ReadOnlySpan<byte> text, int start, int end)
    {
        for (int i = 0; i < text.Length; i++)
        {
            byte value = text[i];
            if (value != '%')
            {
                result.Add(value);
                continue;
            }

            byte what = ++i < text.Length ? text[i] : (byte)0;
            if (what == '%')
            {
                result.Add((byte)'%');
            }
            else if (what == '0')
            {
                result.Add(source[start..end]);
            }
            else if (what is < (byte)'1' or > (byte)'9')
            {
                L.Error("invalid use of '%' in replacement string");
                return false;
            }
            else if (!AddCapture(L, ref matcher, ref result, source, what - '1', start, end))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AddCapture(
        LuaState L, ref PatternMatcher matcher, ref ByteBuffer result, ReadOnlySpan<byte> source, int index, int start, int end)
    {
        switch (matcher.Capture(index, start, end, out int from, out int to))
        {
            case CaptureKind.Text:
                result.Add(source[from..to]);
                return true;
            case CaptureKind.Position:
                result.AddInteger(from + 1L);
                return true;
            default:
                L.Error(matcher.Message!);
                return false;
        }
    }

    /// <summary>Adds what a function or table gives for a match; nil and false keep the original text.</summary>
    private static bool AddComputed(
        LuaState L,
        ref PatternMatcher matcher,
        ref ByteBuffer result,
        ReadOnlySpan<byte> source,
        LuaValue replacement,
        int start,
        int end,
        ref bool changed)
    {
        if (!CaptureValue(L, ref matcher, source, 0, start, end, out LuaValue first))
        {
            return false;
        }

        LuaValue value = replacement.o is LuaTable table
            ? LookUp(L, table, first)
            : CallWithCaptures(L, ref matcher, source, replacement, first, start, end);
        if (value.o is LuaString text)
        {
            result.Add(text.Span);
            changed = true;
            return true;
        }

        if (value.IsAbrupt)
        {
            return false;
        }

        if (!value.IsTrue)
        {
            result.Add(source[start..end]);
            return true;
        }

        if (!value.IsNumber)
        {
            L.Error("invalid replacement value (a " + value.TypeName + ")");
            return false;
        }

        result.Add(LuaOperations.ToLuaString(value).Span);
        changed = true;
        return true;
    }

    private static LuaValue LookUp(LuaState L, LuaTable table, LuaValue key)
    {
        LuaValue value = table.Get(key);
        return value.IsNil && table.Metatable != null ? NoYield.GetIndex(L, table, key) : value;
    }

    private static LuaValue CallWithCaptures(
        LuaState L, ref PatternMatcher matcher, ReadOnlySpan<byte> source, LuaValue function, LuaValue first, int start, int end)
    {
        int captures = matcher.CaptureCount;
        if (captures <= 1)
        {
            return L.CallNoYield1(function, first, GsubName);
        }

        var all = new LuaValue[captures];
        all[0] = first;
        for (int i = 1; i < captures; i++)
        {
            if (!CaptureValue(L, ref matcher, source, i, start, end, out all[i]))
            {
                return LuaValue.Abrupt;
            }
        }

        return captures switch
        {
            2 => L.CallNoYield2(function, all[0], all[1], GsubName),
            3 => L.CallNoYield3(function, all[0], all[1], all[2], GsubName),
            _ => L.CallNoYieldN(function, all, GsubName),
        };
    }
}
