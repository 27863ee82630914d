using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>The weak tables of a state. Lua 5.4 §2.5.4.</summary>
/// <remarks>
/// A weak table is a table like any other, and as fast, until a collection: then what it does not keep alive is taken out, the host's
/// collector runs, and what is still alive is put back. So a program sees the same as in the reference: entries go away at a collection of
/// Lua's and at no other time, and <c>__mode</c> is looked at when it happens.
/// </remarks>
internal sealed class WeakTables
{
    // How many tables are remembered whose metatable had no __mode yet.
    private const int RecentCount = 8;

    private GCHandle[] _tables = new GCHandle[4];
    private int _count;
    private int _pruneAt = 64;
    private GCHandle[]? _recent;
    private int _nextRecent;

    /// <summary>Gives the handles back.</summary>
    ~WeakTables()
    {
        for (int i = 0; i < _count; i++)
        {
            _tables[i].Free();
        }

        foreach (GCHandle handle in _recent ?? [])
        {
            handle.Free();
        }
    }

    /// <summary>Adds a table whose metatable has a <c>__mode</c>.</summary>
    internal void Add(LuaTable table)
    {
        if ((table.Flags & TableFlags.IsWatched) != 0)
        {
            return;
        }

        table.Flags |= TableFlags.IsWatched;
        if (_count == _pruneAt)
        {
            Prune();
            _pruneAt = Math.Max(64, 2 * _count);
        }

        if (_count == _tables.Length)
        {
            Array.Resize(ref _tables, Math.Max(4, 2 * _count));
        }

        _tables[_count++] = GCHandle.Alloc(table, GCHandleType.WeakTrackResurrection);
    }

    /// <summary>Remembers for a while a table whose metatable may yet get a <c>__mode</c>.</summary>
    internal void AddRecent(LuaTable table)
    {
        if (_recent == null)
        {
            _recent = new GCHandle[RecentCount];
            for (int i = 0; i < RecentCount; i++)
            {
                _recent[i] = GCHandle.Alloc(null, GCHandleType.Weak);
            }
        }

        _recent[_nextRecent].Target = table;
        _nextRecent = (_nextRecent + 1) % RecentCount;
    }

    /// <summary>A full collection by the host that clears the tables; gives the number of entries that went away. Finalizers know of what it found dead.</summary>
    internal int Collect()
    {
        var detached = new List<WeakEntry>();
        var tables = new List<(int Table, int End)>();
        Detach(detached, tables);
        int removed = 0;
        try
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            removed = Attach(detached, tables);
        }

        return removed;
    }

    // No local of the caller may hold a table while the collector runs: so this is a method of its own, as Attach is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Detach(List<WeakEntry> detached, List<(int Table, int End)> tables)
    {
        foreach (GCHandle handle in _recent ?? [])
        {
            if (handle.Target.IsTable(out LuaTable? table) && table.WeakMode != WeakMode.None)
            {
                Add(table);
            }
        }

        Prune();
        for (int i = 0; i < _count; i++)
        {
            if (_tables[i].Target.IsTable(out LuaTable? table) && table.WeakMode is var mode and not WeakMode.None)
            {
                int start = detached.Count;
                table.DetachWeak(mode, detached);
                if (detached.Count > start)
                {
                    tables.Add((i, detached.Count));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Attach(List<WeakEntry> detached, List<(int Table, int End)> tables)
    {
        int from = 0;
        int removed = 0;
        foreach ((int index, int to) in tables)
        {
            removed += (_tables[index].Target as LuaTable)?.AttachWeak(detached, from, to) ?? to - from;
            from = to;
        }

        foreach (WeakEntry entry in detached)
        {
            entry.Free();
        }
        return removed;
    }

    // Forgets the tables that are gone.
    private void Prune()
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_tables[i].Target == null)
            {
                _tables[i].Free();
            }
            else
            {
                _tables[kept++] = _tables[i];
            }
        }

        _count = kept;
    }
}
