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
            ? Ask(L, coroutine, new LocalQuestion(L.DebugGetLocal!, args, first + 1, level, number, null))
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

        return Ask(L, coroutine, new LocalQuestion(L.DebugSetLocal!, args, first + 1, level, number, args[first + 2]));
    }

    // Reads a variable, or assigns it when there is a value for it.
    private sealed class LocalQuestion(LuaFunction asker, ReadOnlySpan<LuaValue> arguments, int argument, long level, long number, LuaValue? value)
        : StackQuestion(asker)
    {
        internal override Transfer? Arguments { get; } = new(arguments.ToArray(), false);

        internal override LuaValue Answer(LuaState L, Trace stack)
        {
            if (level < 0 || level >= stack.Count || !stack.Has((int)level))
            {
                return L.ArgumentError(argument, "level out of range");
            }

            if (!VisibleLocal.TryFind(stack.At((int)level), number, out VisibleLocal local))
            {
                return L.Return1(default);
            }

            if (value is not { } assigned)
            {
                return L.Return2(LuaString.FromText(local.Name), local.Variable);
            }

            local.Variable = assigned;
            return L.Return1(LuaString.FromText(local.Name));
        }
    }
}
