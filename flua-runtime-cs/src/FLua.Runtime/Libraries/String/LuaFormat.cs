using System;

namespace FLua.Runtime;

/// <summary>A format of <c>string.format</c>, read once: texts, and what is converted behind each of them.</summary>
internal sealed class LuaFormat
{
    private LuaFormat(FormatPiece[] pieces) => Pieces = pieces;

    /// <summary>What it consists of.</summary>
    public FormatPiece[] Pieces { get; }

    /// <summary>Reads a format. What is wrong in it is found when it is used, behind what stands before.</summary>
    public static LuaFormat Of(ReadOnlySpan<byte> format)
    {
        var pieces = new ArrayBuilder<FormatPiece>(4);
        int at = 0;
        while (true)
        {
            int percent = format.From(at).Find((byte)'%');
            if (percent < 0)
            {
                pieces.Add(new FormatPiece { Start = at, Length = format.Length - at });
                return new LuaFormat(pieces.ToArray());
            }

            int behind = at + percent + 1;
            if (behind < format.Length && format[behind] == '%')
            {
                // The first of the two belongs to the text.
                pieces.Add(new FormatPiece { Start = at, Length = percent + 1 });
                at = behind + 1;
                continue;
            }

            var specification = new FormatSpecification(format, behind);
            pieces.Add(new FormatPiece { Start = at, Length = percent, Converts = true, Specification = specification });
            at = specification.End;
        }
    }
}
