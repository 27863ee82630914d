using System;

namespace FLua.Runtime;

/// <content>Local variables, of functions that were compiled for <c>debug</c>; others are as if stripped.</content>
internal static partial class DebugLibrary
{
    private static void AddLocalFunctions(LuaState L, LibraryTable library)
    {
        L.DebugGetLocal = new LibraryFunction("debug.getlocal", static (L, args) => GetLocal(L, args));
        L.DebugSetLocal = new LibraryFunction("debug.setlocal", static (L, args) => SetLocal(L, args));
        library.Set("getlocal", L.DebugGetLocal);
        library.Set("setlocal", L.DebugSetLocal);
    }

    private static LuaValue GetLocal(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        int first = TakeCoroutine(args, out LuaCoroutine? coroutine);
        if (!Arguments.Integer(L, args, first + 2, out long number))
        {
            return LuaValue.Abrupt;
        }

        if (args[first].o is LuaFunction function)
        {
            // Of a function that does not run only the parameters have names.
            string? name = function.Info?.ParameterName(number);
            return L.Return1(name == null ? default : LuaString.FromText(name));
        }

        return Arguments.Integer(L, args, first + 1, out long level)
            ? Ask(L, coroutine, new LocalQuestion(L.DebugGetLocal!, first + 1, level, number, null))
            : LuaValue.Abrupt;
    }

    private static LuaValue SetLocal(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        int first = TakeCoroutine(args, out LuaCoroutine? coroutine);
        if (!Arguments.Integer(L, args, first + 1, out long level) || !Arguments.Integer(L, args, first + 2, out long number))
        {
            return LuaValue.Abrupt;
        }

        if (args.Length < first + 3)
        {
            return L.ArgumentError(first + 3, "value expected");
        }

        return Ask(L, coroutine, new LocalQuestion(L.DebugSetLocal!, first + 1, level, number, args[first + 2]));
    }

    // Reads a variable, or assigns it when there is a value for it.
    private sealed class LocalQuestion(LuaFunction asker, int argument, long level, long number, LuaValue? value) : StackQuestion(asker)
    {
        internal override LuaValue Answer(LuaState L, Trace stack)
        {
            if (level < 0 || level >= stack.Count || !stack.Has((int)level))
            {
                return L.ArgumentError(argument, "level out of range");
            }

            TraceEntry entry = stack.At((int)level);
            long left = number;
            if (entry.Values is { } values && entry.Function.Info is { } info)
            {
                foreach (LocalPlace local in info.LocalsAt(entry.Site))
                {
                    if (local.Place >= values.Length)
                    {
                        continue;
                    }

                    bool isVarargs = local.Name == "...";
                    if (isVarargs && number < 0 && values[local.Place].o is LuaValue[] varargs && -number <= varargs.Length)
                    {
                        return Give(L, "(vararg)", ref varargs[-number - 1]);
                    }

                    if (!isVarargs && --left == 0)
                    {
                        return local.IsCell && values[local.Place].o is Cell cell
                            ? Give(L, local.Name, ref cell.Value)
                            : Give(L, local.Name, ref values[local.Place]);
                    }
                }
            }

            return L.Return1(default);
        }

        private LuaValue Give(LuaState L, string name, ref LuaValue variable)
        {
            if (value is not { } assigned)
            {
                return L.Return2(LuaString.FromText(name), variable);
            }

            variable = assigned;
            return L.Return1(LuaString.FromText(name));
        }
    }
}
