using System.Collections.Generic;

namespace FLua.Runtime;

internal static partial class TableLibrary
{
    /// <summary>Which comparison of a range comes next, or has been asked for.</summary>
    internal enum SortStep
    {
        /// <summary>None: the range begins, or goes on after one of its parts.</summary>
        Begin,

        /// <summary>Of its last element with its first.</summary>
        Ends,

        /// <summary>Of its middle with its first.</summary>
        Lower,

        /// <summary>Of its last with its middle.</summary>
        Upper,

        /// <summary>Of an element from the left with the pivot.</summary>
        Left,

        /// <summary>Of the pivot with an element from the right.</summary>
        Right,
    }

    /// <summary>A range that is being sorted.</summary>
    internal struct SortRange
    {
        internal SortStep Step;
        internal int Low;
        internal int Up;
        internal int Middle;
        internal int I;
        internal int J;
        internal uint Scatter;
    }

    /// <summary>A <c>table.sort</c> whose comparator looks at the stack: <see cref="Quicksort{TOrder}"/>, which can stop at each comparison.</summary>
    /// <remarks>The quick one leaves its ranges behind, innermost first, when it is stopped, and this one ends its work.</remarks>
    private sealed class SuspendedSort(LibraryFunction target, LuaTable table, LuaValue[] values, LuaValue comparator, List<SortRange> ranges)
        : NativeContinuation(target)
    {
        internal override LuaValue GoOn(LuaState L, LuaValue result)
        {
            bool isLess = result.IsTrue;
            while (ranges.Count > 0)
            {
                // The innermost range is the last one.
                SortRange range = ranges[^1];
                int outcome = Advance(L, ref range, isLess, out int first, out int second);
                if (outcome < 0)
                {
                    Abandon();
                    return LuaValue.Abrupt;
                }

                if (outcome == 0)
                {
                    continue;
                }

                ranges[^1] = range;
                LuaValue less = L.CallBack2(comparator, values[first], values[second], "table.sort");
                if (less.IsAbrupt)
                {
                    if (L.IsAsked)
                    {
                        return L.GoOnLater(this);
                    }

                    Abandon();
                    return less;
                }

                isLess = less.IsTrue;
            }

            Abandon();
            return L.Return0();
        }

        // The table gets the order that was reached.
        internal override void Abandon() => WriteBack(table, values, values.Length);

        // Does what follows a comparison: 1 when two more elements are to be compared, 0 when other ranges come first, negative after an error.
        private int Advance(LuaState L, ref SortRange range, bool isLess, out int first, out int second)
        {
            (first, second) = (0, 0);
            switch (range.Step)
            {
                case SortStep.Begin:
                    if (range.Low >= range.Up)
                    {
                        return End();
                    }

                    range.Step = SortStep.Ends;
                    (first, second) = (range.Up, range.Low);
                    return 1;
                case SortStep.Ends:
                    SwapIf(isLess, range.Low, range.Up);
                    if (range.Up - range.Low == 1)
                    {
                        return End();
                    }

                    range.Middle = Middle(range.Low, range.Up, range.Scatter);
                    range.Step = SortStep.Lower;
                    (first, second) = (range.Middle, range.Low);
                    return 1;
                case SortStep.Lower when !isLess:
                    range.Step = SortStep.Upper;
                    (first, second) = (range.Up, range.Middle);
                    return 1;
                case SortStep.Lower:
                case SortStep.Upper:
                    SwapIf(isLess, range.Middle, range.Step == SortStep.Lower ? range.Low : range.Up);
                    if (range.Up - range.Low == 2)
                    {
                        return End();
                    }

                    SwapIf(true, range.Middle, range.Up - 1);
                    (range.I, range.J) = (range.Low, range.Up - 1);
                    return FromLeft(ref range, out first, out second);
                case SortStep.Left when isLess:
                    return range.I == range.Up - 1 ? Refuse(L) : FromLeft(ref range, out first, out second);
                case SortStep.Left:
                    return FromRight(ref range, out first, out second);
                case SortStep.Right when isLess:
                    return range.J < range.I ? Refuse(L) : FromRight(ref range, out first, out second);
                default:
                    SwapIf(true, range.I, range.J < range.I ? range.Up - 1 : range.J);
                    return range.J < range.I ? Part(range) : FromLeft(ref range, out first, out second);
            }
        }

        private static int FromLeft(ref SortRange range, out int first, out int second)
        {
            range.Step = SortStep.Left;
            (first, second) = (++range.I, range.Up - 1);
            return 1;
        }

        private static int FromRight(ref SortRange range, out int first, out int second)
        {
            range.Step = SortStep.Right;
            (first, second) = (range.Up - 1, --range.J);
            return 1;
        }

        private static int Refuse(LuaState L)
        {
            InvalidOrder(L);
            return -1;
        }

        // The smaller part is sorted next, then the larger one.
        private int Part(SortRange range)
        {
            SortRange smaller = AfterPartition(ref range, range.I);
            ranges[^1] = range;
            ranges.Add(smaller);
            return 0;
        }

        private int End()
        {
            ranges.RemoveAt(ranges.Count - 1);
            return 0;
        }

        private void SwapIf(bool condition, int i, int j)
        {
            if (condition)
            {
                (values[i], values[j]) = (values[j], values[i]);
            }
        }
    }

    /// <summary>Where the pivot of a range comes from.</summary>
    private static int Middle(int low, int up, uint scatter) =>
        up - low < LargeRange || scatter == 0 ? (int)(((uint)low + (uint)up) / 2) : (int)ChoosePivot((uint)low, (uint)up, scatter);

    /// <summary>The pivot is in its place: gives the smaller part, and leaves the larger one.</summary>
    private static SortRange AfterPartition(ref SortRange range, int pivot)
    {
        var smaller = new SortRange { Low = range.Low, Up = range.Up, Scatter = range.Scatter };
        int length;
        if (pivot - range.Low < range.Up - pivot)
        {
            smaller.Up = pivot - 1;
            length = pivot - range.Low;
            range.Low = pivot + 1;
        }
        else
        {
            smaller.Low = pivot + 1;
            length = range.Up - pivot;
            range.Up = pivot - 1;
        }

        range.Step = SortStep.Begin;
        if ((uint)(range.Up - range.Low) / 128 > (uint)length)
        {
            range.Scatter = Scatter;
        }

        return smaller;
    }
}
