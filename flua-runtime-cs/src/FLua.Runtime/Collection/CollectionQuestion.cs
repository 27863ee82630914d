namespace FLua.Runtime;

/// <summary>A full collection on behalf of <c>collectgarbage</c>.</summary>
/// <remarks>
/// What a method of the host held may stay reachable until it ends. So the collection is asked for like a look at the stack: all activations
/// save what is live in them and leave the native stack, then the collector runs.
/// </remarks>
/// <param name="result">What <c>collectgarbage</c> returns.</param>
internal sealed class CollectionQuestion(LuaValue result) : StackQuestion(null)
{
    /// <inheritdoc/>
    internal override LuaValue Answer(LuaState L, Trace stack)
    {
        L.CollectGarbage();
        return L.Return1(result);
    }
}
