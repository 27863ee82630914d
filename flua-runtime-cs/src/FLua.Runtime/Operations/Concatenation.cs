using System;

namespace FLua.Runtime;

/// <summary>What remains to do of <c>a .. b .. c</c> when a <c>__concat</c> metamethod in its middle yields: an activation of its own.</summary>
/// <remarks>The state of the frame is the number of operands to the left that still wait.</remarks>
internal sealed class Concatenation : Continuation
{
    internal static readonly Concatenation Instance = new();

    private Concatenation()
    {
    }

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame)
    {
        LuaValue result = LuaOperations.ConcatOnto(L, frame.Values.Part(0, frame.State), L.ResumeValue, frame);
        return result.IsAbrupt ? result : L.Return1(result);
    }
}
