// A host in C#: it runs Lua code that was compiled into this very assembly, without any interpreter.
using System;
using System.Threading;
using FLua.Runtime;
using Scripts;

// A state holds the globals and the standard library. The class `Shop` was printed by flua from scripts/shop.lua.
LuaState state = LuaState.Create();
state.Globals["currency"] = "EUR";
LuaValue shop = state.CallFirst(Shop.Load(state));
LuaTable rules = shop.Read<LuaTable>();

// Calling a Lua function, and reading its results.
LuaValue[] results = state.Call(rules["order"], "apple", 2);
Console.WriteLine($"ordered {results[0].Read<long>()} for {results[1].Read<double>():0.00}");
Console.WriteLine(state.CallFirst(rules["describe"], "apple"));

// Lua calls back into the host.
state.Call(rules["each"], LuaFunction.Create("visit", (name, count) => Console.WriteLine($"there are {count} of {name}")));

// An error of Lua is an exception with the value that was raised, and the calls of Lua that led to it.
try
{
    state.Call(rules["order"], "pear", 2);
}
catch (LuaException error)
{
    Console.WriteLine("refused: " + error.Message);
    Console.WriteLine(error.LuaTraceback.Split('\n')[2].Trim());
}

try
{
    state.Call(rules["order"], "plum", 1);
}
catch (LuaException error)
{
    LuaTable value = error.Value.Read<LuaTable>();
    Console.WriteLine($"refused: {value["code"]} {value["name"]}");
}

// Two states on two threads run the same class and share nothing.
var descriptions = new string[2];
var threads = new Thread[2];
for (int i = 0; i < 2; i++)
{
    int index = i;
    threads[i] = new Thread(() =>
    {
        LuaState own = LuaState.Create();
        own.Globals["currency"] = index == 0 ? "CHF" : "NOK";
        LuaTable ownShop = own.Call(Shop.Load(own))[0].Read<LuaTable>();
        own.Call(ownShop["order"], "apple", index + 1);
        descriptions[index] = own.Call(ownShop["describe"], "apple")[0].ToString();
    });
    threads[i].Start();
}

foreach (Thread thread in threads)
{
    thread.Join();
}

Console.WriteLine(descriptions[0]);
Console.WriteLine(descriptions[1]);
