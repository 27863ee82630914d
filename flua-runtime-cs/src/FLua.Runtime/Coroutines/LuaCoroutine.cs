using System;

namespace FLua.Runtime;

/// <summary>A coroutine: while it is suspended, a list of activations on the heap, innermost first. Lua 5.4 §2.6.</summary>
/// <remarks>No thread belongs to it. It runs on the stack of whoever resumes it, and what it leaves there when it yields is saved in frames.</remarks>
public sealed class LuaCoroutine : LuaObject
{
    private LuaValue[]? _closes;

    internal LuaCoroutine(LuaValue function, CoroutineStatus status)
    {
        Function = function;
        Status = status;
    }

    /// <summary>The function to call when it is resumed for the first time; nil from then on.</summary>
    internal LuaValue Function { get; set; }

    /// <summary>What it is doing.</summary>
    internal CoroutineStatus Status { get; set; }

    /// <summary>Whether it ended with an error that nobody has taken note of by closing it.</summary>
    internal bool HasFailed { get; set; }

    /// <summary>The innermost of the suspended activations that are not on the stack.</summary>
    internal Frame? Top { get; set; }

    /// <summary>While it runs, the frame of the activation that was re-entered last; null when that has ended.</summary>
    internal Frame? Resumed { get; set; }

    /// <summary>How many suspended activations there are.</summary>
    internal int FrameCount { get; set; }

    /// <summary>How many activations that cannot be suspended it had on the stack when it resumed another coroutine.</summary>
    internal int NonYieldable { get; set; }

    /// <summary>How many of its suspended activations are of library functions across which nothing can yield.</summary>
    internal int Unyieldable { get; set; }

    /// <summary>The error with which it ended.</summary>
    internal LuaValue Error { get; set; }

    /// <summary>The activations that this error passed.</summary>
    internal Trace? Trace { get; set; }

    /// <summary>What <c>debug.sethook</c> has set; null for nothing.</summary>
    internal Hook? Hook { get; set; }

    /// <summary>How many <c>&lt;close&gt;</c> variables are pending.</summary>
    internal int CloseCount { get; private set; }

    /// <summary>Lets go of what only the frame of the running activation still holds. A compiled function takes everything out when it is re-entered.</summary>
    internal void ReleaseResumed()
    {
        if (Resumed?.Function.Info != null)
        {
            Array.Clear(Resumed.Values);
        }
    }

    /// <summary>Adds a <c>&lt;close&gt;</c> variable's value.</summary>
    internal void PushClose(LuaValue value)
    {
        LuaValue[] closes = _closes ??= new LuaValue[4];
        if (CloseCount == closes.Length)
        {
            ArrayBuilder<LuaValue>.Resize(ref closes, closes.Length * 2);
            _closes = closes;
        }

        closes[CloseCount++] = value;
    }

    /// <summary>Takes the value of the innermost <c>&lt;close&gt;</c> variable.</summary>
    internal LuaValue PopClose()
    {
        ref LuaValue slot = ref _closes![--CloseCount];
        LuaValue value = slot;
        slot = default;
        return value;
    }
}
