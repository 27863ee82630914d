namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    // The compiler refuses these functions where it sees them by name. A program that reaches them in another way gets a plain error.
    private static void OpenDynamicCode(LibraryTable library)
    {
        library.Add("load", static (L, _) => Refuse(L, "load"));
        library.Add("loadfile", static (L, _) => Refuse(L, "loadfile"));
        library.Add("dofile", static (L, _) => Refuse(L, "dofile"));
    }

    private static LuaValue Refuse(LuaState L, string name) =>
        L.Error("dynamic code is not available in a compiled program: '" + name + "' would need the compiler when the program runs");
}
