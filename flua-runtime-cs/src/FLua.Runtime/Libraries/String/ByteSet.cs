using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>A set of bytes: what one item of a pattern matches (<c>%a</c>, <c>[^,]</c>, <c>.</c>, <c>x</c>). Immutable once it is built.</summary>
internal sealed class ByteSet
{
    /// <summary>Every byte: the item <c>.</c>.</summary>
    public static readonly ByteSet Any = Filled();

    /// <summary>After how many bytes a run is taken for a long one, which is worth a call.</summary>
    private const int LongRun = 24;

    /// <summary>After how many more bytes it is worth the set-up of .NET's search for any of some values.</summary>
    private const int VeryLongRun = 256;

    /// <summary>Stands for no byte.</summary>
    private const int NoByte = -1;

    /// <summary>Stands for a byte that is not searched for yet.</summary>
    private const int UnknownByte = -2;

    private readonly bool[] _table = new bool[256];
    private SearchValues<byte>? _search;
    private int _onlyByte = UnknownByte;
    private int _onlyMissing = UnknownByte;

    /// <summary>Whether a byte is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(byte value) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_table), value);

    /// <summary>The byte of a set that has only one; negative for other sets.</summary>
    public int OnlyByte => _onlyByte != UnknownByte ? _onlyByte : _onlyByte = Only(true);

    /// <summary>The byte that a set lacks which has all others; negative for other sets.</summary>
    private int OnlyMissing => _onlyMissing != UnknownByte ? _onlyMissing : _onlyMissing = Only(false);

    /// <summary>Whether every byte is in the set.</summary>
    public bool IsAny => this == Any;

    /// <summary>Adds a byte; only while the set is built.</summary>
    public void Add(byte value) => _table[value] = true;

    /// <summary>Adds a range of bytes; only while the set is built.</summary>
    public void AddRange(byte first, byte last)
    {
        for (int value = first; value <= last; value++)
        {
            _table[value] = true;
        }
    }

    /// <summary>Adds the bytes of another set; only while the set is built.</summary>
    public void AddAll(ByteSet other)
    {
        for (int i = 0; i < 256; i++)
        {
            _table[i] |= other._table[i];
        }
    }

    /// <summary>Turns the set into its complement; only while it is built.</summary>
    public void Complement()
    {
        for (int i = 0; i < _table.Length; i++)
        {
            _table[i] = !_table[i];
        }
    }

    /// <summary>Whether the two sets have no byte in common.</summary>
    public bool IsDisjoint(ByteSet other)
    {
        for (int i = 0; i < 256; i++)
        {
            if (_table[i] && other._table[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The set of a character class such as <c>%a</c>, by its letter; null when the letter names none.</summary>
    public static ByteSet? OfClass(byte letter)
    {
        int index = (letter | 0x20) - 'a';
        if ((uint)index >= 26)
        {
            return null;
        }

        return (letter & 0x20) != 0 ? Classes.Sets[index] : Classes.Complements[index];
    }

    /// <summary>The set of one byte.</summary>
    public static ByteSet Of(byte value)
    {
        var set = new ByteSet();
        set.Add(value);
        return set;
    }

    /// <summary>The end of the run of bytes of this set that begins at <paramref name="start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EndOfRun(ReadOnlySpan<byte> source, int start)
    {
        ref bool table = ref MemoryMarshal.GetArrayDataReference(_table);
        int near = Math.Min(source.Length, start + LongRun);
        int at = start;
        while (at < near)
        {
            if (!Unsafe.Add(ref table, source[at]))
            {
                return at;
            }

            at++;
        }

        return at < source.Length ? EndOfLongRun(source, at) : at;
    }

    /// <summary>The first byte of this set at or after <paramref name="start"/>; the length of the source when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexIn(ReadOnlySpan<byte> source, int start)
    {
        ref bool table = ref MemoryMarshal.GetArrayDataReference(_table);
        int near = Math.Min(source.Length, start + LongRun);
        int at = start;
        while (at < near)
        {
            if (Unsafe.Add(ref table, source[at]))
            {
                return at;
            }

            at++;
        }

        return at < source.Length ? IndexFar(source, at) : at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int EndOfLongRun(ReadOnlySpan<byte> source, int start)
    {
        if (IsAny)
        {
            return source.Length;
        }

        if (OnlyMissing >= 0)
        {
            int found = source.From(start).IndexOf((byte)OnlyMissing);
            return found < 0 ? source.Length : start + found;
        }

        int near = Math.Min(source.Length, start + VeryLongRun);
        while (start < near && Contains(source[start]))
        {
            start++;
        }

        if (start < near || start == source.Length)
        {
            return start;
        }

        int length = source.From(start).IndexOfAnyExcept(Search());
        return length < 0 ? source.Length : start + length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int IndexFar(ReadOnlySpan<byte> source, int start)
    {
        if (OnlyByte >= 0)
        {
            int found = source.From(start).IndexOf((byte)OnlyByte);
            return found < 0 ? source.Length : start + found;
        }

        int near = Math.Min(source.Length, start + VeryLongRun);
        while (start < near && !Contains(source[start]))
        {
            start++;
        }

        if (start < near || start == source.Length)
        {
            return start;
        }

        int length = source.From(start).IndexOfAny(Search());
        return length < 0 ? source.Length : start + length;
    }

    /// <summary>The only byte that is, or is not, in the set.</summary>
    private int Only(bool member)
    {
        int only = NoByte;
        for (int i = 0; i < _table.Length; i++)
        {
            if (_table[i] == member)
            {
                if (only != NoByte)
                {
                    return NoByte;
                }

                only = i;
            }
        }

        return only;
    }

    /// <summary>The set as .NET's vectorised searches want it, made when a run first turns out to be long.</summary>
    private SearchValues<byte> Search()
    {
        if (_search is { } search)
        {
            return search;
        }

        Span<byte> members = stackalloc byte[256];
        int count = 0;
        for (int i = 0; i < 256; i++)
        {
            if (_table[i])
            {
                members[count++] = (byte)i;
            }
        }

        return _search = SearchValues.Create(members.UpTo(count));
    }

    private static ByteSet Filled()
    {
        var set = new ByteSet();
        set.Complement();
        return set;
    }

    /// <summary>The character classes of the C locale. Lua 5.4 §6.4.1.</summary>
    private static class Classes
    {
        public static readonly ByteSet?[] Sets = Build(false);

        public static readonly ByteSet?[] Complements = Build(true);

        private static ByteSet?[] Build(bool complement)
        {
            var sets = new ByteSet?[26];
            foreach (char letter in "acdglpsuwxz")
            {
                var set = new ByteSet();
                for (int i = 0; i < 256; i++)
                {
                    if (IsInClass(letter, (byte)i) != complement)
                    {
                        set.Add((byte)i);
                    }
                }

                sets[letter - 'a'] = set;
            }

            return sets;
        }

        private static bool IsInClass(char letter, byte value)
        {
            char c = (char)value;
            return letter switch
            {
                'a' => char.IsAsciiLetter(c),
                'c' => value < 32 || value == 127,
                'd' => char.IsAsciiDigit(c),
                'g' => value is > 32 and < 127,
                'l' => char.IsAsciiLetterLower(c),
                'p' => value is > 32 and < 127 && !char.IsAsciiLetterOrDigit(c),
                's' => value is 32 or (>= 9 and <= 13),
                'u' => char.IsAsciiLetterUpper(c),
                'w' => char.IsAsciiLetterOrDigit(c),
                'x' => char.IsAsciiHexDigit(c),
                _ => value == 0,
            };
        }
    }
}
