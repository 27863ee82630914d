using System;

namespace FLua.Runtime;

/// <summary>What is known of a capture when a match is complete. The place in the pattern tells it, since an item has one path to it.</summary>
internal enum CaptureKind : byte
{
    /// <summary>A closed capture: a piece of the subject.</summary>
    Text,

    /// <summary>A position.</summary>
    Position,

    /// <summary>A capture whose closing parenthesis is missing.</summary>
    Unfinished,
}

/// <summary>A compiled pattern of the library <c>string</c>. Lua 5.4 §6.4.1.</summary>
/// <remarks>
/// A pattern is a sequence of items without alternatives, so whatever depends only on the place in it is settled here: which capture a
/// parenthesis closes, whether a back reference is valid, with which bytes a match can begin, and which repetitions never
/// have to give back what they took. Mistakes of the pattern become items that raise, since the reference finds
/// them only when a match gets there.
/// </remarks>
internal sealed class LuaPattern
{
    /// <summary>The maximum number of captures.</summary>
    public const int MaxCaptures = 32;

    // Needed while the pattern is compiled.
    private ArrayBuilder<PatternItem> _items = new(8);
    private ArrayBuilder<CaptureKind> _captures = new(0);
    private bool _refersBack;

    private LuaPattern(ReadOnlySpan<byte> pattern, bool mayBeAnchored)
    {
        HasSpecials = ContainsSpecial(pattern);
        IsAnchored = mayBeAnchored && pattern.Length > 0 && pattern[0] == '^';
        FirstByte = -1;
        Compile(IsAnchored ? pattern.From(1) : pattern);
        JoinLiterals();
        Items = _items.ToArray();
        Captures = _captures.ToArray();
        bool isSingle = Items.Length == 2 && Items[1].Op == PatternOp.End;
        IsRun = isSingle && Items[0].Op == PatternOp.Plus;
        IsSet = isSingle && Items[0].Op == PatternOp.Set;
        Analyze();
    }

    /// <summary>Whether the pattern has a character with a meaning of its own; otherwise a search for it is a plain one.</summary>
    public bool HasSpecials { get; }

    /// <summary>Whether the pattern begins with <c>^</c>. The items are those behind it.</summary>
    public bool IsAnchored { get; }

    /// <summary>The items, closed by <see cref="PatternOp.End"/>, <see cref="PatternOp.Raise"/> or <see cref="PatternOp.Fail"/>.</summary>
    public PatternItem[] Items { get; }

    /// <summary>The captures.</summary>
    public CaptureKind[] Captures { get; }

    /// <summary>Whether the pattern is nothing but one repetition such as <c>%a+</c>.</summary>
    public bool IsRun { get; }

    /// <summary>Whether the pattern is nothing but one set such as <c>%s</c>.</summary>
    public bool IsSet { get; }

    /// <summary>The only byte with which a match can begin, or a negative number.</summary>
    public int FirstByte { get; private set; }

    /// <summary>The bytes with which a match can begin; null when it can begin anywhere.</summary>
    public ByteSet? FirstSet { get; private set; }

    /// <summary>
    /// The bytes of the repetition with which the pattern begins, when a match that fails behind it fails from each place in the same run: all
    /// of them take the run to its end, and none gives anything back. Otherwise null.
    /// </summary>
    public ByteSet? FirstRun { get; private set; }

    /// <summary>Compiles a pattern.</summary>
    public static LuaPattern Of(ReadOnlySpan<byte> pattern) => new(pattern, mayBeAnchored: true);

    /// <summary>Compiles a pattern in which a <c>^</c> at the beginning is a character as any other.</summary>
    public static LuaPattern OfUnanchored(ReadOnlySpan<byte> pattern) => new(pattern, mayBeAnchored: false);

    private void Compile(ReadOnlySpan<byte> p)
    {
        int at = 0;
        while (at < p.Length)
        {
            switch (p[at])
            {
                case (byte)'(' when _captures.Count >= MaxCaptures:
                    Raise("too many captures");
                    return;
                case (byte)'(':
                    bool isPosition = at + 1 < p.Length && p[at + 1] == ')';
                    _items.Add(new PatternItem { Op = isPosition ? PatternOp.Position : PatternOp.Open, Capture = _captures.Count });
                    _captures.Add(isPosition ? CaptureKind.Position : CaptureKind.Unfinished);
                    at += isPosition ? 2 : 1;
                    continue;
                case (byte)')':
                    int open = LastOpen();
                    if (open < 0)
                    {
                        Raise("invalid pattern capture");
                        return;
                    }

                    _items.Add(new PatternItem { Op = PatternOp.Close, Capture = open });
                    _captures[open] = CaptureKind.Text;
                    at++;
                    continue;
                case (byte)'$' when at + 1 == p.Length:
                    _items.Add(new PatternItem { Op = PatternOp.EndOfSubject });
                    at++;
                    continue;
                case (byte)'%' when at + 1 < p.Length && p[at + 1] == 'b':
                    if (at + 3 >= p.Length)
                    {
                        Raise("malformed pattern (missing arguments to '%b')");
                        return;
                    }

                    _items.Add(new PatternItem { Op = PatternOp.Balance, Byte = p[at + 2], Closing = p[at + 3] });
                    at += 4;
                    continue;
                case (byte)'%' when at + 1 < p.Length && p[at + 1] == 'f':
                    if (!CompileFrontier(p, ref at))
                    {
                        return;
                    }

                    continue;
                case (byte)'%' when at + 1 < p.Length && char.IsAsciiDigit((char)p[at + 1]):
                    if (!CompileBackReference(p[at + 1] - '1'))
                    {
                        return;
                    }

                    at += 2;
                    continue;
                default:
                    if (!CompileSingle(p, ref at))
                    {
                        return;
                    }

                    continue;
            }
        }

        _items.Add(new PatternItem { Op = PatternOp.End });
    }

    private static bool ContainsSpecial(ReadOnlySpan<byte> pattern)
    {
        foreach (byte letter in pattern)
        {
            if (letter is (byte)'^' or (byte)'$' or (byte)'*' or (byte)'+' or (byte)'?'
                or (byte)'.' or (byte)'(' or (byte)'[' or (byte)'%' or (byte)'-')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The capture that the next closing parenthesis ends; −1 when there is none.</summary>
    private int LastOpen()
    {
        int capture = _captures.Count - 1;
        while (capture >= 0 && _captures[capture] != CaptureKind.Unfinished)
        {
            capture--;
        }

        return capture;
    }

    private void Raise(string message) => _items.Add(new PatternItem { Op = PatternOp.Raise, Message = message });

    private bool CompileFrontier(ReadOnlySpan<byte> p, ref int at)
    {
        at += 2;
        if (at >= p.Length || p[at] != '[')
        {
            Raise("missing '[' after '%f' in pattern");
            return false;
        }

        if (ReadSet(p, ref at) is not { } set)
        {
            return false;
        }

        _items.Add(new PatternItem { Op = PatternOp.Frontier, Set = set });
        return true;
    }

    private bool CompileBackReference(int capture)
    {
        if (capture < 0 || capture >= _captures.Count || _captures[capture] == CaptureKind.Unfinished)
        {
            Raise($"invalid capture index %{capture + 1}");
            return false;
        }

        _refersBack = true;

        // A position has no text, and the reference never finds it again.
        PatternOp op = _captures[capture] == CaptureKind.Position ? PatternOp.Fail : PatternOp.BackReference;
        _items.Add(new PatternItem { Op = op, Capture = capture });
        return op != PatternOp.Fail;
    }

    /// <summary>Compiles what matches a single byte, with the suffix that may follow it.</summary>
    private bool CompileSingle(ReadOnlySpan<byte> p, ref int at)
    {
        byte first = p[at];
        ByteSet? set = null;
        switch (first)
        {
            case (byte)'[':
                set = ReadSet(p, ref at);
                if (set == null)
                {
                    return false;
                }

                break;
            case (byte)'%':
                if (at + 1 >= p.Length)
                {
                    Raise("malformed pattern (ends with '%')");
                    return false;
                }

                first = p[at + 1];
                set = ByteSet.OfClass(first);
                at += 2;
                break;
            case (byte)'.':
                set = ByteSet.Any;
                at++;
                break;
            default:
                at++;
                break;
        }

        PatternOp op = at < p.Length ? SuffixOf(p[at]) : PatternOp.Set;
        if (op != PatternOp.Set)
        {
            at++;
            _items.Add(new PatternItem { Op = op, Set = set ?? ByteSet.Of(first) });
        }
        else if (set != null)
        {
            _items.Add(new PatternItem { Op = PatternOp.Set, Set = set });
        }
        else
        {
            _items.Add(new PatternItem { Op = PatternOp.Byte, Byte = first });
        }

        return true;
    }

    private static PatternOp SuffixOf(byte letter) => letter switch
    {
        (byte)'*' => PatternOp.Star,
        (byte)'+' => PatternOp.Plus,
        (byte)'-' => PatternOp.Minus,
        (byte)'?' => PatternOp.Optional,
        _ => PatternOp.Set,
    };

    /// <summary>Reads a set in brackets and steps behind it; null after a mistake.</summary>
    private ByteSet? ReadSet(ReadOnlySpan<byte> p, ref int at)
    {
        int start = at + 1;
        bool complement = start < p.Length && p[start] == '^';
        if (complement)
        {
            start++;
        }

        int end = EndOfSet(p, start);
        if (end < 0)
        {
            Raise("malformed pattern (missing ']')");
            return null;
        }

        var set = new ByteSet();
        for (int i = start; i < end; i++)
        {
            if (p[i] == '%')
            {
                i++;
                if (ByteSet.OfClass(p[i]) is { } named)
                {
                    set.AddAll(named);
                }
                else
                {
                    set.Add(p[i]);
                }
            }
            else if (i + 2 < end && p[i + 1] == '-')
            {
                set.AddRange(p[i], p[i + 2]);
                i += 2;
            }
            else
            {
                set.Add(p[i]);
            }
        }

        if (complement)
        {
            set.Complement();
        }

        at = end + 1;
        return set;
    }

    /// <summary>The closing bracket of a set; −1 when there is none. The first byte of the set never closes it.</summary>
    private static int EndOfSet(ReadOnlySpan<byte> p, int start)
    {
        int at = start;
        do
        {
            if (at >= p.Length)
            {
                return -1;
            }

            if (p[at++] == '%')
            {
                at++;
            }
        }
        while (at >= p.Length || p[at] != ']');

        return at;
    }

    /// <summary>Makes one literal of bytes that follow each other.</summary>
    private void JoinLiterals()
    {
        for (int i = 0; i < _items.Count; i++)
        {
            int count = 0;
            while (_items[i + count].Op == PatternOp.Byte)
            {
                count++;
            }

            if (count < 2)
            {
                continue;
            }

            var literal = new byte[count];
            for (int k = 0; k < count; k++)
            {
                literal[k] = _items[i + k].Byte;
            }

            _items[i] = new PatternItem { Op = PatternOp.Literal, Literal = literal };
            _items.RemoveRange(i + 1, count - 1);
        }
    }

    // How many items are looked at to learn what may follow a repetition.
    private const int MaxLookahead = 32;

    private void Analyze()
    {
        for (int i = 0; i < Items.Length; i++)
        {
            ref PatternItem item = ref Items[i];
            if (item.Op is not (PatternOp.Star or PatternOp.Plus or PatternOp.Minus))
            {
                continue;
            }

            var next = new ByteSet();
            Beginning beginning = BeginningOf(i + 1, next);
            item.Possessive = beginning switch
            {
                Beginning.Settled => true,
                Beginning.Unknown => false,
                _ => item.Set!.IsDisjoint(next),
            };
            item.Next = beginning is Beginning.Known or Beginning.KnownOrEnd ? next : null;
            item.NextMayBeEnd = beginning == Beginning.KnownOrEnd;
        }

        var first = new ByteSet();
        if (BeginningOf(0, first) == Beginning.Known)
        {
            FirstSet = first;
            FirstByte = first.OnlyByte;
        }

        FirstRun = FindFirstRun();
    }

    private ByteSet? FindFirstRun()
    {
        // What a back reference stands for depends on where the run began.
        if (_refersBack)
        {
            return null;
        }

        int index = 0;
        while (Items[index].Op is PatternOp.Open or PatternOp.Position)
        {
            index++;
        }

        PatternItem item = Items[index];
        return item.Op is PatternOp.Plus or PatternOp.Star && item.Possessive ? item.Set : null;
    }

    private enum Beginning
    {
        /// <summary>A match begins with a byte of the set.</summary>
        Known,

        /// <summary>A match begins with a byte of the set, or stands at the end of the subject.</summary>
        KnownOrEnd,

        /// <summary>The first attempt already decides: it always matches, or raises.</summary>
        Settled,

        /// <summary>Nothing can be said.</summary>
        Unknown,
    }

    /// <summary>With what the items from an index on can begin. The bytes are added to <paramref name="set"/>.</summary>
    /// <remarks>It looks at a few items only: in a row of a thousand that may all be empty, nothing is worth knowing.</remarks>
    private Beginning BeginningOf(int index, ByteSet set)
    {
        for (int end = index + MaxLookahead; index < end; index++)
        {
            ref PatternItem item = ref Items[index];
            switch (item.Op)
            {
                case PatternOp.Open or PatternOp.Close or PatternOp.Position:
                    continue;
                case PatternOp.Star or PatternOp.Minus or PatternOp.Optional:
                    set.AddAll(item.Set!);
                    continue;
                case PatternOp.Set or PatternOp.Plus:
                    set.AddAll(item.Set!);
                    return Beginning.Known;
                case PatternOp.Byte or PatternOp.Balance:
                    set.Add(item.Byte);
                    return Beginning.Known;
                case PatternOp.Literal:
                    set.Add(item.Literal![0]);
                    return Beginning.Known;
                case PatternOp.EndOfSubject:
                    return Beginning.KnownOrEnd;
                case PatternOp.End or PatternOp.Raise:
                    return Beginning.Settled;
                default:
                    return Beginning.Unknown;
            }
        }

        return Beginning.Unknown;
    }
}
