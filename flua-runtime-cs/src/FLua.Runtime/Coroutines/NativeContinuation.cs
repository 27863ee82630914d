namespace FLua.Runtime;

/// <summary>What remains to do of a library function when the function that it called back looks at the stack.</summary>
/// <remarks>
/// No coroutine yields across such a function; but a question about the stack takes it down too, and so sees the callers beyond. What it has
/// done so far is kept here, and only when there is a question.
/// </remarks>
/// <param name="target">The library function, which stacks show.</param>
internal abstract class NativeContinuation(LibraryFunction target) : Continuation
{
    /// <summary>The library function.</summary>
    internal LibraryFunction Target { get; } = target;

    /// <inheritdoc/>
    public sealed override LuaValue Resume(LuaState L, Frame frame)
    {
        L.Current.Unyieldable--;
        LuaValue result = GoOn(L, L.ResumeValue);
        return result.IsAbrupt ? L.UnwindNative(Target) : result;
    }

    /// <summary>Goes on with what the called function gave.</summary>
    internal abstract LuaValue GoOn(LuaState L, LuaValue result);

    /// <summary>The called function ends with an error, which leaves the library function.</summary>
    internal virtual void Abandon()
    {
    }
}
