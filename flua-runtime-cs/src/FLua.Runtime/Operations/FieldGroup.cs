using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The names of fields that code looks at in one object, one soon after the other; it remembers where they are in objects of the shapes that it met.</summary>
/// <remarks>States on several threads may share it: what is remembered is immutable.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldGroup
{
    /// <summary>The most names: printed code makes no larger group.</summary>
    internal const int MostNames = 32;

    // Of so many shapes it remembers the places.
    private const int MostShapes = 8;

    // So many tables may have keys that cannot be parted from the values.
    private const int MostRefusals = 4;

    private readonly LuaString[] _names;
    private FieldPlaces? _known;
    private int _count;
    private uint _refusals;

    // Which of the state's own places it took last.
    private int _own;

    /// <summary>Names that are constants, all different.</summary>
    public FieldGroup(params LuaString[] names) => _names = names;

    /// <summary>Where they were the last time.</summary>
    internal FieldPlaces Recent { get; private set; } = FieldPlaces.None;

    /// <summary>Where they are in a table that is not of the shape that was met last; null when it lacks one.</summary>
    /// <param name="L">The state.</param>
    /// <param name="table">The table.</param>
    /// <param name="mayShare">Whether its values may move: a table that is met twice in a row, and will be met again, gets a shape.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal FieldPlaces? Find(LuaState L, LuaTable table, bool mayShare)
    {
        if (table.Store == table.Nodes && !(mayShare && IsMetAgain(L, table) && Share(table)))
        {
            return FindAnew(L, table);
        }

        for (FieldPlaces? places = _known; places != null; places = places.Next)
        {
            if (places.Nodes == table.Nodes)
            {
                return Note(places);
            }
        }

        if (_count == MostShapes)
        {
            return FindAnew(L, table);
        }

        var found = new FieldPlaces { Group = this, Nodes = table.Nodes, Offsets = new int[_names.Length], Next = _known };
        found.IsComplete = table.FindOffsets(_names, found.Offsets);
        _count++;
        _known = found;
        return Note(found);
    }

    private bool IsMetAgain(LuaState L, LuaTable table)
    {
        FieldPlaces last = L.OwnPlaces(_own);
        return last.Group == this && last.Nodes == table.Nodes;
    }

    private bool Share(LuaTable table)
    {
        if (_count >= MostShapes || _refusals >= MostRefusals)
        {
            return false;
        }

        bool shares = table.TryShareNodes();
        _refusals += shares ? 0u : 1u;
        return shares;
    }

    private FieldPlaces? Note(FieldPlaces places)
    {
        if (!places.IsComplete)
        {
            return null;
        }

        Recent = places;
        return places;
    }

    // What is found in a table that shares nothing holds for one use: its entries may move.
    private FieldPlaces? FindAnew(LuaState L, LuaTable table)
    {
        FieldPlaces places = L.TakeOwnPlaces(out _own);
        places.Group = this;
        places.Nodes = table.Nodes;
        return table.FindOffsets(_names, places.Offsets) ? places : null;
    }
}
