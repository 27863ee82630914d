using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>The slots of some fields of one value, found all at once; of a value that is no table, or lacks one of them, none.</summary>
/// <remarks>Good until something may add a field: generated code runs nothing between finding them and its last look.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Slots
{
    private readonly object store;
    private readonly int[] offsets;

    private Slots(object store, int[] offsets)
    {
        this.store = store;
        this.offsets = offsets;
    }

    /// <summary>Finds the fields of a group: one compare, if the value is of the shape that the group met last.</summary>
    /// <remarks>A table may be given a shape, so no slots may be in use; see <see cref="OfAnother"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Slots Of(LuaState L, LuaValue o, FieldGroup group) => Find(L, o, group, mayShare: true);

    /// <summary>As <see cref="Of"/>, while slots are in use, perhaps of the same table: all values stay where they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Slots OfAnother(LuaState L, LuaValue o, FieldGroup group) => Find(L, o, group, mayShare: false);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Slots Find(LuaState L, LuaValue o, FieldGroup group, bool mayShare)
    {
        if (o.o is LuaTable table)
        {
            FieldPlaces? places = group.Recent;
            if (places.Nodes == table.Nodes || (places = group.Find(L, table, mayShare)) != null)
            {
                return new(table.Store!, places.Offsets);
            }
        }

        return new(LuaTable.Absent, LuaTable.NoOffsets);
    }

    /// <summary>The slot of a field, by its number in the group; one that holds nil when there are none.</summary>
    public ref LuaValue this[int field]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref LuaTable.ValueAt(store, Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(offsets), field));
    }
}
