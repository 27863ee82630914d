namespace FLua.Runtime;

/// <summary>What an item of a compiled pattern does.</summary>
internal enum PatternOp : byte
{
    /// <summary>The pattern ends here: a match.</summary>
    End,

    /// <summary>Two or more bytes, one after the other.</summary>
    Literal,

    /// <summary>One given byte.</summary>
    Byte,

    /// <summary>One byte of a set.</summary>
    Set,

    /// <summary>As many bytes of a set as possible, then fewer: <c>*</c>.</summary>
    Star,

    /// <summary>One byte of a set, then as by <see cref="Star"/>: <c>+</c>.</summary>
    Plus,

    /// <summary>As few bytes of a set as possible, then more: <c>-</c>.</summary>
    Minus,

    /// <summary>One byte of a set or none: <c>?</c>.</summary>
    Optional,

    /// <summary>A capture begins.</summary>
    Open,

    /// <summary>A capture ends.</summary>
    Close,

    /// <summary>The capture <c>()</c> of a position.</summary>
    Position,

    /// <summary>What a capture matched, once more.</summary>
    BackReference,

    /// <summary>A balanced string: <c>%b()</c>.</summary>
    Balance,

    /// <summary>A frontier: <c>%f[set]</c>.</summary>
    Frontier,

    /// <summary>The end of the subject: a <c>$</c> at the end of the pattern.</summary>
    EndOfSubject,

    /// <summary>Nothing matches.</summary>
    Fail,

    /// <summary>The pattern is malformed from here on: an error, but only when a match comes this far.</summary>
    Raise,
}

/// <summary>One item of a compiled pattern.</summary>
internal struct PatternItem
{
    /// <summary>What the item does.</summary>
    public PatternOp Op;

    /// <summary>The byte; of a balanced string, its opening byte.</summary>
    public byte Byte;

    /// <summary>The closing byte of a balanced string.</summary>
    public byte Closing;

    /// <summary>
    /// That fewer repetitions than possible cannot lead to a match, because what follows never begins with a byte of the repeated set.
    /// </summary>
    public bool Possessive;

    /// <summary>The number of the capture, from 0.</summary>
    public int Capture;

    /// <summary>The set of the item.</summary>
    public ByteSet? Set;

    /// <summary>For a repetition: the bytes with one of which what follows must begin; null when it need not begin with any.</summary>
    public ByteSet? Next;

    /// <summary>Whether what follows a repetition may also stand at the end of the subject, if <see cref="Next"/> is not null.</summary>
    public bool NextMayBeEnd;

    /// <summary>The bytes of a literal.</summary>
    public byte[]? Literal;

    /// <summary>The message of <see cref="PatternOp.Raise"/>.</summary>
    public string? Message;
}
