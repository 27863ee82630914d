namespace FLua.Runtime;

/// <summary>The compiled patterns a state has used lately, and room for the captures of a match.</summary>
internal sealed class PatternCache : TextCache<LuaPattern>
{
    /// <summary>Start and end of each capture of the last match.</summary>
    public int[] Captures { get; } = new int[2 * LuaPattern.MaxCaptures];

    /// <inheritdoc/>
    protected override LuaPattern Compile(LuaString text) => LuaPattern.Of(text.Span);
}
