using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>
/// What the usual way of a loop reads is read once more on the way out, for this class, from which nobody reads: else the JIT would store it to memory in
/// each round. See docs/decisions/0024.
/// </summary>
/// <remarks>Nothing here is initialised, so that a store is a store and no call.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Kept
{
    /// <summary>Numbers.</summary>
    public static long Numbers;
}
