using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>What a numeric <c>for</c> over any numbers does, computed before it starts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1051, CA1815 // Generated code takes it apart at once.
public readonly struct ForLoop
{
    /// <summary>1 when the loop runs, 0 when it does not, -1 after an error.</summary>
    public readonly int Outcome;

    /// <summary>The first index.</summary>
    public readonly LuaValue Index;

    /// <summary>For integers the index of the last iteration, for floats the limit.</summary>
    public readonly LuaValue Last;

    /// <summary>The step, of the same type as the index.</summary>
    public readonly LuaValue Step;

    internal ForLoop(int outcome, LuaValue index = default, LuaValue last = default, LuaValue step = default)
    {
        Outcome = outcome;
        Index = index;
        Last = last;
        Step = step;
    }
}
#pragma warning restore CA1051, CA1815
