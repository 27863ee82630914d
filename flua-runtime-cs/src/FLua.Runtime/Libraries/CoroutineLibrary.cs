namespace FLua.Runtime;

/// <summary>The library <c>coroutine</c>. Lua 5.4 §6.2.</summary>
internal static class CoroutineLibrary
{
    private static readonly LuaString Running = LuaString.Constant("running"u8);
    private static readonly LuaString Suspended = LuaString.Constant("suspended"u8);
    private static readonly LuaString Normal = LuaString.Constant("normal"u8);
    private static readonly LuaString Dead = LuaString.Constant("dead"u8);

    /// <summary>Opens the library.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable library = LibraryTable.Open(L, "coroutine", 8);
        library.Set("yield", L.CoroutineYieldFunction);
        L.CoroutineResumeFunction = new ResumeFunction();
        library.Set("resume", L.CoroutineResumeFunction);
        L.CoroutineCreateFunction = library.Add(
            "create",
            static (L, args) => Arguments.Function(L, args, 1, out LuaFunction f) ? L.Return1(New(L, f)) : LuaValue.Abrupt,
            static (L, f) => f.o is LuaFunction ? L.Return1(New(L, f)) : L.TypeError(1, "function", f));
        L.CoroutineWrapFunction = library.Add(
            "wrap",
            static (L, args) => Arguments.Function(L, args, 1, out LuaFunction f) ? L.Return1(new WrapFunction(New(L, f))) : LuaValue.Abrupt,
            static (L, f) => f.o is LuaFunction ? L.Return1(new WrapFunction(New(L, f))) : L.TypeError(1, "function", f));
        L.CoroutineStatusFunction = library.Add(
            "status",
            static (L, args) => args.Length == 0 ? L.TypeErrorNoValue(1, "thread") : Status(L, args[0]),
            static (L, coroutine) => Status(L, coroutine));
        library.Add("running", static (L, _) => L.Return2(L.Current, L.Current == L.MainCoroutine));
        library.Add("isyieldable", static (L, args) => args.Length == 0 ? L.Return1(L.IsYieldable) : IsYieldable(L, args[0]));
        library.Add("close", static (L, args) => args.Length == 0 ? L.TypeErrorNoValue(1, "thread") : Close(L, args[0]));
    }

    private static LuaCoroutine New(LuaState L, LuaValue function) =>
        new(function, CoroutineStatus.Suspended) { Hook = L.Current.Hook?.Inherited() };

    private static LuaString StatusName(LuaCoroutine coroutine) => coroutine.Status switch
    {
        CoroutineStatus.Running => Running,
        CoroutineStatus.Suspended => Suspended,
        CoroutineStatus.Normal => Normal,
        _ => Dead,
    };

    private static LuaValue Status(LuaState L, LuaValue value) =>
        value.o.IsCoroutine(out LuaCoroutine? coroutine) ? L.Return1(StatusName(coroutine)) : L.TypeError(1, "thread", value);

    private static LuaValue IsYieldable(LuaState L, LuaValue value)
    {
        if (!value.o.IsCoroutine(out LuaCoroutine? coroutine))
        {
            return L.TypeError(1, "thread", value);
        }

        bool yieldable = coroutine == L.Current
            ? L.IsYieldable
            : coroutine != L.MainCoroutine && (coroutine.Status != CoroutineStatus.Normal || (coroutine.NonYieldable == 0 && coroutine.Unyieldable == 0));
        return L.Return1(yieldable);
    }

    private static LuaValue Close(LuaState L, LuaValue value)
    {
        if (!value.o.IsCoroutine(out LuaCoroutine? coroutine))
        {
            return L.TypeError(1, "thread", value);
        }

        if (coroutine.Status is CoroutineStatus.Running or CoroutineStatus.Normal)
        {
            return L.Error("cannot close a " + StatusName(coroutine) + " coroutine");
        }

        return L.TryClose(coroutine, out LuaValue error) ? L.Return1(LuaValue.True) : L.Return2(LuaValue.False, error);
    }
}
