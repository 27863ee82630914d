namespace FLua.Runtime;

/// <summary>The formats a state has used lately, read.</summary>
internal sealed class FormatCache
{
    private const int Size = 64;

    /// <summary>Longer formats are not kept: they are hardly constants, and would be hashed in vain.</summary>
    private const int LongestKept = 128;

    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>A format, read.</summary>
    public LuaFormat Get(LuaString format)
    {
        if (format.Length > LongestKept)
        {
            return LuaFormat.Of(format.Span);
        }

        ref Entry entry = ref _entries[format.Hash & (Size - 1)];
        if (ReferenceEquals(entry.Key, format))
        {
            return entry.Format;
        }

        if (entry.Key == null || !entry.Key.SameBytes(format))
        {
            entry.Format = LuaFormat.Of(format.Span);
        }

        entry.Key = format;
        return entry.Format;
    }

    private struct Entry
    {
        public LuaString? Key;
        public LuaFormat Format;
    }
}
