using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Constructors whose first fields have names that are known: tables that begin with the entries of a template.</content>
public sealed partial class LuaTable
{
    /// <summary>For constructors: a table with the fields of a template, two of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b)
        : this(template, out Node[] nodes)
    {
        if (a.o == null || b.o == null)
        {
            StoreEach(template, a, b, default, default, default, default);
            return;
        }

        TableTemplate.Entry[] entries = template.Entries;
        entries[1].Store(nodes, b);
        entries[0].Store(nodes, a);
    }

    /// <summary>For constructors: a table with the fields of a template, three of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c)
        : this(template, out Node[] nodes)
    {
        if (a.o == null || b.o == null || c.o == null)
        {
            StoreEach(template, a, b, c, default, default, default);
            return;
        }

        TableTemplate.Entry[] entries = template.Entries;
        entries[2].Store(nodes, c);
        entries[1].Store(nodes, b);
        entries[0].Store(nodes, a);
    }

    /// <summary>For constructors: a table with the fields of a template, four of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d)
        : this(template, out Node[] nodes)
    {
        if (a.o == null || b.o == null || c.o == null || d.o == null)
        {
            StoreEach(template, a, b, c, d, default, default);
            return;
        }

        TableTemplate.Entry[] entries = template.Entries;
        entries[3].Store(nodes, d);
        entries[2].Store(nodes, c);
        entries[1].Store(nodes, b);
        entries[0].Store(nodes, a);
    }

    /// <summary>For constructors: a table with the fields of a template, five of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e)
        : this(template, out Node[] nodes)
    {
        if (a.o == null || b.o == null || c.o == null || d.o == null || e.o == null)
        {
            StoreEach(template, a, b, c, d, e, default);
            return;
        }

        TableTemplate.Entry[] entries = template.Entries;
        entries[4].Store(nodes, e);
        entries[3].Store(nodes, d);
        entries[2].Store(nodes, c);
        entries[1].Store(nodes, b);
        entries[0].Store(nodes, a);
    }

    /// <summary>For constructors: a table with the fields of a template, six of them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaTable(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f)
        : this(template, out Node[] nodes)
    {
        if (a.o == null || b.o == null || c.o == null || d.o == null || e.o == null || f.o == null)
        {
            StoreEach(template, a, b, c, d, e, f);
            return;
        }

        TableTemplate.Entry[] entries = template.Entries;
        entries[5].Store(nodes, f);
        entries[4].Store(nodes, e);
        entries[3].Store(nodes, d);
        entries[2].Store(nodes, c);
        entries[1].Store(nodes, b);
        entries[0].Store(nodes, a);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaTable(TableTemplate template, out Node[] nodes)
    {
        Array = template.ArrayCapacity == 0 ? NoArray : new LuaValue[template.ArrayCapacity];
        Nodes = nodes = new Node[template.HashCapacity];
        _free = template.Free;
    }

    /// <summary>All entries of the hash part from this index on are or were in use.</summary>
    internal int Free => _free;

    /// <summary>The index of an entry of the hash part.</summary>
    internal int IndexOf(ref Node node) => (int)(Unsafe.ByteOffset(ref Nodes[0], ref node) / Unsafe.SizeOf<Node>());

    // A field that is nil has no entry, not even a dead one, since a traversal could go on from that. So each of the others finds its place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StoreEach(TableTemplate template, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f)
    {
        _free = Nodes.Length;
        ReadOnlySpan<LuaValue> values = [a, b, c, d, e, f];
        TableTemplate.Entry[] entries = template.Entries;
        for (int i = 0; i < entries.Length; i++)
        {
            SetString(entries[i].Name, values[i]);
        }
    }
}
