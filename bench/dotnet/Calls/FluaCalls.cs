using System;
using FLua.Runtime;

namespace Bench;

/// <summary>Calls between C# and Lua that was compiled by flua.</summary>
internal static class FluaCalls
{
    internal static void Measure()
    {
        LuaState state = LuaState.Create();
        state.Call(CallsScript.Load(state));
        LuaValue nothing = state.Globals["nothing"];
        LuaValue echo = state.Globals["echo"];
        LuaValue callNothing = state.Globals["call_nothing"];
        LuaValue callEcho = state.Globals["call_echo"];
        LuaFunction hostNothing = LuaFunction.Create("nothing", () => { });
        LuaFunction hostEcho = LuaFunction.Create("echo", (LuaValue x) => x);
        Clock.Measure("flua", "to-lua-nothing", n =>
        {
            for (int i = 0; i < n; i++)
            {
                state.CallFirst(nothing);
            }
        });
        Clock.Measure("flua", "to-lua-number", n =>
        {
            long sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum += state.CallFirst(echo, i).Read<long>();
            }

            Check(sum, n);
        });
        Clock.Measure("flua", "to-host-nothing", n => state.CallFirst(callNothing, hostNothing, n));
        Clock.Measure("flua", "to-host-number", n => state.CallFirst(callEcho, hostEcho, n));
    }

    /// <summary>Complains of a sum of numbers that did not all come back.</summary>
    internal static void Check(long sum, long count)
    {
        if (sum != count * (count - 1) / 2)
        {
            throw new InvalidOperationException("not all numbers came back");
        }
    }
}
