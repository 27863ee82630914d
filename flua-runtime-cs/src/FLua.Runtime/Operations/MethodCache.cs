using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>What a method call found last: the function that values with a metatable get from it, if they have no field of that name themselves.</summary>
internal struct MethodCache
{
    /// <summary>The names of the fields of an object for which it was found, when objects share them: none of them is the method's. Null when not known.</summary>
    internal Node[]? Nodes;

    /// <summary>The metatable.</summary>
    internal LuaTable? Metatable;

    /// <summary>The function.</summary>
    internal LuaFunction? Function;

    /// <summary>The <see cref="LuaTable.PrototypeVersion"/> for which it holds.</summary>
    internal int Version;

    /// <summary>How many objects came by with other names.</summary>
    internal int Strangers;

    /// <summary>What else the call found, for objects of other classes; null as long as it has seen one class.</summary>
    internal MethodCache[]? Others;

    /// <summary>Whether it holds for an object, by the names of its fields and its class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool IsFor(LuaTable o) => Nodes == o.Nodes && IsForClass(o.Meta);

    /// <summary>Whether it holds for the objects with a metatable that have no such field themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool IsForClass(LuaTable? metatable) => Metatable == metatable && Version == LuaTable.PrototypeVersion;
}
