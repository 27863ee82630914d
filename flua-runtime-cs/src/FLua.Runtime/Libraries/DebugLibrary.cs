using System;

namespace FLua.Runtime;

/// <summary>The part of <c>debug</c> that needs no view of the running stack. Lua 5.4 §6.10.</summary>
/// <remarks>
/// Functions are as if stripped of the names of their upvalues. The stack is known inside message handlers, for coroutines that do not run,
/// and for errors that nobody caught.
/// </remarks>
internal static partial class DebugLibrary
{
    /// <summary>Opens the library.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable library = LibraryTable.Open(L, "debug", 16);
        L.DebugTraceback = new LibraryFunction("debug.traceback", static (L, args) => WriteTraceback(L, args));
        library.Set("traceback", L.DebugTraceback);
        L.DebugGetInfo = new LibraryFunction("debug.getinfo", static (L, args) => GetInfo(L, args));
        library.Set("getinfo", L.DebugGetInfo);
        library.Add("getregistry", static (L, _) => L.Return1(L.Registry));
        library.Add(
            "getmetatable",
            static (L, args) => args.IsEmpty ? L.ArgumentError(1, "value expected") : L.Return1(L.GetMetatable(args[0])));
        library.Add("setmetatable", static (L, args) => SetMetatable(L, args));
        AddHookFunctions(L, library);
        AddUpvalueFunctions(library);
        AddLocalFunctions(L, library);
        library.Add("getuservalue", static (L, args) => GetUserValue(L, args));
        library.Add("setuservalue", static (L, args) => SetUserValue(L, args));
    }

    private static LuaValue SetMetatable(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaValue metatable = Arguments.At(args, 2);
        if (!metatable.IsNil && !metatable.o.IsTable())
        {
            return L.TypeError(2, "nil or table", metatable);
        }

        if (args.Length < 2)
        {
            return L.TypeErrorNoValue(2, "nil or table");
        }

        L.SetMetatable(args[0], metatable.o.AsTable());
        return L.Return1(args[0]);
    }

    private static LuaValue GetUserValue(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.OptInteger(L, args, 2, 1, out _))
        {
            return LuaValue.Abrupt;
        }

        return L.Return1(default);
    }

    private static LuaValue SetUserValue(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (args.IsEmpty || args[0].o is not LuaUserData { IsLight: false })
        {
            return args.IsEmpty ? L.TypeErrorNoValue(1, "userdata") : L.TypeError(1, "userdata", args[0]);
        }

        if (args.Length < 2)
        {
            return L.ArgumentError(2, "value expected");
        }

        return Arguments.OptInteger(L, args, 3, 1, out _) ? L.Return1(default) : LuaValue.Abrupt;
    }

    // The coroutine that many of the functions may take in front of their arguments, and how many arguments it takes: one or none.
    private static int TakeCoroutine(ReadOnlySpan<LuaValue> args, out LuaCoroutine? coroutine)
    {
        coroutine = args.Length > 0 ? args[0].o as LuaCoroutine : null;
        return coroutine == null ? 0 : 1;
    }

    // Asks about the stack of a coroutine: one that does not run has it at hand.
    private static LuaValue Ask(LuaState L, LuaCoroutine? coroutine, StackQuestion question) =>
        coroutine == null || coroutine == L.Current ? L.Ask(question) : question.Answer(L, Traceback.StackOf(L, coroutine));

    private static LuaValue WriteTraceback(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        args = args[TakeCoroutine(args, out LuaCoroutine? coroutine)..];
        LuaValue message = Arguments.At(args, 1);
        if (!message.IsNil && !message.o.IsString() && !message.IsNumber)
        {
            return L.Return1(message);
        }

        bool isRunning = coroutine == null || coroutine == L.Current;
        return Arguments.OptInteger(L, args, 2, isRunning ? 1 : 0, out long level)
            ? Ask(L, coroutine, new TracebackQuestion(L.DebugTraceback!, message, (int)Math.Clamp(level, 0, int.MaxValue)))
            : LuaValue.Abrupt;
    }

    private sealed class TracebackQuestion(LuaFunction asker, LuaValue message, int level) : StackQuestion(asker)
    {
        internal override LuaValue Answer(LuaState L, Trace stack)
        {
            LuaValue text = LuaString.FromText(Traceback.Write(L, stack.From(level)));
            if (message.IsNil)
            {
                return L.Return1(text);
            }

            LuaValue whole = LuaOperations.ConcatN(L, LuaOperations.Values(message, LuaString.Constant("\n"u8), text));
            return whole.IsAbrupt ? whole : L.Return1(whole);
        }
    }
}
