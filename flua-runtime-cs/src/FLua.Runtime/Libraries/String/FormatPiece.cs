namespace FLua.Runtime;

/// <summary>A text of a format, and what is converted behind it.</summary>
internal struct FormatPiece
{
    /// <summary>Where the text begins in the format.</summary>
    public int Start;

    /// <summary>Its length.</summary>
    public int Length;

    /// <summary>Whether anything is converted behind it.</summary>
    public bool Converts;

    /// <summary>How, if so.</summary>
    public FormatSpecification Specification;
}
