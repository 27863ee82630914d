using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>What all tables of one constructor have in common: their sizes, and the fields whose names are known.</summary>
/// <remarks>Immutable, so that states on several threads may share it. Only printed code makes one, from names that are all different.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TableTemplate
{
    /// <summary>The size of the array part.</summary>
    internal readonly int ArrayCapacity;

    /// <summary>For how many fields there is to be room.</summary>
    internal readonly int HashCapacity;

    /// <summary>The names.</summary>
    internal readonly LuaString[] Names;

    /// <summary>The keys of the tables, whose slots are in the order of the names.</summary>
    internal readonly Node[] Nodes;

    /// <summary>Finds the shape of the names.</summary>
    public TableTemplate(int arrayCapacity, int hashCapacity, params LuaString[] names)
    {
        ArrayCapacity = arrayCapacity;
        HashCapacity = hashCapacity < names.Length ? names.Length : hashCapacity;
        Names = names;
        Nodes = Shape.Of(names).Nodes;
    }
}
