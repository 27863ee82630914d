using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    /// <summary>The length of the table without metamethods: a border. Lua 5.4 §3.4.7.</summary>
    /// <remarks>Where there are several borders, it is nearly always the reference's.</remarks>
    public long Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int count = Count;
            if ((Flags & TableFlags.MayHaveHoles) == 0 && (count < Array.Length || Nodes == NoNodes))
            {
                Flags |= TableFlags.LengthAsked;
                return count;
            }

            return FindBorder();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long FindBorder()
    {
        LuaValue[] array = Array;
        if ((Flags & TableFlags.MayHaveHoles) == 0)
        {
            Flags |= TableFlags.LengthAsked;
        }
        else if (Count < array.Length)
        {
            // The reference remembers the last answer as a hint; without one it searches its whole array.
            if ((Flags & TableFlags.LengthAsked) != 0 && Count > array.Length / 2)
            {
                return Count;
            }

            return array.Length >= 2 && Count == array.Length - 1 ? Count : SearchArray(array);
        }

        return Nodes == NoNodes || GetIntFromHash(Count + 1L).o == null ? Count : SearchHash(Count);
    }

    private static long SearchArray(LuaValue[] array)
    {
        int low = 0;
        int high = array.Length;
        while (high - low > 1)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            if (array[middle - 1].o == null)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return low;
    }

    // A border above an index that is present, in the hash part: doubles the index until one is absent, then halves the distance.
    private long SearchHash(long present)
    {
        long low = present == 0 ? 1 : present;
        long high = low;
        do
        {
            low = high;
            if (high > long.MaxValue / 2)
            {
                if (GetInt(long.MaxValue).o != null)
                {
                    return long.MaxValue;
                }

                high = long.MaxValue;
                break;
            }

            high *= 2;
        }
        while (GetInt(high).o != null);

        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (GetInt(middle).o == null)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return low;
    }
}
