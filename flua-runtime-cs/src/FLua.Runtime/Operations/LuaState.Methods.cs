using System;
using System.ComponentModel;
using System.Threading;

namespace FLua.Runtime;

/// <content>What the method calls of the loaded code remember.</content>
public sealed partial class LuaState
{
    private static int _methodSites;

    /// <summary>What each method call found last, by its number.</summary>
    internal MethodCache[] MethodCaches = new MethodCache[1];

    /// <summary>Numbers for the method calls of a unit of compiled code, the same in all states: the first of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static int ReserveMethodSites(int count) => Interlocked.Add(ref _methodSites, count) - count;

    /// <summary>Makes room for what a method call remembers, and for those of the units loaded so far.</summary>
    internal void GrowMethodCaches() => ArrayBuilder<MethodCache>.Resize(ref MethodCaches, _methodSites);
}
