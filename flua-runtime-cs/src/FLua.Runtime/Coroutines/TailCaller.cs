namespace FLua.Runtime;

/// <summary>
/// An activation whose last act is the call of a library function that looks at the stack, or of which a hook is told: it is still there, and
/// returns what that one returns.
/// </summary>
/// <remarks>Printed code has no resume point behind a tail call, so this one stands in its frame.</remarks>
/// <param name="caller">The function whose activation it is.</param>
/// <param name="hasReturned">Whether a hook was told that it returns.</param>
internal sealed class TailCaller(LuaFunction caller, bool hasReturned = false) : Continuation
{
    /// <summary>The function whose activation it is.</summary>
    internal LuaFunction Caller { get; } = caller;

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame)
    {
        if (hasReturned || !L.IsHooked)
        {
            return L.ResumeValue;
        }

        LuaValue result = L.HookReturn(L.ResumeValue);
        return result.IsAbrupt ? L.Save(new TailCaller(Caller, hasReturned: true), null, frame.State) : result;
    }
}
