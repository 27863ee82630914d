using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>The array part of one value, opened once for several looks; of a value that is no table, nothing.</summary>
/// <remarks>Good until something may grow the table: generated code runs nothing between opening it and its last look.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Elements
{
    private readonly LuaValue[] array;

    private Elements(LuaValue[] array) => this.array = array;

    /// <summary>Opens a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Elements Of(LuaValue o) => new(o.o is LuaTable table ? table.Array : LuaTable.NoArray);

    /// <summary>The slot of an element; one that holds nil when it is not in the array part.</summary>
    public ref LuaValue this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ulong at = (ulong)(index - 1);
            if (at < (ulong)array.Length)
            {
                return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)at);
            }

            return ref LuaTable.Absent[0];
        }
    }

    /// <summary>An element. False when it is absent or not in the array part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(long index, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        ulong at = (ulong)(index - 1);
        if (at >= (ulong)array.Length)
        {
            return false;
        }

        ref LuaValue slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)at);
        if (slot.o == null)
        {
            return false;
        }

        Unsafe.AsRef(in r.n) = slot.n;
        Unsafe.AsRef(in r.o) = slot.o;
        return true;
    }

    /// <summary>Replaces any value but nil by any value but nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref LuaValue slot, LuaValue value) => LuaOperations.Overwrite(ref slot, value);
}
