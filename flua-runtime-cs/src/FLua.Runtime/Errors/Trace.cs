using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>One activation that an error has passed.</summary>
internal struct TraceEntry
{
    /// <summary>The function.</summary>
    internal LuaFunction Function;

    /// <summary>Where it was: a site of its <see cref="FunctionInfo"/>; 0 for functions of the library.</summary>
    internal int Site;

    /// <summary>Whether it was called by a tail call, so that its caller is not known.</summary>
    internal bool IsTailCalled;

    /// <summary>The activation's values, where they were saved.</summary>
    internal LuaValue[]? Values;

    /// <summary>What it takes or gives, of a library function that looks at itself, or while a hook is told.</summary>
    internal Transfer? Transfer;

    /// <summary>What an operation that called it calls it: an iterator or a metamethod; null when the caller's site says it.</summary>
    internal ValueName? CalledAs;

    /// <summary>Takes over how the activation of a frame was called.</summary>
    internal void TakeCall(Frame frame)
    {
        IsTailCalled = frame.IsTailCalled;
        CalledAs = frame.CalledAs;
    }
}

/// <summary>A stack of activations, innermost first. Of those that an error has passed, the first ones and the last ones, which is what a traceback shows.</summary>
internal sealed class Trace
{
    // A traceback shows 10 and 11; a name is found in the entry behind, and a handler stands in front.
    private const int Kept = 16;

    private readonly bool _isWhole;
    private TraceEntry[] _entries;

    /// <summary>An empty stack.</summary>
    /// <param name="isWhole">Whether all activations are kept.</param>
    internal Trace(bool isWhole = false)
    {
        _isWhole = isWhole;
        _entries = new TraceEntry[isWhole ? 8 : 2 * Kept];
    }

    /// <summary>How many activations there were.</summary>
    internal int Count { get; private set; }

    /// <summary>Forgets everything.</summary>
    internal void Reset() => Count = 0;

    /// <summary>Forgets everything, and lets go of the functions.</summary>
    internal void Clear()
    {
        Array.Clear(_entries);
        Count = 0;
    }

    /// <summary>Appends an activation.</summary>
    internal void Add(LuaFunction function, int site)
    {
        ref TraceEntry entry = ref Append();

        // Errors mostly come the same way, and then the function needs no write barrier.
        if (entry.Function != function)
        {
            entry.Function = function;
        }

        entry.Site = site;
        entry.IsTailCalled = false;
        entry.CalledAs = null;
        entry.Values = null;
        entry.Transfer = null;
    }

    /// <summary>The activation that was added last; only when there is one.</summary>
    internal ref TraceEntry Last() => ref At(Count - 1);

    /// <summary>The activation at an index: one of the first or one of the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref TraceEntry At(int index) => ref _entries[index < Kept || _isWhole ? index : Kept + (index % Kept)];

    /// <summary>Whether the activation at an index was kept.</summary>
    internal bool Has(int index) => index >= 0 && index < Count && (_isWhole || index < Kept || index >= Count - Kept);

    /// <summary>The activations from a level on; the whole trace when it is 0 or less.</summary>
    internal Trace From(int level)
    {
        if (level <= 0)
        {
            return this;
        }

        var rest = new Trace(_isWhole);
        for (; level < Count; level++)
        {
            rest.AddCopy(this, level);
        }

        return rest;
    }

    /// <summary>Appends an activation of another trace. One that was not kept there is not shown, but counted.</summary>
    internal void AddCopy(Trace other, int level) => Append() = other.Has(level) ? other.At(level) : default;

    /// <summary>Appends all activations of another trace.</summary>
    internal void AddAll(Trace other)
    {
        for (int level = 0; level < other.Count; level++)
        {
            AddCopy(other, level);
        }
    }

    /// <summary>A copy that later errors do not overwrite.</summary>
    internal Trace Snapshot()
    {
        var copy = new Trace(_isWhole) { Count = Count };
        copy._entries = _entries.AsSpan().ToArray();
        return copy;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref TraceEntry Append()
    {
        if (_isWhole && Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        return ref At(Count++);
    }
}
