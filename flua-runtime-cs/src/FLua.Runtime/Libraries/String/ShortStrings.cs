using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The short strings that a state has cut out of others lately, so that the same piece again is the same object.</summary>
/// <remarks>
/// Programs that take text apart get the same few words and numbers over and over. Finding one here is quicker than making it, and
/// its hash is known when it becomes a key.
/// </remarks>
internal sealed class ShortStrings
{
    private const int SizeBits = 9;
    private const int Longest = 8;

    private readonly Entry[] _entries = new Entry[1 << SizeBits];

    /// <summary>A string with some bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaString Of(ReadOnlySpan<byte> bytes) => bytes.Length is > 1 and <= Longest ? Find(bytes) : LuaString.Of(bytes);

    private LuaString Find(ReadOnlySpan<byte> bytes)
    {
        ulong key = KeyOf(bytes);
        ref Entry entry = ref _entries[(int)(((key + (ulong)bytes.Length) * 0x9E3779B97F4A7C15) >> (64 - SizeBits))];
        if (entry.Key == key && entry.Text is { } known && known.Length == bytes.Length)
        {
            return known;
        }

        var made = LuaString.Of(bytes);
        entry.Key = key;
        entry.Text = made;
        return made;
    }

    // All bytes: with the length, the key tells the whole string.
    private static ulong KeyOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(uint))
        {
            uint first = bytes.UInt32At(0);
            uint last = bytes.UInt32At(bytes.Length - sizeof(uint));
            return first | ((ulong)last << 32);
        }

        return bytes[0] | ((ulong)bytes[1] << 8) | ((ulong)bytes[^1] << 16);
    }

    private struct Entry
    {
        public ulong Key;
        public LuaString? Text;
    }
}
