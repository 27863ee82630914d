using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>Matches a compiled pattern against one subject.</summary>
/// <remarks>
/// A match is a position behind its end, <see cref="NoMatch"/>, or <see cref="Failed"/> with the message in <see cref="Message"/>. The matcher
/// allocates nothing: captures go to an array of the state, to be read before Lua code runs again. The loops are compiled
/// with all optimisations at once: one match of a large subject may be all the time that they get.
/// </remarks>
internal ref struct PatternMatcher
{
    /// <summary>The result of a match that failed.</summary>
    public const int NoMatch = -1;

    /// <summary>The result of a match that found the pattern malformed, or too complex.</summary>
    public const int Failed = -2;

    /// <summary>How deep the reference lets a match recurse.</summary>
    private const int MaxDepth = 200;

    private readonly ReadOnlySpan<byte> _source;
    private readonly LuaPattern _pattern;
    private readonly PatternItem[] _items;
    private readonly int[] _captures;

    /// <summary>Prepares to match a pattern against a subject.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="source">The subject.</param>
    /// <param name="captures">Room for start and end of <see cref="LuaPattern.MaxCaptures"/> captures.</param>
    public PatternMatcher(LuaPattern pattern, ReadOnlySpan<byte> source, int[] captures)
    {
        _pattern = pattern;
        _items = pattern.Items;
        _source = source;
        _captures = captures;
        Message = null;
    }

    /// <summary>The message of the error when a match gave <see cref="Failed"/>.</summary>
    public string? Message { get; private set; }

    /// <summary>The number of captures, not counting the whole match.</summary>
    public readonly int CaptureCount => _pattern.Captures.Length;

    /// <summary>Matches at one position: the end of the match, or <see cref="NoMatch"/> or <see cref="Failed"/>.</summary>
    public int MatchAt(int start) => Match(0, start, 1);

    /// <summary>Finds the first match that begins at or after a position and does not end at <paramref name="lastEnd"/>.</summary>
    /// <param name="start">Where to begin; then, where the match begins.</param>
    /// <param name="lastEnd">The end of the match before, at which an empty match would be no new one; −1 for none.</param>
    /// <returns>The end of the match, or <see cref="NoMatch"/> or <see cref="Failed"/>.</returns>
    public int Search(ref int start, int lastEnd = -1)
    {
        ReadOnlySpan<byte> source = _source;
        int at = start;
        if (_pattern.FirstSet is not { } first)
        {
            return SearchEverywhere(ref start, lastEnd);
        }

        if (_pattern.IsRun || _pattern.IsSet)
        {
            at = first.IndexIn(source, at);
            if (at >= source.Length)
            {
                return NoMatch;
            }

            start = at;
            return _pattern.IsSet ? at + 1 : first.EndOfRun(source, at + 1);
        }

        int single = _pattern.FirstByte;
        ByteSet? run = _pattern.FirstRun;
        for (; at < source.Length; at++)
        {
            if (single >= 0)
            {
                int skip = source.From(at).Find((byte)single);
                if (skip < 0)
                {
                    return NoMatch;
                }

                at += skip;
            }
            else if ((at = first.IndexIn(source, at)) >= source.Length)
            {
                return NoMatch;
            }

            int end = Match(0, at, 1);
            if (end != NoMatch)
            {
                start = at;
                return end;
            }

            if (run != null && run.Contains(source[at]))
            {
                at = run.EndOfRun(source, at + 1) - 1;
            }
        }

        return NoMatch;
    }

    /// <summary>Searches for a pattern that may match anywhere, the empty string perhaps included.</summary>
    private int SearchEverywhere(ref int start, int lastEnd)
    {
        for (int at = start; at <= _source.Length; at++)
        {
            int end = Match(0, at, 1);
            if (end != NoMatch && end != lastEnd)
            {
                start = at;
                return end;
            }
        }

        return NoMatch;
    }

    /// <summary>Where a capture of the last match stands in the subject; capture 0 of a pattern without captures is the whole match.</summary>
    /// <returns>What it is; null after a mistake, with <see cref="Message"/> set.</returns>
    public CaptureKind? Capture(int index, int matchStart, int matchEnd, out int start, out int end)
    {
        CaptureKind[] kinds = _pattern.Captures;
        start = matchStart;
        end = matchEnd;
        if ((uint)index >= (uint)kinds.Length)
        {
            if (index == 0)
            {
                return CaptureKind.Text;
            }

            return Invalid(index);
        }

        start = _captures[2 * index];
        end = _captures[(2 * index) + 1];
        if (kinds[index] == CaptureKind.Unfinished)
        {
            Message = "unfinished capture";
            return null;
        }

        return kinds[index];
    }

    // Apart, since putting a text together takes much code.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CaptureKind? Invalid(int index)
    {
        Message = $"invalid capture index %{index + 1}";
        return null;
    }

    private int Match(int index, int at, int depth)
    {
        if (depth > MaxDepth)
        {
            return Fail("pattern too complex");
        }

        ReadOnlySpan<byte> source = _source;
        while (true)
        {
            ref readonly PatternItem item = ref _items[index++];
            switch (item.Op)
            {
                case PatternOp.End:
                    return at;
                case PatternOp.Byte:
                    if ((uint)at >= (uint)source.Length || source[at] != item.Byte)
                    {
                        return NoMatch;
                    }

                    at++;
                    continue;
                case PatternOp.Literal:
                    if (!source.From(at).StartsWith(item.Literal))
                    {
                        return NoMatch;
                    }

                    at += item.Literal!.Length;
                    continue;
                case PatternOp.Set:
                    if ((uint)at >= (uint)source.Length || !item.Set!.Contains(source[at]))
                    {
                        return NoMatch;
                    }

                    at++;
                    continue;
                case PatternOp.Plus:
                case PatternOp.Star:
                {
                    // The reference goes on in a deeper call once one byte has matched; '*' that matches nothing stays.
                    int least = item.Op == PatternOp.Plus ? at + 1 : at;
                    int run = item.Set!.EndOfRun(source, at);
                    if (run < least)
                    {
                        return NoMatch;
                    }

                    if (run == at)
                    {
                        continue;
                    }

                    if (!item.Possessive)
                    {
                        return MatchGreedy(in item, index, least, run, depth + 1);
                    }

                    if (++depth > MaxDepth)
                    {
                        return Fail("pattern too complex");
                    }

                    at = run;
                    continue;
                }

                case PatternOp.Minus:
                    if ((uint)at >= (uint)source.Length || !item.Set!.Contains(source[at]))
                    {
                        continue;
                    }

                    return MatchLazy(in item, index, at, depth + 1);
                case PatternOp.Optional:
                    if ((uint)at < (uint)source.Length && item.Set!.Contains(source[at]))
                    {
                        int end = Match(index, at + 1, depth + 1);
                        if (end != NoMatch)
                        {
                            return end;
                        }
                    }

                    continue;
                case PatternOp.Open:
                    _captures[2 * item.Capture] = at;
                    depth++;
                    break;
                case PatternOp.Close:
                    _captures[(2 * item.Capture) + 1] = at;
                    depth++;
                    break;
                case PatternOp.Position:
                    _captures[2 * item.Capture] = at;
                    depth++;
                    break;
                case PatternOp.BackReference:
                {
                    int start = _captures[2 * item.Capture];
                    ReadOnlySpan<byte> text = source.Between(start, _captures[(2 * item.Capture) + 1]);
                    if (!source.From(at).StartsWith(text))
                    {
                        return NoMatch;
                    }

                    at += text.Length;
                    continue;
                }

                case PatternOp.Balance:
                    at = EndOfBalance(at, item.Byte, item.Closing);
                    if (at < 0)
                    {
                        return NoMatch;
                    }

                    continue;
                case PatternOp.Frontier:
                {
                    byte previous = at == 0 ? (byte)0 : source[at - 1];
                    byte next = at == source.Length ? (byte)0 : source[at];
                    if (item.Set!.Contains(previous) || !item.Set.Contains(next))
                    {
                        return NoMatch;
                    }

                    continue;
                }

                case PatternOp.EndOfSubject:
                    return at == source.Length ? at : NoMatch;
                case PatternOp.Raise:
                    return Fail(item.Message!);
                default:
                    return NoMatch;
            }

            // Behind a capture's parenthesis the reference goes on in a deeper call.
            if (depth > MaxDepth)
            {
                return Fail("pattern too complex");
            }
        }
    }

    /// <summary>Matches the rest behind the longest run first, then behind shorter ones.</summary>
    private int MatchGreedy(ref readonly PatternItem item, int index, int least, int run, int depth)
    {
        ReadOnlySpan<byte> source = _source;
        ByteSet? next = depth <= MaxDepth ? item.Next : null;
        for (int at = run; at >= least; at--)
        {
            if (next != null && ((uint)at >= (uint)source.Length ? !item.NextMayBeEnd : !next.Contains(source[at])))
            {
                continue;
            }

            int end = Match(index, at, depth);
            if (end != NoMatch)
            {
                return end;
            }
        }

        return NoMatch;
    }

    /// <summary>Matches the rest behind the shortest run first, then behind longer ones. One byte is known to match.</summary>
    private int MatchLazy(ref readonly PatternItem item, int index, int at, int depth)
    {
        ReadOnlySpan<byte> source = _source;
        ByteSet set = item.Set!;
        while (true)
        {
            if (item.Next is { } next && depth <= MaxDepth)
            {
                // The rest can only match where one of its first bytes stands; all before must belong to the run.
                int candidate = next.IndexIn(source, at);
                if ((candidate >= source.Length && !item.NextMayBeEnd) || (!set.IsAny && set.EndOfRun(source.UpTo(candidate), at) < candidate))
                {
                    return NoMatch;
                }

                at = candidate;
            }

            int end = Match(index, at, depth);
            if (end != NoMatch)
            {
                return end;
            }

            if ((uint)at >= (uint)source.Length || !set.Contains(source[at]))
            {
                return NoMatch;
            }

            at++;
        }
    }

    private readonly int EndOfBalance(int at, byte opening, byte closing)
    {
        ReadOnlySpan<byte> source = _source;
        if ((uint)at >= (uint)source.Length || source[at] != opening)
        {
            return NoMatch;
        }

        int open = 1;
        for (int i = at + 1; i < source.Length; i++)
        {
            byte value = source[i];
            if (value == closing)
            {
                if (--open == 0)
                {
                    return i + 1;
                }
            }
            else if (value == opening)
            {
                open++;
            }
        }

        return NoMatch;
    }

    private int Fail(string message)
    {
        Message = message;
        return Failed;
    }
}
