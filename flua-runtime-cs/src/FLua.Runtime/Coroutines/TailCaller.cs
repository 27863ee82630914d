namespace FLua.Runtime;

/// <summary>An activation whose last act is the call of a library function that looks at the stack: it is still there, and returns what that one returns.</summary>
/// <remarks>Printed code has no resume point behind a tail call, so this one stands in its frame.</remarks>
internal sealed class TailCaller(LuaFunction caller) : LuaFunction0
{
    /// <summary>The function whose activation it is.</summary>
    internal LuaFunction Caller { get; } = caller;

    /// <inheritdoc/>
    public override FunctionInfo? Info => Caller.Info;

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => L.Return0();

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame) => L.ResumeValue;
}
