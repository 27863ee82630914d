using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The library <c>table</c>. Lua 5.4 §6.6.</summary>
/// <remarks>
/// Tables without a metatable are worked on in place. Everything else, a table with a metatable or a value that only
/// behaves like a table, goes through <see cref="NoYield"/>, element by element as in the reference.
/// </remarks>
internal static partial class TableLibrary
{
    private const int Read = 1;
    private const int Write = 2;
    private const int Length = 4;

    private static readonly LuaString CountName = LuaString.Constant("n"u8);

    /// <summary>Makes the library and puts it into the globals and the loaded modules.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable table = LibraryTable.Open(L, "table", 7);
        L.TableConcatFunction = table.Add("concat", static (L, args) => Concat(L, args));
        L.TableInsertFunction = table.Add("insert", static (L, args) => Insert(L, args), null, static (L, t, value) => Insert2(L, t, value));
        table.Add("move", static (L, args) => Move(L, args));
        table.Add("pack", static (L, args) => Pack(L, args));
        L.TableRemoveFunction = table.Add("remove", static (L, args) => Remove(L, args), static (L, t) => Remove1(L, t));
        L.TableSortFunction = table.Add("sort", static (L, args) => Sort(L, args));
        L.TableUnpackFunction = table.Add("unpack", static (L, args) => Unpack(L, args), static (L, t) => Unpack1(L, t));
    }

    /// <summary>A table whose elements can be read and written without asking anybody, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaTable? Plain(LuaValue value) => value.o.IsTable(out LuaTable? table) && table.Meta == null ? table : null;

    /// <summary>Checks that an argument is a table, or has the metamethods to behave like one: false with an error pending.</summary>
    private static bool IsTableLike(LuaState L, ReadOnlySpan<LuaValue> args, int argument, int operations)
    {
        LuaValue value = Arguments.At(args, argument);
        if (value.o.IsTable())
        {
            return true;
        }

        LuaTable? metatable = argument <= args.Length ? L.GetMetatable(value) : null;
        if (metatable != null
            && ((operations & Read) == 0 || !metatable.GetMetamethod(Metamethod.Index).IsNil)
            && ((operations & Write) == 0 || !metatable.GetMetamethod(Metamethod.NewIndex).IsNil)
            && ((operations & Length) == 0 || !metatable.GetMetamethod(Metamethod.Len).IsNil))
        {
            return true;
        }

        return Arguments.WrongType(L, args, argument, "table");
    }

    /// <summary>The length of an argument that must be like a table: false with an error pending.</summary>
    private static bool LengthOf(LuaState L, ReadOnlySpan<LuaValue> args, int operations, out long length)
    {
        if (Arguments.At(args, 1).o.IsTable(out LuaTable? table) && table.Meta == null)
        {
            length = table.Length;
            return true;
        }

        length = 0;
        return IsTableLike(L, args, 1, operations | Length) && NoYield.Length(L, args[0], out length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaValue Get(LuaState L, LuaValue t, long index) => Plain(t) is { } table ? table.GetInt(index) : NoYield.GetInt(L, t, index);

    /// <summary>Stores an element: false with an error pending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Set(LuaState L, LuaValue t, long index, LuaValue value)
    {
        if (Plain(t) is { } table)
        {
            table.SetInt(index, value);
            return true;
        }

        return NoYield.SetInt(L, t, index, value);
    }

    private static LuaValue Insert2(LuaState L, LuaValue t, LuaValue value)
    {
        if (Plain(t) is { } table)
        {
            table.SetInt(unchecked(table.Length + 1), value);
            return L.Return0();
        }

        return Insert(L, LuaOperations.Values(t, value));
    }

    private static LuaValue Insert(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!LengthOf(L, args, Read | Write, out long length))
        {
            return LuaValue.Abrupt;
        }

        LuaValue t = args[0];
        long end = unchecked(length + 1);
        switch (args.Length)
        {
            case 2:
                return Set(L, t, end, args[1]) ? L.Return0() : LuaValue.Abrupt;
            case 3:
                break;
            default:
                return L.Error("wrong number of arguments to 'insert'");
        }

        if (!Arguments.Integer(L, args, 2, out long position))
        {
            return LuaValue.Abrupt;
        }

        if ((ulong)position - 1 >= (ulong)end)
        {
            return L.ArgumentError(2, "position out of bounds");
        }

        if (Plain(t) is { } table && IsDense(table, length) && position < end && args[2].o != null)
        {
            // The last element moves up by a store that may let the array grow, the others in one piece.
            table.SetInt(end, table.Array[(int)length - 1]);
            LuaValue[] array = table.Array;
            Array.Copy(array, position - 1, array, position, length - position);
            array[position - 1] = args[2];
            return L.Return0();
        }

        for (long i = end; i > position; i--)
        {
            LuaValue moved = Get(L, t, i - 1);
            if (moved.IsAbrupt || !Set(L, t, i, moved))
            {
                return LuaValue.Abrupt;
            }
        }

        return Set(L, t, position, args[2]) ? L.Return0() : LuaValue.Abrupt;
    }

    /// <summary>Whether the elements 1 to a length, which is not 0, fill the array part without holes.</summary>
    private static bool IsDense(LuaTable table, long length) => table.Count == length && length > 0 && table.HasNoHoles();

    private static LuaValue Remove1(LuaState L, LuaValue t)
    {
        if (Plain(t) is not { } table)
        {
            return Remove(L, [t]);
        }

        long length = table.Length;
        LuaValue removed = table.GetInt(length);
        table.SetInt(length, default);
        return L.Return1(removed);
    }

    private static LuaValue Remove(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!LengthOf(L, args, Read | Write, out long length) || !Arguments.OptInteger(L, args, 2, length, out long position))
        {
            return LuaValue.Abrupt;
        }

        if (position != length && (ulong)position - 1 > (ulong)length)
        {
            return L.ArgumentError(2, "position out of bounds");
        }

        LuaValue t = args[0];
        LuaValue removed = Get(L, t, position);
        if (removed.IsAbrupt)
        {
            return removed;
        }

        if (Plain(t) is { } table && IsDense(table, length) && position >= 1 && position <= length)
        {
            LuaValue[] array = table.Array;
            Array.Copy(array, position, array, position - 1, length - position);
            table.SetInt(length, default);
            return L.Return1(removed);
        }

        for (; position < length; position++)
        {
            LuaValue moved = Get(L, t, position + 1);
            if (moved.IsAbrupt || !Set(L, t, position, moved))
            {
                return LuaValue.Abrupt;
            }
        }

        return Set(L, t, position, default) ? L.Return1(removed) : LuaValue.Abrupt;
    }

    private static LuaValue Move(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Integer(L, args, 2, out long from)
            || !Arguments.Integer(L, args, 3, out long end)
            || !Arguments.Integer(L, args, 4, out long to))
        {
            return LuaValue.Abrupt;
        }

        int targetArgument = Arguments.IsNoneOrNil(args, 5) ? 1 : 5;
        if (!IsTableLike(L, args, 1, Read) || !IsTableLike(L, args, targetArgument, Write))
        {
            return LuaValue.Abrupt;
        }

        LuaValue source = args[0];
        LuaValue target = args[targetArgument - 1];
        if (end < from)
        {
            return L.Return1(target);
        }

        if (from <= 0 && end >= unchecked(long.MaxValue + from))
        {
            return L.ArgumentError(3, "too many elements to move");
        }

        long count = end - from + 1;
        if (to > long.MaxValue - count + 1)
        {
            return L.ArgumentError(4, "destination wrap around");
        }

        bool upwards = to > end || to <= from;
        if (!upwards && targetArgument != 1)
        {
            // Two tables: no overlap, unless they are the same or say that they are.
            LuaValue same = NoYield.Eq(L, source, target);
            if (same.IsAbrupt)
            {
                return same;
            }

            upwards = !same.IsTrue;
        }

        bool moved = upwards ? MoveUpwards(L, source, from, target, to, count) : MoveDownwards(L, source, from, target, to, count);
        return moved ? L.Return1(target) : LuaValue.Abrupt;
    }

    private static bool MoveUpwards(LuaState L, LuaValue source, long from, LuaValue target, long to, long count)
    {
        for (long i = 0; i < count; i++)
        {
            LuaValue value = Get(L, source, from + i);
            if (value.IsAbrupt || !Set(L, target, to + i, value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MoveDownwards(LuaState L, LuaValue source, long from, LuaValue target, long to, long count)
    {
        for (long i = count - 1; i >= 0; i--)
        {
            LuaValue value = Get(L, source, from + i);
            if (value.IsAbrupt || !Set(L, target, to + i, value))
            {
                return false;
            }
        }

        return true;
    }

    private static LuaValue Pack(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        var table = new LuaTable(args.Length, 1);
        table.SetItems(1, args);
        table.SetField(CountName, (long)args.Length);
        return L.Return1(table);
    }

    private static LuaValue Unpack1(LuaState L, LuaValue t)
    {
        long length = Plain(t)?.Length ?? 0;
        return length is >= 1 and < LibraryTable.MaxResults ? UnpackRange(L, t, 1, (int)length) : Unpack(L, [t]);
    }

    private static LuaValue Unpack(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaValue t = Arguments.At(args, 1);
        if (!Arguments.OptInteger(L, args, 2, 1, out long from))
        {
            return LuaValue.Abrupt;
        }

        long end;
        if (!Arguments.IsNoneOrNil(args, 3))
        {
            if (!Arguments.Integer(L, args, 3, out end))
            {
                return LuaValue.Abrupt;
            }
        }
        else if (Plain(t) is { } table)
        {
            end = table.Length;
        }
        else if (!NoYield.Length(L, t, out end))
        {
            return LuaValue.Abrupt;
        }

        if (from > end)
        {
            return L.Return0();
        }

        ulong more = (ulong)end - (ulong)from;
        if (more >= LibraryTable.MaxResults)
        {
            return L.Error("too many results to unpack");
        }

        return UnpackRange(L, t, from, (int)more + 1);
    }

    private static LuaValue UnpackRange(LuaState L, LuaValue t, long from, int count)
    {
        if (Plain(t) is { } table)
        {
            L.ReserveResults(count);
            LuaValue[] array = table.Array;
            if (from >= 1 && from - 1 + count <= array.Length)
            {
                ValueList.Copy(array, (int)from - 1, L.Results, 0, count);
            }
            else
            {
                for (int i = 0; i < count; i++)
                {
                    LuaOperations.Overwrite(ref L.Results[i], table.GetInt(from + i));
                }
            }

            L.ResultCount = count;
            return L.Results[0];
        }

        // Metamethods leave results of their own.
        var values = new LuaValue[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = NoYield.GetInt(L, t, unchecked(from + i));
            if (values[i].IsAbrupt)
            {
                return LuaValue.Abrupt;
            }
        }

        return L.ReturnN(values);
    }
}
