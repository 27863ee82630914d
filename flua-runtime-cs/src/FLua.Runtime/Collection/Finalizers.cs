using System;
using System.Collections.Generic;
using System.Runtime;
using System.Threading;

namespace FLua.Runtime;

/// <summary>The objects of a state that are marked for finalization, and those whose finalizers wait to be called. Lua 5.4 §2.5.3.</summary>
internal sealed class Finalizers
{
    private readonly LuaState _state;
    private readonly object _lock = new();
    private readonly List<Sentinel> _arrived = [];
    private readonly List<int> _freeSlots = [];

    // What waits, the next to be called last.
    private readonly List<Sentinel> _waiting = [];
    private DependentHandle[] _marked = new DependentHandle[4];
    private int _markedCount;
    private long _marks;
    private volatile bool _hasArrived;
    private bool _isClosed;

    internal Finalizers(LuaState state) => _state = state;

    /// <summary>Gives the handles back.</summary>
    ~Finalizers()
    {
        for (int i = 0; i < _markedCount; i++)
        {
            _marked[i].Dispose();
        }
    }

    /// <summary>Whether a finalizer waits to be called.</summary>
    internal bool Any => _hasArrived || _waiting.Count > 0;

    /// <summary>Marks a table or userdata whose metatable has a <c>__gc</c>. While the state closes this does nothing, as in the reference.</summary>
    internal void Mark(LuaObject target)
    {
        if (_isClosed || !SetMark(target, true))
        {
            return;
        }

        int slot = _freeSlots.Count > 0 ? _freeSlots[^1] : _markedCount;
        if (slot < _markedCount)
        {
            _freeSlots.RemoveAt(_freeSlots.Count - 1);
        }
        else
        {
            _markedCount++;
            if (slot == _marked.Length)
            {
                Array.Resize(ref _marked, 2 * slot);
            }
        }

        _marked[slot] = new DependentHandle(target, new Sentinel(this, target, _marks++, slot));
    }

    /// <summary>An object that was marked is unreachable. Called by the host's collector, on a thread of its own.</summary>
    internal void Arrive(Sentinel sentinel)
    {
        lock (_lock)
        {
            _arrived.Add(sentinel);
        }

        _hasArrived = true;
        _state.WakeCollector();
    }

    /// <summary>Takes the object whose finalizer is the next to be called. It is no longer marked.</summary>
    internal LuaObject? Take()
    {
        if (_waiting.Count == 0)
        {
            TakeArrived();
        }

        if (_waiting.Count == 0)
        {
            return null;
        }

        LuaObject target = _waiting[^1].Target;
        _waiting.RemoveAt(_waiting.Count - 1);
        SetMark(target, false);
        return target;
    }

    /// <summary>At the end of the state: all marked objects wait, behind those that do so already.</summary>
    internal void Close()
    {
        _isClosed = true;
        if (_markedCount > 0)
        {
            GC.WaitForPendingFinalizers();
        }

        TakeArrived();
        var rest = new List<Sentinel>();
        for (int slot = 0; slot < _markedCount; slot++)
        {
            ref DependentHandle handle = ref _marked[slot];
            if (handle.IsAllocated && handle.Dependent is Sentinel sentinel)
            {
                GC.SuppressFinalize(sentinel);
                rest.Add(sentinel);
                handle.Dispose();
            }
        }

        PutBehind(rest);
    }

    private void TakeArrived()
    {
        if (!_hasArrived)
        {
            return;
        }

        _hasArrived = false;
        var arrived = new List<Sentinel>();
        lock (_lock)
        {
            arrived.AddRange(_arrived);
            _arrived.Clear();
            _arrived.TrimExcess();
        }

        foreach (Sentinel sentinel in arrived)
        {
            _marked[sentinel.Slot].Dispose();
            _freeSlots.Add(sentinel.Slot);
        }

        PutBehind(arrived);
    }

    // What was marked last is called first.
    private void PutBehind(List<Sentinel> sentinels)
    {
        sentinels.Sort(static (a, b) => a.Mark.CompareTo(b.Mark));
        _waiting.InsertRange(0, sentinels);
    }

    private static bool SetMark(LuaObject target, bool value)
    {
        if (target.IsTable(out LuaTable? table))
        {
            bool was = (table.Flags & TableFlags.HasFinalizer) != 0;
            table.Flags = value ? table.Flags | TableFlags.HasFinalizer : table.Flags & ~TableFlags.HasFinalizer;
            return was != value;
        }

        var data = (LuaUserData)target;
        bool differs = data.HasFinalizer != value;
        data.HasFinalizer = value;
        return differs;
    }
}
