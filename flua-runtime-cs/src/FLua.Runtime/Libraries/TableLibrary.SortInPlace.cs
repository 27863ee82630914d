namespace FLua.Runtime;

internal static partial class TableLibrary
{
    private static LuaValue SortElementsBy(LuaState L, LuaValue t, int count, LuaFunction comparator)
    {
        if (!L.EnterNested())
        {
            return LuaValue.Abrupt;
        }

        L.NonYieldable++;
        NativeCaller outer = L.CallFrom("table.sort");
        LuaValue result = InPlace<ComparatorOrder>.Sort(L, t, count, new ComparatorOrder(L.Hooked(comparator), settles: true));
        L.ReturnTo(outer);
        L.NonYieldable--;
        L.LeaveNested();
        return result;
    }

    /// <summary>
    /// Quicksort on what only behaves like a table, or has holes: it reads and writes the elements that the reference does, in its order,
    /// since metamethods can see that.
    /// </summary>
    private static class InPlace<TOrder>
        where TOrder : struct, IOrder
    {
        /// <summary>Sorts, and returns nothing.</summary>
        public static LuaValue Sort(LuaState L, LuaValue t, int count, TOrder order) =>
            Sort(L, t, order, 1, (uint)count, 0) ? L.Return0() : LuaValue.Abrupt;

        private static bool Sort(LuaState L, LuaValue t, TOrder order, uint low, uint up, uint scatter)
        {
            while (low < up)
            {
                if (!TryGet(L, t, low, out LuaValue first) || !TryGet(L, t, up, out LuaValue last) || !OrderPair(L, t, order, low, first, up, last))
                {
                    return false;
                }

                if (up - low == 1)
                {
                    return true;
                }

                uint middle = up - low < LargeRange || scatter == 0 ? (low + up) / 2 : ChoosePivot(low, up, scatter);
                if (!OrderMiddle(L, t, order, low, middle, up))
                {
                    return false;
                }

                if (up - low == 2)
                {
                    return true;
                }

                if (!TryGet(L, t, middle, out LuaValue pivot)
                    || !TryGet(L, t, up - 1, out LuaValue other)
                    || !Set(L, t, middle, other)
                    || !Set(L, t, up - 1, pivot)
                    || !Partition(L, t, order, low, up, pivot, out uint at))
                {
                    return false;
                }

                // The smaller part recursively, the larger one in this loop.
                bool lowerIsSmaller = at - low < up - at;
                uint smaller = lowerIsSmaller ? at - low : up - at;
                if (lowerIsSmaller ? !Sort(L, t, order, low, at - 1, scatter) : !Sort(L, t, order, at + 1, up, scatter))
                {
                    return false;
                }

                (low, up) = lowerIsSmaller ? (at + 1, up) : (low, at - 1);
                if (unchecked(up - low) / 128 > smaller)
                {
                    scatter = Scatter;
                }
            }

            return true;
        }

        /// <summary>Puts the middle of three elements, of which the outer two are in order, in its place.</summary>
        private static bool OrderMiddle(LuaState L, LuaValue t, TOrder order, uint low, uint middle, uint up)
        {
            if (!TryGet(L, t, middle, out LuaValue value) || !TryGet(L, t, low, out LuaValue first))
            {
                return false;
            }

            int less = order.Less(L, value, first);
            if (less != 0)
            {
                return less > 0 && Set(L, t, middle, first) && Set(L, t, low, value);
            }

            return TryGet(L, t, up, out LuaValue last) && OrderPair(L, t, order, middle, value, up, last);
        }

        /// <summary>Swaps two elements when the second comes before the first.</summary>
        private static bool OrderPair(LuaState L, LuaValue t, TOrder order, uint first, LuaValue a, uint second, LuaValue b)
        {
            int less = order.Less(L, b, a);
            return less == 0 || (less > 0 && Set(L, t, first, b) && Set(L, t, second, a));
        }

        /// <summary>Parts a range by a pivot, its last but one element: where that ends up.</summary>
        private static bool Partition(LuaState L, LuaValue t, TOrder order, uint low, uint up, LuaValue pivot, out uint at)
        {
            uint i = low;
            uint j = up - 1;
            at = 0;
            while (true)
            {
                LuaValue left;
                int less;
                while ((less = TryGet(L, t, ++i, out left) ? order.Less(L, left, pivot) : -1) > 0)
                {
                    if (i == up - 1)
                    {
                        return InvalidOrder(L);
                    }
                }

                if (less < 0)
                {
                    return false;
                }

                LuaValue right;
                while ((less = TryGet(L, t, --j, out right) ? order.Less(L, pivot, right) : -1) > 0)
                {
                    if (j < i)
                    {
                        return InvalidOrder(L);
                    }
                }

                if (less < 0)
                {
                    return false;
                }

                if (j < i)
                {
                    at = i;
                    return Set(L, t, up - 1, left) && Set(L, t, i, pivot);
                }

                if (!Set(L, t, i, right) || !Set(L, t, j, left))
                {
                    return false;
                }
            }
        }

        private static bool TryGet(LuaState L, LuaValue t, uint index, out LuaValue value)
        {
            value = Get(L, t, index);
            return !value.IsAbrupt;
        }
    }
}
