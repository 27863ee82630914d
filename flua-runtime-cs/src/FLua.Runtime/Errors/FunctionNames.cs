using System;

namespace FLua.Runtime;

/// <summary>Finds the names under which functions are reachable from the loaded modules: <c>print</c>, <c>string.rep</c>.</summary>
internal static class FunctionNames
{
    /// <summary>The name of a function as a field of a loaded module, globals without prefix; null when it is none.</summary>
    internal static string? Global(LuaState L, LuaFunction function)
    {
        string? found = FindField(L, L.Globals, function);
        if (found != null)
        {
            return found;
        }

        int cursor = 0;
        while (L.Loaded.MoveNext(ref cursor, out LuaValue key, out LuaValue module))
        {
            if (!key.o.IsString(out LuaString? name))
            {
                continue;
            }

            if (ReferenceEquals(module.o, function))
            {
                return name.ToString();
            }

            if (module.o.IsTable(out LuaTable? table) && !ReferenceEquals(table, L.Globals))
            {
                found = FindField(L, table, function);
                if (found != null)
                {
                    return name + "." + found;
                }
            }
        }

        return null;
    }

    private static string? FindField(LuaState L, LuaTable table, LuaFunction function)
    {
        int cursor = 0;
        while (table.MoveNext(ref cursor, out LuaValue key, out LuaValue value))
        {
            if (ReferenceEquals(value.o, function) && key.o.IsString(out LuaString? name))
            {
                return name.ToString();
            }
        }

        return null;
    }
}
