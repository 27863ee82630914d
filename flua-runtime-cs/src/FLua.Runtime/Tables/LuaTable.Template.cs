using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <content>Constructors whose first fields have names that are known: tables that begin with the shape of a template.</content>
public sealed partial class LuaTable
{
    /// <summary>For constructors: a table with the fields of a template, two of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b)
        : this(template, out LuaValue[] slots)
    {
        if (a.o == null || b.o == null)
        {
            StoreEach(template, a, b, default, default, default, default);
            return;
        }

        ref LuaValue slot = ref MemoryMarshal.GetArrayDataReference(slots);
        slot = a;
        Unsafe.Add(ref slot, 1) = b;
    }

    /// <summary>For constructors: a table with the fields of a template, three of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c)
        : this(template, out LuaValue[] slots)
    {
        if (a.o == null || b.o == null || c.o == null)
        {
            StoreEach(template, a, b, c, default, default, default);
            return;
        }

        ref LuaValue slot = ref MemoryMarshal.GetArrayDataReference(slots);
        slot = a;
        Unsafe.Add(ref slot, 1) = b;
        Unsafe.Add(ref slot, 2) = c;
    }

    /// <summary>For constructors: a table with the fields of a template, four of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d)
        : this(template, out LuaValue[] slots)
    {
        if (a.o == null || b.o == null || c.o == null || d.o == null)
        {
            StoreEach(template, a, b, c, d, default, default);
            return;
        }

        ref LuaValue slot = ref MemoryMarshal.GetArrayDataReference(slots);
        slot = a;
        Unsafe.Add(ref slot, 1) = b;
        Unsafe.Add(ref slot, 2) = c;
        Unsafe.Add(ref slot, 3) = d;
    }

    /// <summary>For constructors: a table with the fields of a template, five of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e)
        : this(template, out LuaValue[] slots)
    {
        if (a.o == null || b.o == null || c.o == null || d.o == null || e.o == null)
        {
            StoreEach(template, a, b, c, d, e, default);
            return;
        }

        ref LuaValue slot = ref MemoryMarshal.GetArrayDataReference(slots);
        slot = a;
        Unsafe.Add(ref slot, 1) = b;
        Unsafe.Add(ref slot, 2) = c;
        Unsafe.Add(ref slot, 3) = d;
        Unsafe.Add(ref slot, 4) = e;
    }

    /// <summary>For constructors: a table with the fields of a template, six of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f)
        : this(template, out LuaValue[] slots)
    {
        if (a.o == null || b.o == null || c.o == null || d.o == null || e.o == null || f.o == null)
        {
            StoreEach(template, a, b, c, d, e, f);
            return;
        }

        ref LuaValue slot = ref MemoryMarshal.GetArrayDataReference(slots);
        slot = a;
        Unsafe.Add(ref slot, 1) = b;
        Unsafe.Add(ref slot, 2) = c;
        Unsafe.Add(ref slot, 3) = d;
        Unsafe.Add(ref slot, 4) = e;
        Unsafe.Add(ref slot, 5) = f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaTable(TableTemplate template, out LuaValue[] slots)
    {
        Array = template.ArrayCapacity == 0 ? NoArray : new LuaValue[template.ArrayCapacity];
        Nodes = template.Nodes;
        Store = slots = new LuaValue[template.HashCapacity];
        _free = (ushort)template.HashCapacity;
    }

    /// <summary>The index of an entry of the hash part.</summary>
    internal int IndexOf(ref Node node) => (int)(Unsafe.ByteOffset(ref Nodes[0], ref node) / Unsafe.SizeOf<Node>());

    // A field that is nil has no entry, not even a dead one, since a traversal could go on from that. So each of the others finds its place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StoreEach(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f)
    {
        Nodes = NoNodes;
        SixValues all = LuaOperations.Values(a, b, c, d, e, f);
        ReadOnlySpan<LuaValue> values = all;
        for (int i = 0; i < template.Names.Length; i++)
        {
            AddField(template.Names[i], values[i]);
        }
    }
}
