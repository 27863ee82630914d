namespace FLua.Runtime;

/// <summary>What remains to do when a hook that looked at the stack has ended: an activation of its own, which no stack shows.</summary>
internal sealed class HookEnd : Continuation
{
    internal static readonly HookEnd Instance = new();

    private HookEnd()
    {
    }

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame)
    {
        L.LeaveHook();
        return L.Return0();
    }
}
