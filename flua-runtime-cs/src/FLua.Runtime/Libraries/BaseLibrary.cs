using System;

namespace FLua.Runtime;

/// <summary>The basic functions. Lua 5.4 §6.1.</summary>
internal static partial class BaseLibrary
{
    /// <summary>Opens the library.</summary>
    internal static void Open(LuaState L)
    {
        LuaTable globals = L.Globals;
        LibraryTable library = LibraryTable.Of("", globals);
        L.Loaded.SetString(LibraryTable.Key("_G"), globals);
        library.Set("_G", globals);
        library.Set("_VERSION", LuaString.Constant("Lua 5.4"u8));
        OpenValues(L, library);
        OpenRaw(L, library);
        OpenErrors(L, library);
        OpenIteration(L, library);
        OpenOutput(L, library);
        OpenCollector(library);
        OpenDynamicCode(library);
    }

    private static void OpenErrors(LuaState L, LibraryTable library)
    {
        L.PcallFunction = new PcallFunction();
        library.Set("pcall", L.PcallFunction);
        L.XpcallFunction = new XpcallFunction();
        library.Set("xpcall", L.XpcallFunction);
        L.ErrorFunction = library.Add(
            "error",
            static (L, args) =>
            {
                if (!Arguments.OptInteger(L, args, 2, 1, out long level))
                {
                    return LuaValue.Abrupt;
                }

                return L.ErrorValue(Arguments.At(args, 1), (int)level);
            },
            static (L, message) => L.ErrorValue(message, 1),
            static (L, message, level) => level.IsInt
                ? L.ErrorValue(message, (int)level.n)
                : Arguments.OptInteger(L, LuaOperations.Values(message, level), 2, 1, out long number) ? L.ErrorValue(message, (int)number) : LuaValue.Abrupt);
        L.AssertFunction = library.Add(
            "assert",
            static (L, args) =>
            {
                if (args.IsEmpty)
                {
                    return L.ArgumentError(1, "value expected");
                }

                return args[0].IsTrue ? L.ReturnN(args) : FailAssertion(L, args);
            },
            static (L, condition) => condition.IsTrue ? L.Return1(condition) : FailAssertion(L, [condition]),
            static (L, condition, message) => condition.IsTrue ? L.Return2(condition, message) : FailAssertion(L, LuaOperations.Values(condition, message)));
    }

    private static LuaValue FailAssertion(LuaState L, ReadOnlySpan<LuaValue> args) =>
        L.ErrorValue(args.Length > 1 ? args[1] : LuaString.Constant("assertion failed!"u8), 1);
}
