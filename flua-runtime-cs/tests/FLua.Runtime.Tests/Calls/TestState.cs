using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace FLua.Runtime.Tests;

/// <summary>Streams in memory, and an exit that does not end the test.</summary>
internal sealed class TestPlatform : ILuaPlatform
{
    public readonly MemoryStream Output = new();
    public readonly MemoryStream Error = new();
    public readonly Dictionary<string, string> Environment = [];

    public bool IsOutputTerminal => false;

    public string OutputText => Encoding.UTF8.GetString(Output.ToArray());

    public string ErrorText => Encoding.UTF8.GetString(Error.ToArray());

    public Stream OpenStandardInput() => Stream.Null;

    public Stream OpenStandardOutput() => Output;

    public Stream OpenStandardError() => Error;

    public string? GetEnvironmentVariable(string name) => Environment.GetValueOrDefault(name);

    public void Exit(int code) => throw new LuaExitException(code);
}

/// <summary>A state for tests, with short ways to reach the library.</summary>
internal sealed class TestState
{
    public readonly TestPlatform Platform = new();
    public readonly LuaState L;

    public TestState() => L = LuaState.Create(new LuaOptions { Platform = Platform });

    /// <summary>A library function by its full name.</summary>
    public LuaValue this[string name]
    {
        get
        {
            LuaValue value = L.Globals;
            foreach (string part in name.Split('.'))
            {
                value = ((LuaTable)value.o!)[part];
            }

            return value;
        }
    }

    /// <summary>Calls by name or value; the results as text, separated by spaces.</summary>
    public string Call(LuaValue f, params ReadOnlySpan<LuaValue> args)
    {
        var texts = new List<string>();
        foreach (LuaValue value in L.Call(f, args))
        {
            texts.Add(Show(value));
        }

        return string.Join(" ", texts);
    }

    /// <summary>The text of a value as by <c>tostring</c>.</summary>
    public static string Show(LuaValue value) => value.o is LuaObject and not LuaString ? value.TypeName : value.ToString();

    /// <summary>A function in the shape of a library function, for what printed code is not needed for.</summary>
    public static LuaValue Native(string name, LibraryBody body) => new LibraryFunction(name, body);

    /// <summary>A table with one metamethod.</summary>
    public static LuaTable WithMetamethod(string name, LuaValue handler)
    {
        var metatable = new LuaTable();
        metatable[name] = handler;
        return new LuaTable { Metatable = metatable };
    }

    /// <summary>Runs on a thread with a large stack, as programs do.</summary>
    public static void OnLargeStack(Action body)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    body();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            256 << 20);
        thread.Start();
        thread.Join();
        if (failure != null)
        {
            throw new InvalidOperationException(failure.ToString(), failure);
        }
    }
}
