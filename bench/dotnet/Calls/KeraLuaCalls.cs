using System;
using System.IO;
using KeraLua;

namespace Bench;

/// <summary>Native Lua inside .NET: scripts, and calls between C# and Lua.</summary>
internal static class KeraLuaCalls
{
    // Native code holds pointers to them: they must not be collected.
    private static readonly LuaFunction HostNothing = _ => 0;
    private static readonly LuaFunction HostEcho = pointer =>
    {
        Lua lua = Lua.FromIntPtr(pointer);
        lua.PushInteger(lua.ToInteger(1));
        return 1;
    };

    internal static int RunScript(string script)
    {
        using var lua = new Lua();
        if (!lua.DoFile(script))
        {
            return 0;
        }

        Console.Error.WriteLine(lua.ToString(-1));
        return 1;
    }

    internal static void Measure()
    {
        using var lua = new Lua();
        lua.DoString(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "calls.lua")));
        int nothing = Reference(lua, "nothing");
        int echo = Reference(lua, "echo");
        Clock.Measure("keralua", "to-lua-nothing", n =>
        {
            for (int i = 0; i < n; i++)
            {
                lua.RawGetInteger(LuaRegistry.Index, nothing);
                Check(lua.PCall(0, 0, 0));
            }
        });
        Clock.Measure("keralua", "to-lua-number", n =>
        {
            long sum = 0;
            for (int i = 0; i < n; i++)
            {
                lua.RawGetInteger(LuaRegistry.Index, echo);
                lua.PushInteger(i);
                Check(lua.PCall(1, 1, 0));
                sum += lua.ToInteger(-1);
                lua.Pop(1);
            }

            FluaCalls.Check(sum, n);
        });
        Clock.Measure("keralua", "to-host-nothing", n => CallHost(lua, "call_nothing", HostNothing, n));
        Clock.Measure("keralua", "to-host-number", n => CallHost(lua, "call_echo", HostEcho, n));
    }

    // Calls are protected, as ours are: an error of an unprotected call ends the process.
    private static void Check(LuaStatus status)
    {
        if (status != LuaStatus.OK)
        {
            throw new InvalidOperationException("the call failed");
        }
    }

    private static int Reference(Lua lua, string name)
    {
        lua.GetGlobal(name);
        return lua.Ref(LuaRegistry.Index);
    }

    private static void CallHost(Lua lua, string name, LuaFunction function, int count)
    {
        lua.GetGlobal(name);
        lua.PushCFunction(function);
        lua.PushInteger(count);
        lua.Call(2, 0);
    }
}
