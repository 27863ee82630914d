namespace FLua.Runtime;

/// <summary>What remains to do when a hook that looked at the stack has ended: an activation of its own, which no stack shows.</summary>
/// <remarks>Its one value is the <see cref="Transfer"/> of the activation below, if there is one; the results in it are returned.</remarks>
internal sealed class HookEnd : Continuation
{
    internal static readonly HookEnd Instance = new();

    private HookEnd()
    {
    }

    /// <summary>What the hook was told that the activation below takes or gives; null for nothing.</summary>
    internal static Transfer? TransferOf(Frame frame) => frame.Values[0].o as Transfer;

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame)
    {
        L.LeaveHook();
        return TransferOf(frame) is { IsReturn: true } transfer ? L.ReturnN(transfer.Values) : L.Return0();
    }
}
