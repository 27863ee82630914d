namespace FLua.Runtime;

/// <summary>Dies with an object that has a <c>__gc</c>, and says so.</summary>
/// <remarks>Only a dependent handle of the object refers to it, so it is reachable exactly as long as the object is.</remarks>
internal sealed class Sentinel
{
    private readonly Finalizers _owner;

    internal Sentinel(Finalizers owner, LuaObject target, long mark, int slot)
    {
        _owner = owner;
        Target = target;
        Mark = mark;
        Slot = slot;
    }

    /// <summary>The host's collector has found the object unreachable. This runs on its own thread.</summary>
    ~Sentinel() => _owner.Arrive(this);

    /// <summary>The object.</summary>
    internal LuaObject Target { get; }

    /// <summary>When the object was marked: finalizers run in the reverse order.</summary>
    internal long Mark { get; }

    /// <summary>The place of the dependent handle.</summary>
    internal int Slot { get; }
}
