namespace FLua.Runtime;

/// <summary>An activation whose last act is the call of a library function that looks at the stack: it is still there, and returns what that one returns.</summary>
/// <remarks>Printed code has no resume point behind a tail call, so this one stands in its frame.</remarks>
internal sealed class TailCaller(LuaFunction caller) : Continuation
{
    /// <summary>The function whose activation it is.</summary>
    internal LuaFunction Caller { get; } = caller;

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame) => L.ResumeValue;
}
