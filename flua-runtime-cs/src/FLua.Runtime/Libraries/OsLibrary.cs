using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>The library <c>os</c>. Lua 5.4 §6.9.</summary>
internal static partial class OsLibrary
{
    private const string TemporaryLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly string[] Categories = ["all", "collate", "ctype", "monetary", "numeric", "time"];

    /// <summary>Makes the library and puts it into the globals and the loaded modules.</summary>
    internal static void Open(LuaState L)
    {
        LibraryTable os = LibraryTable.Open(L, "os", 11);
        L.OsClockFunction = os.Add("clock", static (L, args) => L.Return1(Environment.CpuUsage.TotalTime.TotalSeconds));
        os.Add("date", static (L, args) => Date(L, args));
        os.Add("difftime", static (L, args) => DiffTime(L, args));
        os.Add("execute", static (L, args) => Execute(L, args));
        os.Add("exit", static (L, args) => Exit(L, args));
        os.Add("getenv", static (L, args) => GetEnvironment(L, args));
        os.Add("remove", static (L, args) => Remove(L, args));
        os.Add("rename", static (L, args) => Rename(L, args));
        os.Add("setlocale", static (L, args) => SetLocale(L, args));
        L.OsTimeFunction = os.Add("time", static (L, args) => Time(L, args));
        os.Add("tmpname", static (L, args) => TemporaryName(L));
    }

    private static LuaValue GetEnvironment(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString name))
        {
            return LuaValue.Abrupt;
        }

        string text = Arguments.UpToZero(name).ToString();
        return L.Return1(text.Length == 0 ? default(string) : L.Platform.GetEnvironmentVariable(text));
    }

    private static LuaValue Exit(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaValue status = Arguments.At(args, 1);
        long code;
        if (status.o == Tags.True || status.o == Tags.False)
        {
            code = status.IsTrue ? 0 : 1;
        }
        else if (!Arguments.OptInteger(L, args, 1, 0, out code))
        {
            return LuaValue.Abrupt;
        }

        if (Arguments.At(args, 2).IsTrue)
        {
            L.Close();
        }

        L.FlushOutput();
        L.Io?.FlushAll();
        L.Platform.Exit(L.Platform is ConsolePlatform { OwnsProcess: true } && L.ReportLostOutput() && code == 0 ? 1 : (int)code);
        return L.Return0();
    }

    private static LuaValue Execute(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.OptString(L, args, 1, null, out LuaString? command))
        {
            return LuaValue.Abrupt;
        }

        if (command == null)
        {
            return L.Return1(OperatingSystem.IsWindows() || File.Exists("/bin/sh"));
        }

        try
        {
            L.FlushPrinted();
            return ProcessPipe.Run(Arguments.UpToZero(command)).Return(L);
        }
        catch (Exception exception) when (ProcessPipe.IsStartFailure(exception))
        {
            return SystemError.Of(exception).Return(L);
        }
    }

    private static LuaValue Remove(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString name))
        {
            return LuaValue.Abrupt;
        }

        name = Arguments.UpToZero(name);
        return FileNames.TryRemove(name, out SystemError error) ? L.Return1(true) : error.Return(L, name.ToString());
    }

    private static LuaValue Rename(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString from) || !Arguments.String(L, args, 2, out LuaString to))
        {
            return LuaValue.Abrupt;
        }

        return FileNames.TryRename(Arguments.UpToZero(from), Arguments.UpToZero(to), out SystemError error) ? L.Return1(true) : error.Return(L);
    }

    private static LuaValue TemporaryName(LuaState L)
    {
        string directory = Directory.Exists("/tmp") ? "/tmp" : Path.GetTempPath();
        for (int attempt = 0; attempt < 100; attempt++)
        {
            string path = Path.Combine(directory, "lua_" + new string(Random.Shared.GetItems<char>(TemporaryLetters, 6)));
            try
            {
                // The file is made at once, so that nobody else gets the name.
                new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite).Dispose();
                return L.Return1(LuaString.FromText(path));
            }
            catch (Exception exception) when (SystemError.IsKnown(exception))
            {
                // Taken: another name.
            }
        }

        return L.Error("unable to generate a unique filename");
    }

    /// <summary>There is one locale: C's own.</summary>
    private static LuaValue SetLocale(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.OptString(L, args, 1, null, out LuaString? locale) || !Arguments.Option(L, args, 2, "all", Categories, out _))
        {
            return LuaValue.Abrupt;
        }

        bool isKnown = locale == null || Arguments.UpToZero(locale).ToString() is "" or "C" or "POSIX";
        return L.Return1(isKnown ? LuaString.OfByte((byte)'C') : null);
    }
}
