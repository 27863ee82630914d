namespace FLua.Runtime;

/// <summary>Where the fields of a group are.</summary>
internal sealed class FieldPlaces
{
    /// <summary>For tables without one of the fields: every place is that of a nil.</summary>
    internal static readonly FieldPlaces None = new() { Offsets = LuaTable.NoOffsets };

    /// <summary>The group.</summary>
    internal FieldGroup? Group;

    /// <summary>The entries of the tables for which it holds.</summary>
    internal Node[]? Nodes;

    /// <summary>For each name where its value is, as <see cref="Node.ValueOffset"/>.</summary>
    internal required int[] Offsets;

    /// <summary>Whether they have all the names.</summary>
    internal bool IsComplete;

    /// <summary>What else the group knows.</summary>
    internal FieldPlaces? Next;
}
