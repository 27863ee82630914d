using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace FLua.Runtime;

public sealed partial class FunctionInfo
{
    // Where each entry of the text begins, and behind the last one its end: made when an error asks for the first time.
    private int[]? _starts;
    private string? _shownSource;

    /// <summary>The names of the upvalues, in order.</summary>
    internal string[] UpvalueNames => Upvalues.Length == 0 ? [] : Upvalues.Split(',');

    /// <summary>The chunk's name as messages show it.</summary>
    internal string ShownSource => _shownSource ??= ChunkName.Show(Source);

    /// <summary>The site of a number; line 0 when there is none.</summary>
    internal Site SiteAt(int number)
    {
        int[] starts = _starts ??= FindStarts(Sites);
        if (number <= 0 || number >= starts.Length)
        {
            return default;
        }

        ReadOnlySpan<char> entry = Sites.AsSpan(starts[number - 1], starts[number] - starts[number - 1] - 1);
        ReadOnlySpan<char> line = NextPart(ref entry);
        _ = int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int lineNumber);
        if (entry.IsEmpty)
        {
            return new Site(lineNumber, null);
        }

        var operands = new List<ValueName?>();
        while (!entry.IsEmpty)
        {
            operands.Add(ParseName(NextPart(ref entry)));
        }

        return new Site(lineNumber, [.. operands]);
    }

    /// <summary>The lines that have a site, for <c>debug.getinfo</c>.</summary>
    internal IEnumerable<int> SiteLines()
    {
        int count = (_starts ??= FindStarts(Sites)).Length;
        for (int number = 1; number < count; number++)
        {
            yield return SiteAt(number).Line;
        }
    }

    private static int[] FindStarts(string sites)
    {
        if (sites.Length == 0)
        {
            return [0];
        }

        var starts = new List<int> { 0 };
        for (int i = 0; i < sites.Length; i++)
        {
            if (sites[i] == ';')
            {
                starts.Add(i + 1);
            }
        }

        // A closing semicolon is allowed and begins no entry.
        if (sites[^1] != ';')
        {
            starts.Add(sites.Length + 1);
        }

        return [.. starts];
    }

    private static ReadOnlySpan<char> NextPart(ref ReadOnlySpan<char> entry)
    {
        int comma = entry.IndexOf(',');
        ReadOnlySpan<char> part = comma < 0 ? entry : entry[..comma];
        entry = comma < 0 ? default : entry[(comma + 1)..];
        return part;
    }

    private static ValueName? ParseName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        string? kind = text[0] switch
        {
            'l' => "local",
            'u' => "upvalue",
            'g' => "global",
            'f' => "field",
            'm' => "method",
            'c' => "constant",
            'i' => "for iterator",
            't' => "metamethod",
            _ => null,
        };
        if (kind == null)
        {
            return null;
        }

        return text[0] == 'i' ? ValueName.ForIterator : new ValueName(kind, UpToZero(Unescape(text[1..])));
    }

    // To the reference's messages a name is a string of C.
    private static string UpToZero(string name)
    {
        int end = name.IndexOf('\0', StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('%'))
        {
            return text.ToString();
        }

        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
