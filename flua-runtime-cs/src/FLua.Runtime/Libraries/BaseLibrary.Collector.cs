using System;

namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    private static readonly string[] CollectorOptions =
    [
        "stop", "restart", "collect", "count", "step", "setpause", "setstepmul", "isrunning", "generational", "incremental",
    ];

    // The host's collector cannot be stopped or tuned from a program; the options answer as the reference's would. What "stop" stops are
    // finalizers and the clearing of weak tables.
    private static void OpenCollector(LibraryTable library) => library.Add("collectgarbage", static (L, args) =>
    {
        if (!Arguments.Option(L, args, 1, "collect", CollectorOptions, out int option))
        {
            return LuaValue.Abrupt;
        }

        CollectorSettings settings = L.Collector;
        switch (CollectorOptions[option])
        {
            case "step":
                if (!Arguments.OptInteger(L, args, 2, 0, out _))
                {
                    return LuaValue.Abrupt;
                }

                break;
            case "setpause":
            case "setstepmul":
                return SetNumber(L, args, settings, CollectorOptions[option] == "setpause");
            case "generational":
                return SetMode(L, args, settings, true);
            case "incremental":
                return SetMode(L, args, settings, false);
            default:
                break;
        }

        return L.RunsFinalizer ? L.Return1(default) : Collect(L, settings, CollectorOptions[option]);
    });

    private static LuaValue Collect(LuaState L, CollectorSettings settings, string option)
    {
        switch (option)
        {
            case "collect":
                return L.Ask(new CollectionQuestion(0L));
            case "step":
                return L.Ask(new CollectionQuestion(LuaValue.True));
            case "count":
                return L.Return1(GC.GetTotalMemory(false) / 1024.0);
            case "stop":
                settings.IsRunning = false;
                return L.Return1(0L);
            case "restart":
                settings.IsRunning = true;
                L.WakeIfFinalizersWait();
                return L.Return1(0L);
            default:
                return L.Return1(settings.IsRunning);
        }
    }

    private static LuaValue SetNumber(LuaState L, ReadOnlySpan<LuaValue> args, CollectorSettings settings, bool isPause)
    {
        if (!Arguments.OptInteger(L, args, 2, 0, out long value))
        {
            return LuaValue.Abrupt;
        }

        if (L.RunsFinalizer)
        {
            return L.Return1(default);
        }

        long previous = isPause ? settings.Pause : settings.StepMultiplier;
        if (isPause)
        {
            settings.Pause = value;
        }
        else
        {
            settings.StepMultiplier = value;
        }

        return L.Return1(previous);
    }

    private static LuaValue SetMode(LuaState L, ReadOnlySpan<LuaValue> args, CollectorSettings settings, bool generational)
    {
        Span<long> values = [0, 0, 0];
        for (int i = 0; i < (generational ? 2 : 3); i++)
        {
            if (!Arguments.OptInteger(L, args, i + 2, 0, out values[i]))
            {
                return LuaValue.Abrupt;
            }
        }

        if (L.RunsFinalizer)
        {
            return L.Return1(default);
        }

        if (!generational)
        {
            settings.Pause = values[0] != 0 ? values[0] : settings.Pause;
            settings.StepMultiplier = values[1] != 0 ? values[1] : settings.StepMultiplier;
        }

        LuaString previous = settings.IsGenerational ? LuaString.Constant("generational"u8) : LuaString.Constant("incremental"u8);
        settings.IsGenerational = generational;
        return L.Return1(previous);
    }
}
