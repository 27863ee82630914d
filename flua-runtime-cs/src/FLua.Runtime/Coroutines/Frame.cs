using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>A suspended activation: made only while a yield unwinds the stack, and used again when the activation suspends again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1051 // Generated code reads the fields directly.
public sealed class Frame
{
    /// <summary>The function whose activation this is.</summary>
    public LuaFunction Function = null!;

    /// <summary>The resume point: the site at which the activation was suspended.</summary>
    public int State;

    /// <summary>The locals that are live there, in the order of the function's restore block.</summary>
    public LuaValue[] Values = [];

    /// <summary>The frame of the caller.</summary>
    public Frame? Parent;

    /// <summary>The function that a stack shows for the activation.</summary>
    internal LuaFunction Shown => Function switch
    {
        TailCaller tail => tail.Caller,
        HookedCall call => call.Target,
        NativeContinuation native => native.Target,
        _ => Function,
    };

    /// <summary>Whether the activation was made by a tail call, so that its caller is gone.</summary>
    internal bool IsTailCalled;

    /// <summary>What an operation that called the function calls it; null when the caller's site says it.</summary>
    internal ValueName? CalledAs;
}
#pragma warning restore CA1051
