using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Numeric <c>for</c>. Lua 5.4 §3.3.5.</content>
public static partial class LuaOperations
{
    /// <summary>When the usual way of a loop was left in its first round more often than this, it is not tried again.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public const int MostMisses = 10_000;

    /// <summary>When a function has left its version with private arrays more often than this, it no longer begins there.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public const int MostLeft = 100;

    /// <summary>Prepares a loop over integers: the number of iterations is known beforehand, so the index never overflows.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ForRange ForInt(LuaState L, long start, in LuaValue limit, long step)
    {
        // The step is nearly always a constant, so one of these is left, or none.
        if (step == 1 && limit.o == Tags.Int)
        {
            return new ForRange(start <= limit.n ? 1 : 0, limit.n);
        }

        if (step == -1 && limit.o == Tags.Int)
        {
            return new ForRange(start >= limit.n ? 1 : 0, limit.n);
        }

        return ForIntAny(L, start, limit, step);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ForRange ForIntAny(LuaState L, long start, LuaValue limit, long step)
    {
        if (step == 0)
        {
            L.RuntimeError("'for' step is zero");
            return new ForRange(-1, 0);
        }

        long end = limit.n;
        if (limit.o != Tags.Int)
        {
            // The reference lets numerals pass.
            if (!ToNumber(limit, out LuaValue number))
            {
                ForError(L, "limit", limit);
                return new ForRange(-1, 0);
            }

            end = number.n;
            if (number.o == Tags.Float && !ClipLimit(number.D, step, out end))
            {
                return new ForRange(0, 0);
            }
        }

        if (step > 0)
        {
            if (start > end)
            {
                return new ForRange(0, 0);
            }

            ulong distance = (ulong)end - (ulong)start;
            return new ForRange(1, step == 1 ? end : (long)((ulong)start + (distance - (distance % (ulong)step))));
        }

        if (start < end)
        {
            return new ForRange(0, 0);
        }

        ulong down = (ulong)start - (ulong)end;
        return new ForRange(1, (long)((ulong)start - (down - (down % (0UL - (ulong)step)))));
    }

    /// <summary>Makes room in an empty table for the elements that a loop is about to append, one each round.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ReserveItems(LuaValue list, long first, long last)
    {
        if (list.o.IsTable(out LuaTable? table) && last > first)
        {
            table.ReserveItems((ulong)last - (ulong)first + 1);
        }
    }

    /// <summary>Prepares a loop over any numbers: over integers if start and step are integers, otherwise over floats.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ForLoop ForAny(LuaState L, LuaValue start, LuaValue limit, LuaValue step)
    {
        if (start.o == Tags.Int && step.o == Tags.Int)
        {
            ForRange range = ForInt(L, start.n, limit, step.n);
            return new ForLoop(range.Outcome, start, range.Last, step);
        }

        if (!limit.TryToNumber(out double end))
        {
            ForError(L, "limit", limit);
        }
        else if (!step.TryToNumber(out double by))
        {
            ForError(L, "step", step);
        }
        else if (!start.TryToNumber(out double first))
        {
            ForError(L, "initial value", start);
        }
        else if (by == 0)
        {
            L.RuntimeError("'for' step is zero");
        }
        else
        {
            // With nan as limit the first iteration runs, as in the reference.
            bool beyond = by > 0 ? end < first : first < end;
            return new ForLoop(beyond ? 0 : 1, first, end, by);
        }

        return new ForLoop(-1);
    }

    /// <summary>The index of the next iteration; false when <paramref name="i"/> was the last.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryForNext(LuaValue i, LuaValue last, LuaValue step, out LuaValue next)
    {
        if (i.o == Tags.Int)
        {
            next = LuaValue.Int(i.n + step.n);
            return i.n != last.n;
        }

        double index = i.D + step.D;
        next = LuaValue.Float(index);
        return step.D > 0 ? index <= last.D : last.D <= index;
    }

    /// <summary>Whether a loop over floats goes on with an index.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool GoesOn(double i, double last, double step) => step > 0 ? i <= last : last <= i;

    // A float limit of a loop over integers; false when the loop does not run.
    private static bool ClipLimit(double limit, long step, out long end)
    {
        double rounded = step < 0 ? Math.Ceiling(limit) : Math.Floor(limit);
        if (rounded >= -TwoTo63 && rounded < TwoTo63)
        {
            end = (long)rounded;
            return true;
        }

        // Beyond all integers: on the side where the loop goes to there is no limit. The reference takes nan for minus infinity.
        end = limit > 0 ? long.MaxValue : long.MinValue;
        return limit > 0 == step > 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForError(LuaState L, string what, LuaValue value) =>
        L.RuntimeError("bad 'for' " + what + " (number expected, got " + L.TypeNameOf(value) + ")");
}
