namespace FLua.Runtime;

/// <summary>The formats a state has used lately, read.</summary>
internal sealed class FormatCache : TextCache<LuaFormat>
{
    /// <inheritdoc/>
    protected override LuaFormat Compile(LuaString text) => LuaFormat.Of(text.Span);
}
