namespace FLua.Runtime;

/// <summary>What remains to do when something was suspended that is no function: an activation of its own, which is resumed and never called.</summary>
internal abstract class Continuation : LuaFunction0
{
    /// <inheritdoc/>
    public sealed override LuaValue Call0(LuaState L) => L.Return0();
}
