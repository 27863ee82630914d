using System;

namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    private static readonly string[] CollectorOptions =
    [
        "stop", "restart", "collect", "count", "step", "setpause", "setstepmul", "isrunning", "generational", "incremental",
    ];

    // The host's collector cannot be stopped or tuned from a program; the options answer as the reference's would.
    private static void OpenCollector(LibraryTable library) => library.Add("collectgarbage", static (L, args) =>
    {
        if (!Arguments.Option(L, args, 1, "collect", CollectorOptions, out int option))
        {
            return LuaValue.Abrupt;
        }

        CollectorSettings settings = L.Collector;
        switch (CollectorOptions[option])
        {
            case "collect":
                L.CollectGarbage();
                return L.Return1(0L);
            case "count":
                return L.Return1(GC.GetTotalMemory(false) / 1024.0);
            case "step":
                if (!Arguments.OptInteger(L, args, 2, 0, out _))
                {
                    return LuaValue.Abrupt;
                }

                L.CollectGarbage();
                return L.Return1(LuaValue.True);
            case "stop":
                settings.IsRunning = false;
                return L.Return1(0L);
            case "restart":
                settings.IsRunning = true;
                return L.Return1(0L);
            case "isrunning":
                return L.Return1(settings.IsRunning);
            case "setpause":
                return SetNumber(L, args, ref settings.Pause);
            case "setstepmul":
                return SetNumber(L, args, ref settings.StepMultiplier);
            case "generational":
                return SetMode(L, args, 3, settings, true);
            default:
                return SetMode(L, args, 4, settings, false);
        }
    });

    private static LuaValue SetNumber(LuaState L, ReadOnlySpan<LuaValue> args, ref long setting)
    {
        if (!Arguments.OptInteger(L, args, 2, 0, out long value))
        {
            return LuaValue.Abrupt;
        }

        long previous = setting;
        setting = value;
        return L.Return1(previous);
    }

    private static LuaValue SetMode(LuaState L, ReadOnlySpan<LuaValue> args, int last, CollectorSettings settings, bool generational)
    {
        for (int argument = 2; argument <= last; argument++)
        {
            if (!Arguments.OptInteger(L, args, argument, 0, out _))
            {
                return LuaValue.Abrupt;
            }
        }

        LuaString previous = settings.IsGenerational ? LuaString.Constant("generational"u8) : LuaString.Constant("incremental"u8);
        settings.IsGenerational = generational;
        return L.Return1(previous);
    }
}
