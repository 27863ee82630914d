namespace FLua.Runtime;

/// <summary>What remains of a step of <c>ipairs</c> when an <c>__index</c> metamethod yields: the index goes in front of the element.</summary>
internal sealed class IpairsStep : Continuation
{
    internal static readonly IpairsStep Instance = new();

    private IpairsStep()
    {
    }

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame)
    {
        LuaValue element = L.ResumeValue;
        return element.IsNil ? L.Return1(default) : L.Return2(frame.Values[0], element);
    }
}
