using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The compiled patterns a state has used lately, and room for the captures of a match.</summary>
internal sealed class PatternCache
{
    private const int Size = 128;

    /// <summary>Longer patterns are not kept: they are hardly constants, and would be hashed in vain.</summary>
    private const int LongestKept = 128;

    private readonly Entry[] _entries = new Entry[Size];
    private LuaString? _lastKey;
    private LuaPattern? _last;

    /// <summary>Start and end of each capture of the last match.</summary>
    public int[] Captures { get; } = new int[2 * LuaPattern.MaxCaptures];

    /// <summary>The compiled form of a pattern.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaPattern Get(LuaString pattern) => ReferenceEquals(pattern, _lastKey) ? _last! : Find(pattern);

    private LuaPattern Find(LuaString pattern)
    {
        _last = FindEntry(pattern);
        _lastKey = pattern;
        return _last;
    }

    private LuaPattern FindEntry(LuaString pattern)
    {
        if (pattern.Length > LongestKept)
        {
            return LuaPattern.Of(pattern.Span);
        }

        ref Entry entry = ref _entries[pattern.Hash & (Size - 1)];
        if (ReferenceEquals(entry.Key, pattern))
        {
            return entry.Pattern;
        }

        if (entry.Key == null || !entry.Key.SameBytes(pattern))
        {
            entry.Pattern = LuaPattern.Of(pattern.Span);
        }

        entry.Key = pattern;
        return entry.Pattern;
    }

    private struct Entry
    {
        public LuaString? Key;
        public LuaPattern Pattern;
    }
}
