using System;
using System.IO;
using System.Text;

namespace FLua.Runtime;

/// <summary><c>require</c> and the library <c>package</c>. Lua 5.4 §6.3.</summary>
/// <remarks>
/// Modules are compiled together with the program, so the second searcher looks among those first. A file that is found along the path
/// but was not compiled cannot be loaded, and says so; C libraries cannot be loaded at all.
/// </remarks>
internal static class PackageLibrary
{
    private static ReadOnlySpan<byte> DefaultPath =>
        "/usr/local/share/lua/5.4/?.lua;/usr/local/share/lua/5.4/?/init.lua;/usr/local/lib/lua/5.4/?.lua;/usr/local/lib/lua/5.4/?/init.lua;./?.lua;./?/init.lua"u8;

    private static ReadOnlySpan<byte> DefaultNativePath => "/usr/local/lib/lua/5.4/?.so;/usr/local/lib/lua/5.4/loadall.so;./?.so"u8;

    private static readonly LuaString Path = LuaString.Constant("path"u8);
    private static readonly LuaString NativePath = LuaString.Constant("cpath"u8);
    private static readonly LuaString Searchers = LuaString.Constant("searchers"u8);
    private static readonly LuaString Preload = LuaString.Constant("_PRELOAD"u8);

    /// <summary>Opens the library.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable library = LibraryTable.Open(L, "package", 8);
        LuaTable package = library.Table;
        var preload = new LuaTable(0, 4);
        L.Registry.SetString(Preload, preload);
        library.Set("loaded", L.Loaded);
        library.Set("preload", preload);
        library.Set("path", SearchPathFrom(L, "LUA_PATH", DefaultPath));
        library.Set("cpath", SearchPathFrom(L, "LUA_CPATH", DefaultNativePath));
        library.Set("config", LuaString.Constant("/\n;\n?\n!\n-\n"u8));
        library.Add("searchpath", static (L, args) => SearchPath(L, args));
        library.Add("loadlib", static (L, args) => LoadLibrary(L, args));

        var searchers = new LuaTable(4, 0);
        searchers.SetInt(1, new LibraryFunction("searcher_preload", static (L, args) => SearchPreload(L, args)));
        searchers.SetInt(2, new LibraryFunction("searcher_Lua", (L, args) => SearchModule(L, package, args)));
        searchers.SetInt(3, new LibraryFunction("searcher_C", (L, args) => SearchNative(L, package, args, false)));
        searchers.SetInt(4, new LibraryFunction("searcher_Croot", (L, args) => SearchNative(L, package, args, true)));
        package.SetString(Searchers, searchers);
        L.RequireFunction = LibraryTable.Of("", L.Globals).Add("require", (L, args) => Require(L, package, args));
    }

    // LUA_PATH_5_4, else LUA_PATH; an empty entry in it stands for the default path.
    private static LuaString SearchPathFrom(LuaState L, string variable, ReadOnlySpan<byte> standard)
    {
        string? value = L.Platform.GetEnvironmentVariable(variable + "_5_4") ?? L.Platform.GetEnvironmentVariable(variable);
        if (value == null)
        {
            return LuaString.Constant(standard);
        }

        int mark = value.IndexOf(";;", StringComparison.Ordinal);
        if (mark < 0)
        {
            return LuaString.FromText(value);
        }

        string before = mark > 0 ? value[..mark] + ";" : "";
        string after = mark + 2 < value.Length ? ";" + value[(mark + 2)..] : "";
        return LuaString.FromText(before + Encoding.ASCII.GetString(standard) + after);
    }

    private static LuaValue Require(LuaState L, LuaTable package, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString name))
        {
            return LuaValue.Abrupt;
        }

        LuaValue loaded = L.Loaded.Get(name);
        if (loaded.IsTrue)
        {
            return L.Return1(loaded);
        }

        LuaValue loader = FindLoader(L, package, name, out LuaValue data);
        if (loader.IsAbrupt)
        {
            return loader;
        }

        LuaValue result = L.CallBack2(loader, name, data, "require");
        return !result.IsAbrupt ? Finish(L, name, data, result)
            : L.IsAsked ? L.GoOnLater(new SuspendedRequire(L.RequireFunction, name, data))
            : result;
    }

    // The loader has run.
    private static LuaValue Finish(LuaState L, LuaString name, LuaValue data, LuaValue result)
    {
        if (!result.IsNil)
        {
            L.Loaded.Set(L, name, result);
        }

        LuaValue module = L.Loaded.Get(name);
        if (module.IsNil)
        {
            module = LuaValue.True;
            L.Loaded.Set(L, name, module);
        }

        return L.Return2(module, data);
    }

    private static LuaValue FindLoader(LuaState L, LuaTable package, LuaString name, out LuaValue data)
    {
        data = default;
        if (!package.GetString(Searchers).o.IsTable(out LuaTable? searchers))
        {
            return L.Error("'package.searchers' must be a table");
        }

        var message = new StringBuilder();
        for (long i = 1; ; i++)
        {
            LuaValue searcher = searchers.GetInt(i);
            if (searcher.IsNil)
            {
                return L.Error("module '" + name + "' not found:" + message);
            }

            LuaValue loader = L.CallNoYield1(searcher, name, "require");
            if (loader.IsAbrupt)
            {
                return loader;
            }

            if (loader.o is LuaFunction)
            {
                data = L.Result(1);
                return loader;
            }

            if (loader.o.IsString() || loader.IsNumber)
            {
                message.Append("\n\t").Append(LuaOperations.ToLuaString(loader).ToString());
            }
        }
    }

    private static LuaValue SearchPreload(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString name))
        {
            return LuaValue.Abrupt;
        }

        LuaValue loader = L.Registry.GetString(Preload).o.IsTable(out LuaTable? preload) ? NoYield.GetIndex(L, preload, name) : default;
        if (loader.IsAbrupt)
        {
            return loader;
        }

        return loader.IsNil
            ? L.Return1(LuaString.FromText("no field package.preload['" + name + "']"))
            : L.Return2(loader, LuaString.Constant(":preload:"u8));
    }

    private static LuaValue SearchModule(LuaState L, LuaTable package, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString name))
        {
            return LuaValue.Abrupt;
        }

        if (L.FindModule(name.ToString()) is { } module)
        {
            return L.Return2(module.Load(L), LuaString.FromText(module.Path));
        }

        if (PathOf(package, Path) is not { } path)
        {
            return L.Error("'package.path' must be a string");
        }

        string? file = FindFile(name.ToString(), path.ToString(), ".", "/", out string tried);
        return file == null
            ? L.Return1(LuaString.FromText(tried))
            : L.Error("error loading module '" + name + "' from file '" + file
                + "':\n\tdynamic code is not available in a compiled program: include the module when compiling");
    }

    private static LuaValue SearchNative(LuaState L, LuaTable package, ReadOnlySpan<LuaValue> args, bool rootOnly)
    {
        if (!Arguments.String(L, args, 1, out LuaString text))
        {
            return LuaValue.Abrupt;
        }

        string name = text.ToString();
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (rootOnly && dot < 0)
        {
            return L.Return0();
        }

        if (PathOf(package, NativePath) is not { } path)
        {
            return L.Error("'package.cpath' must be a string");
        }

        string? file = FindFile(rootOnly ? name[..dot] : name, path.ToString(), ".", "/", out string tried);
        return file == null
            ? L.Return1(LuaString.FromText(tried))
            : L.Error("error loading module '" + name + "' from file '" + file + "':\n\tC libraries cannot be loaded by a compiled program");
    }

    private static LuaValue SearchPath(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        // The reference, as it is compiled, looks at the last argument first.
        if (!Arguments.OptString(L, args, 4, LuaString.Constant("/"u8), out LuaString? replacement)
            || !Arguments.OptString(L, args, 3, LuaString.Constant("."u8), out LuaString? separator)
            || !Arguments.String(L, args, 2, out LuaString path)
            || !Arguments.String(L, args, 1, out LuaString name))
        {
            return LuaValue.Abrupt;
        }

        string? file = FindFile(name.ToString(), path.ToString(), separator!.ToString(), replacement!.ToString(), out string tried);
        return file == null ? L.Return2(default, LuaString.FromText(tried)) : L.Return1(LuaString.FromText(file));
    }

    private static LuaValue LoadLibrary(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out _) || !Arguments.String(L, args, 2, out _))
        {
            return LuaValue.Abrupt;
        }

        return L.Return3(default, LuaString.FromText("C libraries cannot be loaded by a compiled program"), LuaString.Constant("absent"u8));
    }

    /// <summary>A path of the package table; a number will do as a string.</summary>
    private static LuaString? PathOf(LuaTable package, LuaString field)
    {
        LuaValue path = package.GetString(field);
        return path.o.IsString() || path.IsNumber ? LuaOperations.ToLuaString(path) : null;
    }

    // The first readable file of a path of templates; when there is none, the message that lists them.
    private static string? FindFile(string name, string path, string separator, string replacement, out string tried)
    {
        if (separator.Length > 0)
        {
            name = name.Replace(separator, replacement, StringComparison.Ordinal);
        }

        string files = path.Replace("?", name, StringComparison.Ordinal);
        foreach (string file in files.Split(';'))
        {
            if (IsReadable(file))
            {
                tried = "";
                return file;
            }
        }

        tried = "no file '" + files.Replace(";", "'\n\tno file '", StringComparison.Ordinal) + "'";
        return null;
    }

    // As there: what can be opened for reading, which a folder can.
    private static bool IsReadable(string file)
    {
        if (Directory.Exists(file))
        {
            return true;
        }

        try
        {
            using (File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            {
                return true;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>A <c>require</c> of a module that looks at the stack while it is loaded.</summary>
    private sealed class SuspendedRequire(LibraryFunction target, LuaString name, LuaValue data) : NativeContinuation(target)
    {
        internal override LuaValue GoOn(LuaState L, LuaValue result) => Finish(L, name, data, result);
    }
}
