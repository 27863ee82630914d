using System;

namespace FLua.Runtime;

/// <summary>Learns that the host's collector has run, by being finalized: nobody refers to it, and each leaves another one.</summary>
internal sealed class CollectionWatch
{
    private readonly WeakReference<LuaState> _state;

    private CollectionWatch(WeakReference<LuaState> state) => _state = state;

    /// <summary>The collector has run. This is its own thread.</summary>
    ~CollectionWatch()
    {
        if (_state.TryGetTarget(out LuaState? state))
        {
            state.WakeIfCollectionIsDue();
            _ = new CollectionWatch(_state);
        }
    }

    /// <summary>Begins to watch. The state must hold its reference: one that only a dying watch holds dies with it.</summary>
    internal static void Start(WeakReference<LuaState> state) => _ = new CollectionWatch(state);
}
