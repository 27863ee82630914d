using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

internal static partial class TableLibrary
{
    /// <summary>Larger ranges may use pivots chosen by <see cref="Scatter"/>.</summary>
    private const int LargeRange = 100;

    /// <summary>Stands for the reference's random number, which makes a bad sequence of pivots unlikely to go on.</summary>
    private const uint Scatter = 2654435769;

    /// <summary>An order by which <see cref="Quicksort{TOrder}"/> sorts.</summary>
    private interface IOrder
    {
        /// <summary>1 when the first value comes before the second, 0 when not, negative with an error pending.</summary>
        int Less(LuaState L, LuaValue a, LuaValue b);
    }

    private static LuaValue Sort(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!LengthOf(L, args, Read | Write, out long length))
        {
            return LuaValue.Abrupt;
        }

        if (length <= 1)
        {
            return L.Return0();
        }

        if (length >= int.MaxValue)
        {
            return L.ArgumentError(1, "array too big");
        }

        LuaFunction? comparator = null;
        if (!Arguments.IsNoneOrNil(args, 2) && !Arguments.Function(L, args, 2, out comparator))
        {
            return LuaValue.Abrupt;
        }

        int count = (int)length;
        return Plain(args[0]) is { } table && table.Count >= count && table.HasNoHoles()
            ? SortPlain(L, table, count, comparator)
            : comparator == null
                ? InPlace<NaturalOrder>.Sort(L, args[0], count, default)
                : SortElementsBy(L, args[0], count, comparator);
    }

    /// <summary>Sorts the array part of a table. Values are sorted aside, since a comparator may do anything to the table.</summary>
    private static LuaValue SortPlain(LuaState L, LuaTable table, int count, LuaFunction? comparator)
    {
        LuaValue[] aside = L.TakeSpare(count);
        Span<LuaValue> values = aside.Part(0, count);
        try
        {
            Array.Copy(table.Array, aside, count);
            bool sorted = comparator != null ? SortBy(L, values, comparator) : SortNaturally(L, values);
            if (!sorted && L.IsAsked)
            {
                return L.GoOnLater(new SuspendedSort(L.TableSortFunction, table, values.ToArray(), comparator, L.TakeSortRanges()));
            }

            // After an error the table has the order that was reached.
            WriteBack(table, aside, count);
            return sorted ? L.Return0() : LuaValue.Abrupt;
        }
        finally
        {
            L.GiveSpare(aside, count);
        }
    }

    private static void WriteBack(LuaTable table, LuaValue[] values, int count)
    {
        if (table.Count >= count && table.HasNoHoles())
        {
            Array.Copy(values, table.Array, count);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            table.SetInt(i + 1L, values[i]);
        }
    }

    private static bool SortBy(LuaState L, Span<LuaValue> values, LuaFunction comparator)
    {
        // The calls of the comparator are counted once for all.
        if (!L.EnterNested())
        {
            return false;
        }

        L.NonYieldable++;
        NativeCaller outer = L.CallFrom("table.sort");
        bool sorted = Quicksort<ComparatorOrder>.Sort(L, values, new ComparatorOrder(L.Hooked(comparator), settles: false));
        L.ReturnTo(outer);
        L.NonYieldable--;
        L.LeaveNested();
        return sorted;
    }

    private static bool SortNaturally(LuaState L, Span<LuaValue> values)
    {
        object? kind = values[0].o;
        if (kind == Tags.Int && AreAll(values, Tags.Int))
        {
            SortIntegers(values);
            return true;
        }

        if (kind == Tags.Float && AreAll(values, Tags.Float) && TrySortFloats(values))
        {
            return true;
        }

        return kind.IsString() && AreStrings(values)
            ? SortStrings(L, values)
            : Quicksort<NaturalOrder>.Sort(L, values, default);
    }

    private static uint ChoosePivot(uint low, uint up, uint scatter)
    {
        uint quarter = (up - low) / 4;
        return (scatter % (quarter * 2)) + low + quarter;
    }

    private static bool InvalidOrder(LuaState L)
    {
        L.Error("invalid order function for sorting");
        return false;
    }

    private static bool AreAll(ReadOnlySpan<LuaValue> values, object tag)
    {
        foreach (ref readonly LuaValue value in values)
        {
            if (value.o != tag)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreStrings(ReadOnlySpan<LuaValue> values)
    {
        foreach (ref readonly LuaValue value in values)
        {
            if (!value.o.IsString())
            {
                return false;
            }
        }

        return true;
    }

    private static void SortIntegers(Span<LuaValue> values)
    {
        long[] keys = ArrayPool<long>.Shared.Rent(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            keys[i] = values[i].n;
        }

        keys.Part(0, values.Length).Sort();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = keys[i];
        }

        ArrayPool<long>.Shared.Return(keys);
    }

    /// <summary>Sorts floats. Not when there is a nan or a negative zero among them: then the order is what the reference's steps make of it.</summary>
    private static bool TrySortFloats(Span<LuaValue> values)
    {
        double[] keys = ArrayPool<double>.Shared.Rent(values.Length);
        bool ordered = true;
        for (int i = 0; i < values.Length; i++)
        {
            keys[i] = values[i].D;
            ordered &= !double.IsNaN(keys[i]) && values[i].n != long.MinValue;
        }

        if (ordered)
        {
            keys.Part(0, values.Length).Sort();
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = keys[i];
            }
        }

        ArrayPool<double>.Shared.Return(keys);
        return ordered;
    }

    /// <summary>Sorts strings, each with its first eight bytes beside it for a quick compare.</summary>
    private static bool SortStrings(LuaState L, Span<LuaValue> values)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        foreach (ref LuaValue value in values)
        {
            ReadOnlySpan<byte> bytes = Unsafe.As<LuaString>(value.o!).Span;
            ulong prefix;
            if (bytes.Length >= sizeof(ulong))
            {
                prefix = BinaryPrimitives.ReadUInt64BigEndian(bytes);
            }
            else
            {
                padded.Clear();
                bytes.CopyTo(padded);
                prefix = BinaryPrimitives.ReadUInt64BigEndian(padded);
            }

            LuaOperations.Overwrite(ref value, LuaValue.FromParts(value.o, (long)prefix));
        }

        Quicksort<PrefixedOrder>.Sort(L, values, default);
        foreach (ref LuaValue value in values)
        {
            LuaOperations.Overwrite(ref value, LuaValue.FromParts(value.o, 0));
        }

        return true;
    }

    /// <summary>The order of <c>&lt;</c>.</summary>
    private readonly struct NaturalOrder : IOrder
    {
        public int Less(LuaState L, LuaValue a, LuaValue b)
        {
            if (LuaOperations.TryLt(a, b, out bool less))
            {
                return less ? 1 : 0;
            }

            LuaValue result = NoYield.Lt(L, a, b);
            return result.IsAbrupt ? -1 : result.IsTrue ? 1 : 0;
        }
    }

    /// <summary>The order of strings whose first bytes stand in the value's second word.</summary>
    private readonly struct PrefixedOrder : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Less(LuaState L, LuaValue a, LuaValue b)
        {
            if (a.n != b.n)
            {
                return (ulong)a.n < (ulong)b.n ? 1 : 0;
            }

            return Unsafe.As<LuaString>(a.o!).CompareBytes(Unsafe.As<LuaString>(b.o!)) < 0 ? 1 : 0;
        }
    }

    /// <summary>The order of a function of the program.</summary>
    private readonly struct ComparatorOrder(LuaFunction comparator, bool settles) : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Less(LuaState L, LuaValue a, LuaValue b)
        {
            LuaValue result = comparator.Call2(L, a, b);
            if (result.IsAbrupt && (result = settles ? L.Settle(L.Land()) : L.Land()).IsAbrupt)
            {
                return -1;
            }

            return result.IsTrue ? 1 : 0;
        }
    }

    /// <summary>Quicksort with the reference's choice of pivots, so that equal elements end up where its programs have them.</summary>
    private static class Quicksort<TOrder>
        where TOrder : struct, IOrder
    {
        /// <summary>Sorts: false with an error pending.</summary>
        public static bool Sort(LuaState L, Span<LuaValue> values, TOrder order) => Sort(L, values, order, 0, values.Length - 1, 0);

        private static bool Sort(LuaState L, Span<LuaValue> a, TOrder order, int low, int up, uint scatter)
        {
            while (low < up)
            {
                if (!OrderPair(L, a, order, low, up))
                {
                    return Stop(L, SortStep.Ends, low, up, 0, scatter);
                }

                if (up - low == 1)
                {
                    return true;
                }

                int pivot = Middle(low, up, scatter);
                int less = order.Less(L, a[pivot], a[low]);
                if (less < 0)
                {
                    return Stop(L, SortStep.Lower, low, up, pivot, scatter);
                }

                if (less > 0)
                {
                    Swap(a, pivot, low);
                }
                else if (!OrderPair(L, a, order, pivot, up))
                {
                    return Stop(L, SortStep.Upper, low, up, pivot, scatter);
                }

                if (up - low == 2)
                {
                    return true;
                }

                Swap(a, pivot, up - 1);
                pivot = Partition(L, a, order, low, up, scatter);
                if (pivot < 0)
                {
                    return false;
                }

                // The smaller part recursively, the larger one in this loop.
                var larger = new SortRange { Low = low, Up = up, Scatter = scatter };
                SortRange smaller = AfterPartition(ref larger, pivot);
                (low, up, scatter) = (larger.Low, larger.Up, larger.Scatter);
                if (!Sort(L, a, order, smaller.Low, smaller.Up, smaller.Scatter))
                {
                    return Stop(L, SortStep.Begin, low, up, 0, scatter);
                }
            }

            return true;
        }

        // A comparison has ended with an error, or waits for an answer about the stack: then the ranges are noted, innermost first.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static bool Stop(LuaState L, SortStep step, int low, int up, int middle, uint scatter)
        {
            if (L.IsAsked)
            {
                L.AddSortRange(new SortRange { Step = step, Low = low, Up = up, Middle = middle, Scatter = scatter });
            }

            return false;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static int StopPartition(LuaState L, SortStep step, int low, int up, int i, int j, uint scatter)
        {
            if (L.IsAsked)
            {
                L.AddSortRange(new SortRange { Step = step, Low = low, Up = up, I = i, J = j, Scatter = scatter });
            }

            return -1;
        }

        /// <summary>Swaps two elements when the second comes before the first.</summary>
        private static bool OrderPair(LuaState L, Span<LuaValue> a, TOrder order, int first, int second)
        {
            int less = order.Less(L, a[second], a[first]);
            if (less > 0)
            {
                Swap(a, first, second);
            }

            return less >= 0;
        }

        /// <summary>
        /// Parts a range by its last but one element, given <c>a[low] &lt;= a[up - 1] &lt;= a[up]</c>: where that element ends up;
        /// negative with an error pending.
        /// </summary>
        private static int Partition(LuaState L, Span<LuaValue> a, TOrder order, int low, int up, uint scatter)
        {
            LuaValue pivot = a[up - 1];
            int i = low;
            int j = up - 1;
            while (true)
            {
                int less;
                while ((less = order.Less(L, a[++i], pivot)) > 0)
                {
                    if (i == up - 1)
                    {
                        InvalidOrder(L);
                        return -1;
                    }
                }

                if (less < 0)
                {
                    return StopPartition(L, SortStep.Left, low, up, i, j, scatter);
                }

                while ((less = order.Less(L, pivot, a[--j])) > 0)
                {
                    if (j < i)
                    {
                        InvalidOrder(L);
                        return -1;
                    }
                }

                if (less < 0)
                {
                    return StopPartition(L, SortStep.Right, low, up, i, j, scatter);
                }

                if (j < i)
                {
                    Swap(a, up - 1, i);
                    return i;
                }

                Swap(a, i, j);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Swap(Span<LuaValue> a, int i, int j)
        {
            LuaValue first = a[i];
            LuaOperations.Overwrite(ref a[i], a[j]);
            LuaOperations.Overwrite(ref a[j], first);
        }
    }
}
