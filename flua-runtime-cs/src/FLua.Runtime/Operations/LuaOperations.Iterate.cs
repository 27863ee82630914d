using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

public static partial class LuaOperations
{
    /// <summary>One step of a generic <c>for</c>, behind <see cref="TryIterate"/>: a call of <paramref name="f"/>; <c>next</c> and the iterator of <c>ipairs</c> are done in place. Lua 5.4 §3.3.5.</summary>
    /// <param name="L">The state.</param>
    /// <param name="f">The iterator.</param>
    /// <param name="state">What it iterates over.</param>
    /// <param name="control">What it returned last.</param>
    /// <param name="cursor">
    /// What the loop keeps for this method; 0 where nothing is known. Above 0 the loop walks the array part of a table, whichever of the
    /// two iterators it has, and this is the index to look at. Below 0 <c>next</c> walks the hash part, and this is the complement of
    /// the entry to look at.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Iterate(LuaState L, LuaValue f, LuaValue state, LuaValue control, ref int cursor)
    {
        // The cursor comes back in the state, because a reference to it would keep it out of a register.
        LuaValue next = IterateOnce(L, f, state, control, cursor);
        cursor = L.Cursor;
        return next;
    }

    /// <summary>The cursor with which a generic <c>for</c> begins: 1 where one of the two iterators walks a table from its first element on.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int StartIterate(LuaState L, LuaValue f, LuaValue state, LuaValue control)
    {
        // The results of pairs have been taken; the table among them must not be kept by what they lay in.
        L.Results[1] = default;
        if (f.o == null || !state.o.IsTable())
        {
            return 0;
        }

        bool isFromStart = f.o == L.NextFunction ? control.o == null : f.o == L.IpairsIterator && control.o == Tags.Int && control.n == 0;
        return isFromStart ? 1 : 0;
    }

    /// <summary>One step of a generic <c>for</c> within the array part of a table; false anywhere else. The control variable is left alone: <paramref name="cursor"/> tells it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIterate(in LuaValue state, ref int cursor, out LuaValue key, out LuaValue value)
    {
        Unsafe.SkipInit(out key);
        Unsafe.SkipInit(out value);
        int at = cursor;
        if (at <= 0 || state.o is not LuaTable table)
        {
            return false;
        }

        LuaValue[] array = table.Array;
        if (at > array.Length)
        {
            return false;
        }

        ref LuaValue element = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)(uint)at - 1);
        if (element.o == null)
        {
            return false;
        }

        cursor = at + 1;
        Unsafe.AsRef(in key.n) = at;
        Unsafe.AsRef(in key.o) = Tags.Int;
        Unsafe.AsRef(in value.n) = element.n;
        Unsafe.AsRef(in value.o) = element.o;
        return true;
    }

    /// <summary>As <see cref="Iterate"/>, where hooks are told of calls.</summary>
    public static LuaValue IterateHooked(LuaState L, LuaValue f, LuaValue state, LuaValue control, ref int cursor)
    {
        if (!L.IsHooked)
        {
            return Iterate(L, f, state, control, ref cursor);
        }

        cursor = 0;
        LuaValue result = L.Hooked(f).Callee.Call2(L, state, control);
        return result.IsAbrupt ? L.Land() : result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue IterateOnce(LuaState L, LuaValue f, LuaValue state, LuaValue control, int cursor)
    {
        if (cursor > 0)
        {
            // Steps within the array part do not write the control variable.
            control = LuaValue.Int(cursor - 1);
        }

        if (state.o.IsTable(out LuaTable? table) && f.o != null)
        {
            if (f.o == L.NextFunction)
            {
                return IterateNext(L, table, control, cursor);
            }

            if (f.o == L.IpairsIterator && control.o == Tags.Int)
            {
                return IterateItems(L, table, control.n + 1);
            }
        }

        LuaValue result = f.Callee.Call2(L, state, control);
        if (result.IsAbrupt)
        {
            result = L.Land();
        }

        // Loops in what was called have left theirs.
        L.Cursor = 0;
        return result;
    }

    private static LuaValue IterateItems(LuaState L, LuaTable table, long index)
    {
        LuaValue element = table.GetInt(index);
        if (element.o == null)
        {
            return table.Meta == null ? L.Return1(default) : IterateMissing(L, table, index);
        }

        L.Cursor = (ulong)index <= (ulong)table.Array.Length ? (int)index + 1 : 0;
        return Step(L, LuaValue.Int(index), element);
    }

    private static LuaValue IterateNext(LuaState L, LuaTable table, LuaValue control, int cursor)
    {
        // The slot of the array part to look at, or the complement of the entry of the hash part.
        int at = cursor > 0 ? cursor - 1 : cursor;
        if (cursor == 0 && control.o != null)
        {
            // The loop starts in the middle of the table.
            if (!table.FindCursor(control, out at))
            {
                return table.Next(L, control);
            }
        }

        if (at >= 0)
        {
            LuaValue[] array = table.Array;
            for (; at < array.Length && at < table.Count; at++)
            {
                if (array[at].o != null)
                {
                    L.Cursor = at + 2;
                    return Step(L, LuaValue.Int(at + 1L), array[at]);
                }
            }

            at = ~0;
        }

        Node[] nodes = table.Nodes;
        for (at = ~at; at < nodes.Length; at++)
        {
            ref Node node = ref nodes[at];
            if (node.Key == null)
            {
                continue;
            }

            ref LuaValue value = ref table.ValueOf(ref node);
            if (value.o != null)
            {
                L.Cursor = ~(at + 1);
                return Step(L, LuaTable.KeyOf(ref node), value);
            }
        }

        L.Cursor = ~nodes.Length;
        return L.Return1(default);
    }

    // Two results. The elements of a table are mostly of one kind, and then the second result needs no write barrier.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaValue Step(LuaState L, LuaValue key, LuaValue element)
    {
        L.ResultCount = 2;
        Overwrite(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(L.Results), 1), element);
        return key;
    }

    // ipairs has come to an element that is not in the table, but the table has a metatable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue IterateMissing(LuaState L, LuaTable table, long index)
    {
        LuaValue element = IndexMissing(L, table, LuaValue.Int(index));
        L.Cursor = 0;
        if (element.IsAbrupt)
        {
            return L.Pending == Pending.Yield ? L.Save1(IpairsStep.Instance, null, 1, LuaValue.Int(index)) : element;
        }

        return element.IsNil ? L.Return1(default) : L.Return2(LuaValue.Int(index), element);
    }
}
