using System.Runtime;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>An entry of a weak table while a collection runs: its objects by handles, which do not keep them alive.</summary>
internal struct WeakEntry
{
    /// <summary>Where the entry belongs: an index of the array part, or the complement of an index of the hash part.</summary>
    internal int Slot;

    /// <summary>The key, if it may be collected. It counts as alive when a finalizer is going to see it.</summary>
    internal GCHandle Key;

    /// <summary>The value, if it may be collected. It does not count as alive when only a finalizer is going to see it.</summary>
    internal GCHandle Value;

    /// <summary>An ephemeron: the key, and the value if that may be collected. Beside <see cref="Value"/>: the value, and a long text that is its key.</summary>
    internal DependentHandle Pair;

    /// <summary>Gives the handles back.</summary>
    internal void Free()
    {
        if (Key.IsAllocated)
        {
            Key.Free();
        }

        if (Value.IsAllocated)
        {
            Value.Free();
        }

        Pair.Dispose();
    }
}
