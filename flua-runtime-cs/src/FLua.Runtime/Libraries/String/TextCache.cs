using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>What a state has lately read from texts, by text: the compiled form of patterns, and of formats.</summary>
internal abstract class TextCache<T>
    where T : class
{
    private const int Size = 128;

    /// <summary>Longer texts are not kept: they are hardly constants, and would be hashed in vain.</summary>
    private const int LongestKept = 128;

    private readonly Entry[] _entries = new Entry[Size];
    private LuaString? _lastKey;
    private T? _last;

    /// <summary>The compiled form of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Get(LuaString text) => ReferenceEquals(text, _lastKey) ? _last! : Find(text);

    /// <summary>Compiles a text.</summary>
    protected abstract T Compile(LuaString text);

    private T Find(LuaString text)
    {
        _last = FindEntry(text);
        _lastKey = text;
        return _last;
    }

    private T FindEntry(LuaString text)
    {
        if (text.Length > LongestKept)
        {
            return Compile(text);
        }

        ref Entry entry = ref _entries[text.Hash & (Size - 1)];
        if (ReferenceEquals(entry.Key, text))
        {
            return entry.Compiled;
        }

        if (entry.Key == null || !entry.Key.SameBytes(text))
        {
            entry.Compiled = Compile(text);
        }

        entry.Key = text;
        return entry.Compiled;
    }

    private struct Entry
    {
        public LuaString? Key;
        public T Compiled;
    }
}
