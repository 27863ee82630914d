using System;

namespace FLua.Runtime;

/// <summary>When a collection that nobody asked for is worth its while, for the sake of weak tables and finalizers.</summary>
/// <remarks>
/// The host's collector finds most garbage soon, but what has grown old, or is held by weak tables, only in a full collection. Such a one
/// comes after several times as much was allocated as was alive; less often as long as it finds nothing.
/// </remarks>
internal sealed class CollectionPace
{
    private const long SmallestInterval = 32 << 20;
    private const int Patience = 8;
    private const int GreatestPatience = 1024;

    private long _allocated = GC.GetTotalAllocatedBytes(false);
    private long _alive;
    private int _patience = Patience;

    /// <summary>Whether it is time.</summary>
    internal bool IsDue => GC.GetTotalAllocatedBytes(false) - _allocated > Math.Max(SmallestInterval, _patience * _alive);

    /// <summary>A full collection has been, whoever asked for it.</summary>
    /// <param name="wasUseful">Whether it has cleared something, or found something to finalize.</param>
    internal void Restart(bool wasUseful)
    {
        _allocated = GC.GetTotalAllocatedBytes(false);
        _alive = GC.GetTotalMemory(false);
        _patience = wasUseful ? Patience : Math.Min(2 * _patience, GreatestPatience);
    }
}
