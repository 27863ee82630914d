using System;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;

namespace FLua.Runtime;

/// <summary>The <c>Main</c> of a compiled program: makes a state, runs the script, reports what went wrong.</summary>
public static class LuaProgram
{
    // Address space only: the system commits the stack as it is used. A recursion 190,000 deep fits even where methods are unoptimised.
    private const int StackSize = 256 << 20;
    private const int SmallestStack = 4 << 20;

    // How long, in milliseconds, a program may run before it listens for interrupts in any case.
    private const int ListenAfter = 20;

    // How long, in milliseconds, a program may run before it is worth to prepare memory for it.
    private const int ShortProgram = 4;

    /// <summary>Runs a script on a thread with a large stack, as <c>lua script args</c> does.</summary>
    /// <param name="args">The arguments: <c>...</c> and <c>arg[1]</c>, <c>arg[2]</c> and so on.</param>
    /// <param name="scriptName">The script's name: <c>arg[0]</c>.</param>
    /// <param name="load">Makes the main function.</param>
    /// <param name="hot">Give the methods that probably run often, for the JIT to compile them on another processor while the program starts.</param>
    /// <returns>The exit code: 0, or 1 after an error.</returns>
    public static int Run(string[] args, string scriptName, Func<LuaState, LuaFunction> load, params Func<Delegate[]>[] hot)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(hot);
        int code = 1;
        using var interrupts = new InterruptListener();
        Thread thread = Start(() =>
        {
            LuaState state = LuaState.Create(new LuaOptions { Platform = new ConsolePlatform(true, interrupts.StartForStream) });
            interrupts.State = state;
            code = RunScript(state, interrupts, args, scriptName, load);
        });

        CompileAhead(hot);

        // This thread has nothing to do but wait, so it prepares what the other is going to need.
        ConsolePlatform.Prepare();
        RuntimeHelpers.PrepareDelegate(load);
        if (!thread.Join(ShortProgram))
        {
            HugePages.Ask();
            if (!thread.Join(ListenAfter - ShortProgram))
            {
                interrupts.Start();
                thread.Join();
            }
        }

        return code;
    }

    // On a thread of its own, for which the end of the program does not wait.
    private static void CompileAhead(Func<Delegate[]>[] hot)
    {
        if (hot.Length == 0 || !RuntimeFeature.IsDynamicCodeCompiled || Environment.ProcessorCount == 1)
        {
            return;
        }

        var compiling = new Thread(() =>
        {
            InitializeConstants();
            foreach (Func<Delegate[]> methods in hot)
            {
                foreach (Delegate method in methods())
                {
                    RuntimeHelpers.PrepareDelegate(method);
                }
            }
        });
        compiling.IsBackground = true;
        compiling.Start();
    }

    // Of a class that is not initialised the JIT does not know the constants, and has each use of them look.
    private static void InitializeConstants()
    {
        RuntimeHelpers.RunClassConstructor(typeof(LuaTable).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(LuaString).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(LuaOperations).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(NotCallable).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(Shape).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(FieldPlaces).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(BaseLibrary).TypeHandle);
    }

    // Where address space is scarce, a smaller stack must do.
    private static Thread Start(ThreadStart body)
    {
        for (int size = StackSize; ; size /= 4)
        {
            try
            {
                var thread = new Thread(body, size);
                thread.Start();
                return thread;
            }
            catch (OutOfMemoryException) when (size > SmallestStack)
            {
            }
        }
    }

    private static int RunScript(LuaState state, InterruptListener interrupts, string[] args, string scriptName, Func<LuaState, LuaFunction> load)
    {
        try
        {
            LuaValue[] values = SetArguments(state, args, scriptName);
            bool succeeded = state.RunMain(load, values.Length > 0 ? values : default(ReadOnlySpan<LuaValue>), out string message);
            if (!succeeded)
            {
                Report(state, message);
            }

            interrupts.NoteEnd();
            state.Close();
            return succeeded && !state.ReportLostOutput() ? 0 : 1;
        }
        catch (LuaExitException exit)
        {
            return exit.Code;
        }
    }

    private static LuaValue[] SetArguments(LuaState state, string[] args, string scriptName)
    {
        var values = new LuaValue[args.Length];
        var table = new LuaTable(args.Length, 2);
        table.SetInt(-1, LuaString.Constant("flua"u8));
        table.SetInt(0, LuaString.FromText(scriptName));
        for (int i = 0; i < args.Length; i++)
        {
            values[i] = LuaString.FromText(args[i]);
            table.SetInt(i + 1, values[i]);
        }

        state.Globals.SetString(LuaString.Constant("arg"u8), table);
        return values;
    }

    private static void Report(LuaState state, string message)
    {
        state.FlushOutput();
        state.WriteError(Encoding.UTF8.GetBytes("flua: " + message + "\n"));
    }
}
