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
            return Substitute(L, new Substitution(subject, L.Patterns.Get(pattern), replacement, limit), default, ref result);
        }
        finally
        {
            result.Dispose();
        }
    }

    private static LuaValue Substitute(LuaState L, in Substitution what, Progress from, ref ByteBuffer result)
    {
        LuaString subject = what.Subject;
        LuaPattern pattern = what.Pattern;
        LuaValue replacement = what.Replacement;
        long limit = what.Limit;
        ReadOnlySpan<byte> source = subject.Span;
        var matcher = new PatternMatcher(pattern, source, L.Patterns.Captures);

        // A replacement without '%' is the same for every match.
        LuaString? text = replacement.o.AsString();
        ReadOnlySpan<byte> fixedText = text == null ? default : text.Span;
        bool isFixed = text != null && fixedText.Find((byte)'%') < 0;
        bool changed = from.Changed;
        long count = from.Count;
        int copied = from.End;
        int position = from.End;
        int lastEnd = count == 0 ? -1 : from.End;
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
            result.Add(source.Between(copied, start));
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
                return L.IsAsked ? Suspend(L, what, new Progress(count, start, end, changed), result) : LuaValue.Abrupt;
            }

            position = lastEnd = copied = end;
            if (pattern.IsAnchored)
            {
                break;
            }
        }

        return Finish(L, subject, new Progress(count, position, copied, changed), ref result);
    }

    private static LuaValue Finish(LuaState L, LuaString subject, Progress progress, ref ByteBuffer result)
    {
        if (!progress.Changed)
        {
            return L.Return2(subject, progress.Count);
        }

        result.Add(subject.Span.From(progress.End));
        return L.Return2(LuaString.Of(result.Written), progress.Count);
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
                result.Add(source.Between(start, end));
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
                result.Add(source.Between(from, to));
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

        LuaValue value = replacement.o.IsTable(out LuaTable? table)
            ? LookUp(L, table, first)
            : CallWithCaptures(L, ref matcher, source, replacement, first, start, end);
        return AddValue(L, ref result, value, source.Between(start, end), ref changed);
    }

    /// <summary>Adds what a function or table gave for a match.</summary>
    private static bool AddValue(LuaState L, ref ByteBuffer result, LuaValue value, ReadOnlySpan<byte> match, ref bool changed)
    {
        if (value.o.IsString(out LuaString? text))
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
            result.Add(match);
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
            return L.CallBack1(function, first, GsubName);
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

        return L.CallBackN(function, all, GsubName);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue Suspend(LuaState L, in Substitution what, Progress progress, in ByteBuffer result) =>
        L.GoOnLater(new SuspendedGsub(L.StringGsubFunction, what, progress, result.Written.ToArray()));

    /// <summary>What <c>gsub</c> has to do.</summary>
    private readonly record struct Substitution(LuaString Subject, LuaPattern Pattern, LuaValue Replacement, long Limit);

    /// <summary>How far it is.</summary>
    /// <param name="Count">How many matches there were.</param>
    /// <param name="Start">Where the last one begins.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="Changed">Whether one was replaced.</param>
    private readonly record struct Progress(long Count, int Start, int End, bool Changed);

    /// <summary>A <c>gsub</c> whose replacement function looks at the stack.</summary>
    private sealed class SuspendedGsub(LibraryFunction target, Substitution what, Progress progress, byte[] written) : NativeContinuation(target)
    {
        internal override LuaValue GoOn(LuaState L, LuaValue value)
        {
            var result = new ByteBuffer(written.Length + what.Subject.Length - progress.Start);
            try
            {
                result.Add(written);
                bool changed = progress.Changed;
                if (!AddValue(L, ref result, value, what.Subject.Span.Between(progress.Start, progress.End), ref changed))
                {
                    return LuaValue.Abrupt;
                }

                Progress from = progress with { Changed = changed };
                return what.Pattern.IsAnchored ? Finish(L, what.Subject, from, ref result) : Substitute(L, what, from, ref result);
            }
            finally
            {
                result.Dispose();
            }
        }
    }
}
