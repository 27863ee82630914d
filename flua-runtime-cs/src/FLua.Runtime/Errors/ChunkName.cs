using System;

namespace FLua.Runtime;

/// <summary>How messages show the name of a chunk.</summary>
internal static class ChunkName
{
    // The most characters that a shown name may have, as in the reference (LUA_IDSIZE, which counts a final zero).
    private const int Limit = 59;

    /// <summary>
    /// The name to show: <c>@file</c> gives the file, its end if it is long; <c>=text</c> the text; anything else is the source itself and
    /// gives <c>[string "first line..."]</c>.
    /// </summary>
    internal static string Show(string source)
    {
        if (source.StartsWith('='))
        {
            return source.Length - 1 <= Limit ? source[1..] : source.Substring(1, Limit);
        }

        if (source.StartsWith('@'))
        {
            return source.Length - 1 <= Limit ? source[1..] : string.Concat("...", source.AsSpan(source.Length - (Limit - 3)));
        }

        const string prefix = "[string \"";
        const string suffix = "\"]";
        const int room = Limit - 14;
        int lineEnd = source.IndexOf('\n', StringComparison.Ordinal);
        if (lineEnd < 0 && source.Length < room)
        {
            return prefix + source + suffix;
        }

        int length = Math.Min(lineEnd < 0 ? source.Length : lineEnd, room);
        return string.Concat(prefix, source.AsSpan(0, length), "...", suffix);
    }
}
