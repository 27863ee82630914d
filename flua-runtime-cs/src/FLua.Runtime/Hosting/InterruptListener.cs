using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace FLua.Runtime;

/// <summary>Listens for interrupts of a program, and answers them as the reference's interpreter does.</summary>
/// <remarks>
/// .NET takes a millisecond to prepare for it. So it begins when the program touches one of its streams, since whoever sees its output may
/// interrupt it, or when it has run for a while. Before that an interrupt simply ends the process, as it does while .NET starts.
/// </remarks>
internal sealed class InterruptListener : IDisposable
{
    // What a shell says of a program that an interrupt ended.
    private const int InterruptedCode = 130;

    // How long, in milliseconds, an interrupt waits for a function to be entered.
    private const int InterruptPatience = 200;

    private readonly object _gate = new();
    private volatile LuaState? _state;
    private volatile bool _isEnding;
    private bool _hasStarted;
    private PosixSignalRegistration? _registration;

    /// <summary>Whom an interrupt is for.</summary>
    internal LuaState State
    {
        set => _state = value;
    }

    /// <summary>Begins to listen, unless it has begun.</summary>
    internal void Start()
    {
        lock (_gate)
        {
            if (!_hasStarted)
            {
                _hasStarted = true;
                _registration = Register();
            }
        }
    }

    /// <summary>The program touches one of its streams: listens, unless the program is about to end anyway.</summary>
    internal void StartForStream()
    {
        if (!_isEnding)
        {
            Start();
        }
    }

    /// <summary>The script has run: what is left is to write out what it has printed.</summary>
    internal void NoteEnd() => _isEnding = true;

    /// <summary>Listens no longer.</summary>
    public void Dispose() => _registration?.Dispose();

    private PosixSignalRegistration? Register()
    {
        try
        {
            return PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                Interrupt(_state);
            });
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or IOException)
        {
            return null;
        }
    }

    // As the interpreter: the first interrupt is an error in the running function, the second ends the program. A loop that calls nothing
    // sees no error, so after a while the program ends as after an error that nobody caught.
    private static void Interrupt(LuaState? state)
    {
        if (state == null)
        {
            // Nothing has begun.
            Environment.Exit(InterruptedCode);
            return;
        }

        if (state.IsInterrupted)
        {
            state.Platform.Exit(InterruptedCode);
        }

        state.Interrupt();
        Thread.Sleep(InterruptPatience);
        if (state.IsInterrupted)
        {
            state.FlushOutput();
            state.WriteError("flua: interrupted!\n"u8);
            state.Platform.Exit(1);
        }
    }
}
