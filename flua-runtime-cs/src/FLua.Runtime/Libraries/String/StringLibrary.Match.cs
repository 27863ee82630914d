using System;

namespace FLua.Runtime;

internal static partial class StringLibrary
{
    private static LuaValue Find2(LuaState L, LuaValue s, LuaValue p) =>
        s.o.IsString(out LuaString? subject) && p.o.IsString(out LuaString? pattern) ? FindFrom(L, subject, pattern, 1, false) : Find(L, LuaOperations.Values(s, p));

    private static LuaValue Find(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.String(L, args, 1, out LuaString subject)
        && Arguments.String(L, args, 2, out LuaString pattern)
        && Arguments.OptInteger(L, args, 3, 1, out long init)
            ? FindFrom(L, subject, pattern, init, Arguments.At(args, 4).IsTrue)
            : LuaValue.Abrupt;

    private static LuaValue Match2(LuaState L, LuaValue s, LuaValue p) =>
        s.o.IsString(out LuaString? subject) && p.o.IsString(out LuaString? pattern) ? MatchFrom(L, subject, pattern, 1) : Match(L, LuaOperations.Values(s, p));

    private static LuaValue Match(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.String(L, args, 1, out LuaString subject)
        && Arguments.String(L, args, 2, out LuaString pattern)
        && Arguments.OptInteger(L, args, 3, 1, out long init)
            ? MatchFrom(L, subject, pattern, init)
            : LuaValue.Abrupt;

    private static LuaValue FindFrom(LuaState L, LuaString subject, LuaString pattern, long init, bool plain)
    {
        ReadOnlySpan<byte> source = subject.Span;
        long first = StartPosition(init, source.Length) - 1;
        if (first > source.Length)
        {
            return L.Return1(default);
        }

        LuaPattern? compiled = plain ? null : L.Patterns.Get(pattern);
        if (compiled is not { HasSpecials: true })
        {
            int at = source.From((int)first).IndexOf(pattern.Span);
            return at < 0 ? L.Return1(default) : L.Return2(first + at + 1, first + at + pattern.Length);
        }

        var matcher = new PatternMatcher(compiled, source, L.Patterns.Captures);
        int start = (int)first;
        int end = compiled.IsAnchored ? matcher.MatchAt(start) : matcher.Search(ref start);
        if (end < 0)
        {
            return NotMatched(L, ref matcher, end);
        }

        int captures = matcher.CaptureCount;
        if (captures == 0)
        {
            return L.Return2(start + 1L, (long)end);
        }

        L.ReserveResults(captures + 2);
        L.Results[1] = (long)end;
        for (int i = 0; i < captures; i++)
        {
            if (!CaptureValue(L, ref matcher, source, i, start, end, out L.Results[i + 2]))
            {
                return LuaValue.Abrupt;
            }
        }

        L.ResultCount = captures + 2;
        return start + 1L;
    }

    private static LuaValue MatchFrom(LuaState L, LuaString subject, LuaString pattern, long init)
    {
        ReadOnlySpan<byte> source = subject.Span;
        long first = StartPosition(init, source.Length) - 1;
        if (first > source.Length)
        {
            return L.Return1(default);
        }

        LuaPattern compiled = L.Patterns.Get(pattern);
        var matcher = new PatternMatcher(compiled, source, L.Patterns.Captures);
        int start = (int)first;
        int end = compiled.IsAnchored ? matcher.MatchAt(start) : matcher.Search(ref start);
        return end < 0 ? NotMatched(L, ref matcher, end) : ReturnCaptures(L, ref matcher, source, start, end);
    }

    private static LuaValue NotMatched(LuaState L, ref PatternMatcher matcher, int end) =>
        end == PatternMatcher.NoMatch ? L.Return1(default) : L.Error(matcher.Message!);

    /// <summary>Returns all captures of a match, or the whole match when the pattern has none.</summary>
    private static LuaValue ReturnCaptures(LuaState L, ref PatternMatcher matcher, ReadOnlySpan<byte> source, int start, int end)
    {
        int captures = matcher.CaptureCount;
        if (!CaptureValue(L, ref matcher, source, 0, start, end, out LuaValue result))
        {
            return LuaValue.Abrupt;
        }

        if (captures <= 1)
        {
            return L.Return1(result);
        }

        L.ReserveResults(captures);
        for (int i = 1; i < captures; i++)
        {
            if (!CaptureValue(L, ref matcher, source, i, start, end, out L.Results[i]))
            {
                return LuaValue.Abrupt;
            }
        }

        L.ResultCount = captures;
        return result;
    }

    /// <summary>A capture as a value: false with an error pending.</summary>
    private static bool CaptureValue(
        LuaState L, ref PatternMatcher matcher, ReadOnlySpan<byte> source, int index, int start, int end, out LuaValue value)
    {
        switch (matcher.Capture(index, start, end, out int from, out int to))
        {
            case CaptureKind.Text:
                value = L.ShortStrings.Of(source.Between(from, to));
                return true;
            case CaptureKind.Position:
                value = from + 1L;
                return true;
            default:
                L.Error(matcher.Message!);
                value = default;
                return false;
        }
    }

    private static LuaValue Gmatch(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString subject)
            || !Arguments.String(L, args, 2, out LuaString pattern)
            || !Arguments.OptInteger(L, args, 3, 1, out long init))
        {
            return LuaValue.Abrupt;
        }

        // In an iteration an anchor would make no sense: '^' is a character as any other.
        LuaPattern compiled = pattern.Length > 0 && pattern.Span[0] == '^' ? LuaPattern.OfUnanchored(pattern.Span) : L.Patterns.Get(pattern);
        long first = Math.Min(StartPosition(init, subject.Length) - 1, subject.Length + 1L);
        return L.Return1(new GmatchIterator(subject, pattern, compiled, (int)first));
    }

    /// <summary>What <c>gmatch</c> returns.</summary>
    private sealed class GmatchIterator(LuaString subject, LuaString patternText, LuaPattern pattern, int position) : IteratorFunction
    {
        private int _position = position;
        private int _lastEnd = -1;

        /// <inheritdoc/>
        public override int UpvalueCount => 3;

        /// <summary>The captures of the next match, or nothing.</summary>
        private protected override LuaValue Next(LuaState L)
        {
            ReadOnlySpan<byte> source = subject.Span;
            int start = _position;
            if (start > source.Length)
            {
                return L.Return0();
            }

            var matcher = new PatternMatcher(pattern, source, L.Patterns.Captures);
            int end = matcher.Search(ref start, _lastEnd);
            if (end < 0)
            {
                return end == PatternMatcher.NoMatch ? L.Return0() : L.Error(matcher.Message!);
            }

            _position = end;
            _lastEnd = end;
            return ReturnCaptures(L, ref matcher, source, start, end);
        }

        // The third is the reference's state of the match.
        private protected override LuaValue[] ShownUpvalues() => [subject, patternText, new LuaUserData(null)];
    }
}
