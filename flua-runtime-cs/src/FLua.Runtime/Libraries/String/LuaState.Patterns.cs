namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>The compiled patterns of the library <c>string</c>.</summary>
    internal PatternCache Patterns { get; } = new();

    /// <summary>The short strings cut out of others lately.</summary>
    internal ShortStrings ShortStrings { get; } = new();
}
