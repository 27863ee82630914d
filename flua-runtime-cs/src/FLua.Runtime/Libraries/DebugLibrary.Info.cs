using System;
using System.Linq;

namespace FLua.Runtime;

internal static partial class DebugLibrary
{
    private static LuaValue GetInfo(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        int first = TakeCoroutine(args, out LuaCoroutine? coroutine);
        if (!Arguments.OptString(L, args, first + 2, LuaString.Constant("flnSrtu"u8), out LuaString? what))
        {
            return LuaValue.Abrupt;
        }

        string options = what!.ToString();
        if (options.StartsWith('>'))
        {
            return L.ArgumentError(first + 2, "invalid option '>'");
        }

        foreach (char option in options)
        {
            if (!"SlnrutLf".Contains(option, StringComparison.Ordinal))
            {
                return L.ArgumentError(first + 2, "invalid option");
            }
        }

        if (args.Length > first && args[first].o is LuaFunction function)
        {
            return L.Return1(Describe(function, default, null, options));
        }

        if (!Arguments.Integer(L, args, first + 1, out long level))
        {
            return LuaValue.Abrupt;
        }

        return level < 0 ? L.Return1(default) : Ask(L, coroutine, new InfoQuestion(L.DebugGetInfo!, level, options));
    }

    private sealed class InfoQuestion(LuaFunction asker, long level, string options) : StackQuestion(asker)
    {
        internal override LuaValue Answer(LuaState L, Trace stack)
        {
            if (level >= stack.Count || !stack.Has((int)level))
            {
                return L.Return1(default);
            }

            TraceEntry entry = stack.At((int)level);
            return L.Return1(Describe(entry.Function, entry, Traceback.NameOf(stack, (int)level), options));
        }
    }

    private static LuaTable Describe(LuaFunction function, TraceEntry entry, ValueName? name, string options)
    {
        LibraryTable result = LibraryTable.Of("", new LuaTable(0, 16));
        FunctionInfo? info = function.Info;
        foreach (char option in options)
        {
            switch (option)
            {
                case 'S':
                    result.Set("source", LuaString.FromText(info?.Source ?? "=[C]"));
                    result.Set("short_src", LuaString.FromText(info?.ShownSource ?? "[C]"));
                    result.Set("linedefined", info == null ? -1L : info.Line);
                    result.Set("lastlinedefined", info == null ? -1L : info.LastLine);
                    result.Set("what", LuaString.FromText(info == null ? "C" : info.Line == 0 ? "main" : "Lua"));
                    break;
                case 'l':
                    int line = info?.SiteAt(entry.Site).Line ?? 0;
                    result.Set("currentline", line > 0 ? line : -1L);
                    break;
                case 'u':
                    result.Set("nups", (long)(info?.UpvalueNames.Length ?? function.UpvalueCount));
                    result.Set("nparams", info == null ? 0L : info.ParameterCount);
                    result.Set("isvararg", info == null || info.IsVararg);
                    break;
                case 'n':
                    result.Set("name", name == null ? default : LuaString.FromText(name.Name));
                    result.Set("namewhat", LuaString.FromText(name?.Kind ?? ""));
                    break;
                case 't':
                    result.Set("istailcall", entry.IsTailCalled);
                    break;
                case 'r':
                    (long start, long count) = Transferred(function, entry);
                    result.Set("ftransfer", start);
                    result.Set("ntransfer", count);
                    break;
                case 'L':
                    result.Set("activelines", ActiveLines(info));
                    break;
                default:
                    result.Set("func", function);
                    break;
            }
        }

        return result.Table;
    }

    // Where debug.getlocal finds what a hook is told that the function takes or gives, and how much it is.
    private static (long Start, long Count) Transferred(LuaFunction function, in TraceEntry entry)
    {
        if (entry.Transfer is not { } transfer)
        {
            return (0, 0);
        }

        if (function.Info is { } info && !transfer.IsReturn)
        {
            return (1, info.ParameterCount);
        }

        return (VisibleLocal.Count(entry) + transfer.First + 1L, transfer.Values.Length - transfer.First);
    }

    // The lines with code, as far as something on them can raise or suspend.
    private static LuaValue ActiveLines(FunctionInfo? info)
    {
        if (info == null)
        {
            return default;
        }

        var lines = new LuaTable();
        // Of code compiled for debug the first site is no line: it tells hooks of the call.
        foreach (int line in info.SiteLines().Skip(info.Locals.Length > 0 ? 1 : 0))
        {
            if (line > 0)
            {
                lines.SetInt(line, LuaValue.True);
            }
        }

        if (info.LastLine > 0)
        {
            lines.SetInt(info.LastLine, LuaValue.True);
        }

        return lines;
    }
}
