namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    private static void OpenRaw(LuaState L, LibraryTable library)
    {
        L.RawEqualFunction = library.Add(
            "rawequal",
            static (L, args) => args.Length < 2
                ? L.ArgumentError(args.Length + 1, "value expected")
                : L.Return1(LuaOperations.RawEquals(args[0], args[1])),
            null,
            static (L, a, b) => L.Return1(LuaOperations.RawEquals(a, b)));
        L.RawGetFunction = library.Add(
            "rawget",
            static (L, args) =>
            {
                if (!Arguments.Table(L, args, 1, out LuaTable table))
                {
                    return LuaValue.Abrupt;
                }

                return args.Length < 2 ? L.ArgumentError(2, "value expected") : L.Return1(table.Get(args[1]));
            },
            null,
            static (L, target, key) => target.o.IsTable(out LuaTable? table) ? L.Return1(table.Get(key)) : L.TypeError(1, "table", target));
        L.RawSetFunction = library.Add(
            "rawset",
            static (L, args) =>
            {
                if (!Arguments.Table(L, args, 1, out LuaTable table))
                {
                    return LuaValue.Abrupt;
                }

                return args.Length < 3 ? L.ArgumentError(args.Length + 1, "value expected") : RawSet(L, table, args[1], args[2]);
            },
            null,
            null,
            static (L, target, key, value) => target.o.IsTable(out LuaTable? table) ? RawSet(L, table, key, value) : L.TypeError(1, "table", target));
        L.RawLenFunction = library.Add(
            "rawlen",
            static (L, args) => args.IsEmpty ? L.TypeErrorNoValue(1, "table or string") : RawLength(L, args[0]),
            static (L, value) => RawLength(L, value));
        L.GetMetatableFunction = library.Add(
            "getmetatable",
            static (L, args) => args.IsEmpty ? L.ArgumentError(1, "value expected") : GetMetatable(L, args[0]),
            static (L, value) => GetMetatable(L, value));
        L.SetMetatableFunction = library.Add(
            "setmetatable",
            static (L, args) =>
            {
                if (!Arguments.Table(L, args, 1, out _))
                {
                    return LuaValue.Abrupt;
                }

                return args.Length < 2 ? L.TypeErrorNoValue(2, "nil or table") : SetMetatable(L, args[0], args[1]);
            },
            null,
            static (L, target, metatable) => SetMetatable(L, target, metatable));
    }

    private static LuaValue RawSet(LuaState L, LuaTable table, LuaValue key, LuaValue value) =>
        table.Set(L, key, value).IsAbrupt ? LuaValue.Abrupt : L.Return1(table);

    private static LuaValue RawLength(LuaState L, LuaValue value)
    {
        if (value.o.IsTable(out LuaTable? table))
        {
            return L.Return1(table.Length);
        }

        return value.o.IsString(out LuaString? text) ? L.Return1(text.Length) : L.TypeError(1, "table or string", value);
    }

    private static LuaValue GetMetatable(LuaState L, LuaValue value)
    {
        LuaTable? metatable = L.GetMetatable(value);
        if (metatable == null)
        {
            return L.Return1(default);
        }

        LuaValue shown = metatable.GetMetamethod(Metamethod.Metatable);
        return L.Return1(shown.IsNil ? metatable : shown);
    }

    private static LuaValue SetMetatable(LuaState L, LuaValue target, LuaValue metatable)
    {
        if (!target.o.IsTable(out LuaTable? table))
        {
            return L.TypeError(1, "table", target);
        }

        if (!metatable.IsNil && !metatable.o.IsTable())
        {
            return L.TypeError(2, "nil or table", metatable);
        }

        if (table.Metatable is { } old && !old.GetMetamethod(Metamethod.Metatable).IsNil)
        {
            return L.Error("cannot change a protected metatable");
        }

        L.SetTableMetatable(table, metatable.o.AsTable());
        return L.Return1(target);
    }
}
