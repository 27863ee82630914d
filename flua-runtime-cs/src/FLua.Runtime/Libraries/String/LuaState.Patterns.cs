namespace FLua.Runtime;

public sealed partial class LuaState
{
    private PatternCache? _patterns;
    private FormatCache? _formats;

    /// <summary>The compiled patterns of the library <c>string</c>.</summary>
    internal PatternCache Patterns => _patterns ??= new PatternCache();

    /// <summary>The formats of the library <c>string</c>.</summary>
    internal FormatCache Formats => _formats ??= new FormatCache();

    /// <summary>The short strings cut out of others lately.</summary>
    internal ShortStrings ShortStrings { get; } = new();
}
