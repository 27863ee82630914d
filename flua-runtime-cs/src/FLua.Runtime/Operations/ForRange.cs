using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>What a numeric <c>for</c> over integers does, computed before it starts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1051, CA1815 // Generated code takes it apart at once.
public readonly struct ForRange
{
    /// <summary>1 when the loop runs, 0 when it does not, -1 after an error.</summary>
    public readonly int Outcome;

    /// <summary>The index of the last iteration, exactly.</summary>
    public readonly long Last;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ForRange(int outcome, long last)
    {
        Outcome = outcome;
        Last = last;
    }
}
#pragma warning restore CA1051, CA1815
