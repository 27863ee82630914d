namespace FLua.Runtime;

/// <summary>A variable of an activation as <c>debug.getlocal</c> counts them: those with names first, then values without. Lua 5.4 §6.10.</summary>
internal readonly ref struct VisibleLocal
{
    private VisibleLocal(string name, ref LuaValue variable)
    {
        Name = name;
        Variable = ref variable;
    }

    /// <summary>Its name, or what stands for one.</summary>
    internal string Name { get; }

    /// <summary>The place of its value.</summary>
    internal readonly ref LuaValue Variable;

    /// <summary>How many variables of an activation have a positive number, but for what it returns.</summary>
    internal static int Count(in TraceEntry entry)
    {
        int count = 0;
        if (entry.Values is { } values && entry.Function.Info is { } info)
        {
            foreach (LocalPlace local in info.LocalsAt(entry.Site))
            {
                count += !local.IsVarargs && local.Place < values.Length ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>The variable with a number; varargs have negative ones.</summary>
    internal static bool TryFind(in TraceEntry entry, long number, out VisibleLocal found)
    {
        found = default;
        long left = number;
        bool isLua = entry.Function.Info != null;
        if (entry.Values is { } values && entry.Function.Info is { } info)
        {
            foreach (LocalPlace local in info.LocalsAt(entry.Site))
            {
                if (local.Place >= values.Length)
                {
                    continue;
                }

                if (local.IsVarargs)
                {
                    if (number < 0 && values[local.Place].o is LuaValue[] varargs && -number <= varargs.Length)
                    {
                        found = new VisibleLocal("(vararg)", ref varargs[-number - 1]);
                        return true;
                    }
                }
                else if (--left == 0)
                {
                    string name = local.Name.Length > 0 ? local.Name : "(temporary)";
                    found = local.IsCell && values[local.Place].o is Cell cell
                        ? new VisibleLocal(name, ref cell.Value)
                        : new VisibleLocal(name, ref values[local.Place]);
                    return true;
                }
            }
        }

        if (entry.Transfer is { } transfer && left > 0 && left <= transfer.Values.Length)
        {
            found = new VisibleLocal(isLua ? "(temporary)" : "(C temporary)", ref transfer.Values[left - 1]);
            return true;
        }

        return false;
    }
}
