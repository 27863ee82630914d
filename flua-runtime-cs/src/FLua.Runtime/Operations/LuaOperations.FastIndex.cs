using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <content>
/// The short ways to fields and elements: false for everything unusual, and then nothing was changed.
/// </content>
/// <remarks>
/// How they are written matters. The JIT keeps no value in registers in a method of more than 1,024 variables, and each argument by value, each
/// value that is made or returned in an inlined method, is three of them: see docs/decisions/0017.
/// </remarks>
public static partial class LuaOperations
{
    /// <summary>A field whose name is a constant: looks at two entries. False when it is absent or further away, or <paramref name="o"/> is no table.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetField(in LuaValue o, LuaString key, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (o.o == null || o.o.GetType() != typeof(LuaTable))
        {
            return false;
        }

        Node[] nodes = Unsafe.As<LuaTable>(o.o).Nodes;
        int at = (nodes.Length - 1) & key.KnownHash;
        ref Node node = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), (nint)(uint)at);
        if (node.Key != (object)key)
        {
            node = ref Unsafe.Add(ref node, node.Next);
            if (node.Key != (object)key)
            {
                return false;
            }
        }

        ref LuaValue slot = ref LuaTable.ValueIn(Unsafe.As<LuaTable>(o.o).Store!, ref node);
        if (slot.o == null)
        {
            return false;
        }

        Unsafe.AsRef(in r.n) = slot.n;
        Unsafe.AsRef(in r.o) = slot.o;
        return true;
    }

    /// <summary>An element of the array part. False when it is absent or elsewhere, or <paramref name="o"/> is no table.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetInt(in LuaValue o, long i, out LuaValue r)
    {
        Unsafe.SkipInit(out r);
        if (o.o == null || o.o.GetType() != typeof(LuaTable))
        {
            return false;
        }

        LuaValue[] array = Unsafe.As<LuaTable>(o.o).Array;
        ulong at = (ulong)(i - 1);
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

    /// <summary>As <see cref="TryGetInt"/>, when the key is an integer. A key that is a string is looked up by the complete operation.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetIndex(in LuaValue o, in LuaValue key, out LuaValue r)
    {
        // Not by a call of TryGetInt: the JIT would keep its answer in a variable, and test that.
        Unsafe.SkipInit(out r);
        if (key.o != Tags.Int || o.o == null || o.o.GetType() != typeof(LuaTable))
        {
            return false;
        }

        LuaValue[] array = Unsafe.As<LuaTable>(o.o).Array;
        ulong at = (ulong)(key.n - 1);
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

    /// <summary>Stores to a field that exists, within two entries.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySetField(in LuaValue o, LuaString key, in LuaValue v)
    {
        if (o.o is not LuaTable table)
        {
            return false;
        }

        Node[] nodes = table.Nodes;
        int at = (nodes.Length - 1) & key.KnownHash;
        ref Node node = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), (nint)(uint)at);
        if (node.Key != (object)key)
        {
            node = ref Unsafe.Add(ref node, node.Next);
            if (node.Key != (object)key)
            {
                return false;
            }
        }

        ref LuaValue slot = ref LuaTable.ValueIn(table.Store!, ref node);
        if (slot.o == null || (table.Flags & TableFlags.IsPrototype) != 0)
        {
            return false;
        }

        Overwrite(ref slot, v);
        return true;
    }

    /// <summary>Stores to an element of the array part that exists, or appends to a table without metatable where there is room.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySetInt(in LuaValue o, long i, in LuaValue v)
    {
        // A store of nil must be counted as a hole.
        if (o.o is not LuaTable table || v.o == null)
        {
            return false;
        }

        LuaValue[] array = table.Array;
        ulong at = (ulong)(i - 1);
        if (at >= (ulong)array.Length)
        {
            return false;
        }

        ref LuaValue slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)at);
        if (slot.o == null)
        {
            if (at != (ulong)table.Count || table.Meta != null)
            {
                return false;
            }

            table.Count = (int)i;
        }

        Overwrite(ref slot, v);
        return true;
    }

    /// <summary>As <see cref="TrySetInt"/>, when the key is an integer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySetIndex(in LuaValue o, in LuaValue key, in LuaValue v)
    {
        if (key.o != Tags.Int || o.o is not LuaTable table || v.o == null)
        {
            return false;
        }

        LuaValue[] array = table.Array;
        ulong at = (ulong)(key.n - 1);
        if (at >= (ulong)array.Length)
        {
            return false;
        }

        ref LuaValue slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)at);
        if (slot.o == null)
        {
            if (at != (ulong)table.Count || table.Meta != null)
            {
                return false;
            }

            table.Count = (int)key.n;
        }

        Overwrite(ref slot, v);
        return true;
    }

    // Storing the first word costs a write barrier, unless it is known to be a tag; numbers mostly replace numbers. The first word
    // comes last, so that nothing must be kept across the call of the barrier.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Overwrite(ref LuaValue slot, in LuaValue v)
    {
        Unsafe.AsRef(in slot.n) = v.n;
        if (slot.o != v.o)
        {
            Unsafe.AsRef(in slot.o) = v.o;
        }
    }
}
