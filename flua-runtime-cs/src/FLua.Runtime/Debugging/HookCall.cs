namespace FLua.Runtime;

/// <summary>What remains to do when a hook that looked at the stack has ended: an activation of its own, which no stack shows.</summary>
internal sealed class HookCall : LuaFunction0
{
    internal static readonly HookCall Instance = new();

    private HookCall()
    {
    }

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => L.Return0();

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame)
    {
        L.LeaveHook();
        return L.Return0();
    }
}
