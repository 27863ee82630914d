using System;

namespace FLua.Runtime;

/// <content>Hooks, which code calls that was compiled for <c>debug</c>.</content>
internal static partial class DebugLibrary
{
    private static readonly LuaString HookTable = LuaString.Constant("_HOOKKEY"u8);

    private static void AddHookFunctions(LuaState L, LibraryTable library)
    {
        library.Add("gethook", static (L, args) => GetHook(L, args));
        L.DebugSetHook = new LibraryFunction("debug.sethook", static (L, args) => SetHook(L, args));
        library.Set("sethook", L.DebugSetHook);
    }

    private static LuaValue GetHook(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        TakeCoroutine(args, out LuaCoroutine? coroutine);
        if ((coroutine ?? L.Current).Hook is not { } hook)
        {
            return L.Return1(default);
        }

        string mask = ((hook.Events & HookEvents.Call) != 0 ? "c" : "")
            + ((hook.Events & HookEvents.Return) != 0 ? "r" : "")
            + ((hook.Events & HookEvents.Line) != 0 ? "l" : "");
        return L.Return3(hook.Function, LuaString.FromText(mask), (long)hook.Count);
    }

    private static LuaValue SetHook(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        int first = TakeCoroutine(args, out LuaCoroutine? other);
        LuaCoroutine coroutine = other ?? L.Current;
        LuaValue function = Arguments.At(args, first + 1);
        if (function.IsNil)
        {
            L.SetHook(coroutine, null);
            return L.Return0();
        }

        if (!Arguments.String(L, args, first + 2, out LuaString mask) || !Arguments.Function(L, args, first + 1, out _)
            || !Arguments.OptInteger(L, args, first + 3, 0, out long count))
        {
            return LuaValue.Abrupt;
        }

        var events = HookEvents.None;
        foreach (byte letter in mask.Span)
        {
            events |= letter switch
            {
                (byte)'c' => HookEvents.Call,
                (byte)'r' => HookEvents.Return,
                (byte)'l' => HookEvents.Line,
                _ => HookEvents.None,
            };
        }

        // The reference keeps the hooks of coroutines in this table.
        if (L.Registry.GetString(HookTable).IsNil)
        {
            var metatable = new LuaTable();
            metatable.SetString(MetamethodNames.Mode, LuaString.Constant("k"u8));
            var hooks = new LuaTable();
            L.SetMetatable(hooks, metatable);
            L.Registry.SetString(HookTable, hooks);
        }

        int steps = (int)Math.Clamp(count, 0, int.MaxValue);
        L.SetHook(coroutine, events == HookEvents.None && steps == 0 ? null : new Hook(function, events, steps));
        return L.Return0();
    }
}
