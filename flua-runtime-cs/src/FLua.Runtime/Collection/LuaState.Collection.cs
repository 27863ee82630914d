using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    private const TableFlags CollectorMetamethods = (TableFlags)((1 << (int)Metamethod.Gc) | (1 << (int)Metamethod.Mode));

    private readonly CollectionPace _pace = new();

    // Many programs need neither.
    private WeakTables? _weakTables;
    private Finalizers? _finalizers;

    // What the watch over the host's collector refers to; null as long as nobody needs one.
    private WeakReference<LuaState>? _watched;

    // The metatable that was set last and has neither __gc nor __mode.
    private LuaTable? _lastMetatable;

    // Whether the host's collector has left something to do on the thread of the program.
    private volatile bool _collectorCalls;

    // The same for the loops of the program, where the collector can do more: it sees only what the activations have saved.
    private volatile bool _awaitsSafePoint;
    private bool _wantsPrecision;

    /// <summary>What <c>collectgarbage</c> was told.</summary>
    internal CollectorSettings Collector { get; } = new();

    /// <summary>Whether a finalizer runs, inside which <c>collectgarbage</c> does nothing.</summary>
    internal bool RunsFinalizer { get; private set; }

    /// <summary>A full collection: clears weak tables, and calls the finalizers of what it found dead. Lua 5.4 §2.5.</summary>
    internal void CollectGarbage()
    {
        ReleaseWorkSpace();
        CollectAll();
        RunFinalizers();
    }

    /// <summary>Sets the metatable of a table, and tells the collector of a <c>__gc</c> or <c>__mode</c> in it.</summary>
    internal void SetTableMetatable(LuaTable table, LuaTable? metatable)
    {
        table.Metatable = metatable;
        if (metatable != null && (metatable != _lastMetatable || (metatable.Flags & CollectorMetamethods) != CollectorMetamethods))
        {
            NoteMetatable(table, metatable);
        }
    }

    /// <summary>The end of a variable's scope: up to here what it holds is alive, whether or not it is used.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Keep(object? held)
    {
        _ = this;
        GC.KeepAlive(held);
    }

    /// <summary>
    /// A place in a loop at which the collector may do what it has left to do on the thread of the program; nil, or abrupt when for that
    /// the activations must leave the stack. The prologue of every function is such a place too: see <see cref="IsStackLow"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue SafePoint() => _awaitsSafePoint ? AnswerAtSafePoint() : default;

    /// <summary>The host's collector, on a thread of its own, has left something to do. The next function that is entered sees it.</summary>
    internal void WakeCollector()
    {
        _awaitsSafePoint = true;
        _collectorCalls = true;
        StopAtPrologue();
    }

    /// <summary>The host's collector has run; now and then it should run for the sake of weak tables and finalizers. Called on its own thread.</summary>
    internal void WakeIfCollectionIsDue()
    {
        if (_pace.IsDue)
        {
            WakeCollector();
        }
    }

    /// <summary>After <c>collectgarbage "restart"</c>: what the collector did not do meanwhile comes next.</summary>
    internal void WakeIfFinalizersWait()
    {
        if (HasWaitingFinalizers)
        {
            WakeCollector();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoteMetatable(LuaTable table, LuaTable metatable)
    {
        if (!metatable.GetMetamethod(Metamethod.Gc).IsNil)
        {
            MarkForFinalization(table);
        }

        if (metatable.GetMetamethod(Metamethod.Mode).IsNil)
        {
            _lastMetatable = metatable;
            (_weakTables ??= new WeakTables()).AddRecent(table);
            return;
        }

        StartWatch();
        (_weakTables ??= new WeakTables()).Add(table);
    }

    private void MarkForFinalization(LuaObject target)
    {
        StartWatch();
        (_finalizers ??= new Finalizers(this)).Mark(target);
    }

    private void StartWatch()
    {
        if (_watched == null)
        {
            _watched = new WeakReference<LuaState>(this);
            CollectionWatch.Start(_watched);
        }
    }

    private void CollectAll()
    {
        // What method calls remember keeps classes alive, and may be in a class that is a weak table.
        Array.Clear(MethodCaches);
        ForgetOwnPlaces();
        int removed = (_weakTables ??= new WeakTables()).Collect();
        _pace.Restart(wasUseful: removed > 0 || HasWaitingFinalizers);
    }

    private bool HasWaitingFinalizers => _finalizers is { Any: true };

    // Something passes, or a finalizer runs: then the next place asks again.
    private bool IsBusy =>
        RunsFinalizer || Pending == Pending.Error || _question != null || _firstCaptured != null || !_tailCallee.IsNil
        || _nativeCalls >= MaxNativeCalls - 20;

    // In the prologue of a function.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AnswerCollector()
    {
        if (IsBusy)
        {
            return;
        }

        _collectorCalls = false;
        _awaitsSafePoint = false;
        if (!Collector.IsRunning)
        {
            return;
        }

        if (_watched != null && _pace.IsDue)
        {
            CollectAll();

            // What kept everything alive may be nothing but the native stack.
            _wantsPrecision = !HasWaitingFinalizers;
            _awaitsSafePoint = _wantsPrecision;
        }

        RunFinalizers();
    }

    // At the head of a loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue AnswerAtSafePoint()
    {
        if (IsBusy)
        {
            return default;
        }

        _awaitsSafePoint = false;
        if (!Collector.IsRunning)
        {
            return default;
        }

        if (_wantsPrecision || (_watched != null && _pace.IsDue))
        {
            _wantsPrecision = false;
            return Ask(new CollectionQuestion(default));
        }

        RunFinalizers();
        return default;
    }

    // What only the state's own work space still holds.
    private void ReleaseWorkSpace()
    {
        ResumeValue = default;
        Array.Clear(Results);
        Array.Clear(_arguments, _argumentTop, _arguments.Length - _argumentTop);
        Current.ReleaseResumed();
        _trace.Clear();
        _error = default;
        _errorException = null;
        _raisingFunction = null;
        _calleeName = null;
        _lastMetatable = null;
    }

    private void RunFinalizers()
    {
        if (RunsFinalizer || _finalizers is not { Any: true } finalizers)
        {
            return;
        }

        // The running function knows nothing of this: it finds what it was given as it was.
        int count = ResultCount;
        LuaValue[] results = Results.AsSpan(0, Math.Clamp(count, 0, Results.Length)).ToArray();
        LuaValue resumeValue = ResumeValue;
        int cursor = Cursor;
        Pending pending = Pending;
        RunsFinalizer = true;
        try
        {
            while (finalizers.Take() is { } target)
            {
                CallFinalizer(target);
            }
        }
        finally
        {
            RunsFinalizer = false;
            ResultCount = count;
            results.CopyTo(Results, 0);
            ResumeValue = resumeValue;
            Cursor = cursor;
            Pending = pending;
        }
    }

    // Calls the __gc that the object has now. An error becomes a warning.
    private void CallFinalizer(LuaObject target)
    {
        LuaValue value = LuaValue.Object(target);
        LuaValue finalizer = GetMetamethod(value, Metamethod.Gc);
        if (finalizer.IsNil)
        {
            return;
        }

        if (CallContained(finalizer, [value], ValueName.OfMetamethod("__gc"), out LuaValue error).IsAbrupt)
        {
            WarnOfError("__gc", error);
        }
    }

    // The end of the state: all finalizers are called, in the reverse order of marking.
    private void CloseFinalizers()
    {
        _finalizers?.Close();
        RunsFinalizer = false;
        RunFinalizers();
    }
}
