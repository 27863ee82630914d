namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    private static void OpenIteration(LuaState L, LibraryTable library)
    {
        var next = new LibraryFunction(
            "next",
            static (L, args) => Arguments.Table(L, args, 1, out LuaTable table) ? table.Next(L, Arguments.At(args, 2)) : LuaValue.Abrupt,
            static (L, target) => target.o.IsTable(out LuaTable? table) ? table.Next(L, default) : L.TypeError(1, "table", target),
            static (L, target, key) => target.o.IsTable(out LuaTable? table) ? table.Next(L, key) : L.TypeError(1, "table", target));
        L.NextFunction = next;
        library.Set("next", next);
        L.PairsFunction = new PairsFunction(next);
        library.Set("pairs", L.PairsFunction);

        var iterator = new LibraryFunction(
            "ipairs_iterator",
            static (L, args) => Arguments.Integer(L, args, 2, out long index)
                ? NextElement(L, Arguments.At(args, 1), index)
                : LuaValue.Abrupt,
            null,
            static (L, target, control) => control.IsInt
                ? NextElement(L, target, control.n)
                : Arguments.Integer(L, control, 2, out long index) ? NextElement(L, target, index) : LuaValue.Abrupt);
        L.IpairsIterator = iterator;
        L.IpairsFunction = library.Add(
            "ipairs",
            static (L, args) => args.IsEmpty ? L.ArgumentError(1, "value expected") : L.Return3(L.IpairsIterator, args[0], 0L),
            static (L, target) => L.Return3(L.IpairsIterator, target, 0L));

        L.SelectFunction = new LibraryFunction(
            "select",
            static (L, args) =>
            {
                if (args.IsEmpty)
                {
                    return L.TypeErrorNoValue(1, "number");
                }

                if (!TrySelect(L, args[0], args.Length - 1, out int from))
                {
                    return LuaValue.Abrupt;
                }

                return from < 0 ? L.Return1(args.Length - 1L) : L.ReturnN(args.From(from + 1));
            });
        library.Set("select", L.SelectFunction);
    }

    /// <summary>Reads the selector of <c>select</c> over a number of values: the index of the first to return, or −1 for their number; false with an error pending.</summary>
    internal static bool TrySelect(LuaState L, LuaValue selector, int count, out int from)
    {
        from = -1;
        long index;
        if (selector.IsInt)
        {
            index = selector.n;
        }
        else if (selector.o.IsString(out LuaString? text) && text.Length > 0 && text.Span[0] == '#')
        {
            return true;
        }
        else if (!Arguments.Integer(L, selector, 1, out index))
        {
            return false;
        }

        if (index < 0)
        {
            index += count + 1;
        }

        if (index < 1)
        {
            L.ArgumentError(1, "index out of range");
            return false;
        }

        from = index > count ? count : (int)index - 1;
        return true;
    }

    private static LuaValue NextElement(LuaState L, LuaValue target, long index)
    {
        index = unchecked(index + 1);
        LuaValue value = target.o.IsTable(out LuaTable? table) ? table.GetInt(index) : default;
        if (value.IsNil)
        {
            value = NoYield.GetInt(L, target, index);
            if (value.IsAbrupt)
            {
                return value;
            }

            if (value.IsNil)
            {
                return L.Return1(default);
            }
        }

        return L.Return2(index, value);
    }
}
