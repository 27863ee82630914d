using System;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>Calls a function, or anything callable, from the host. Lua 5.4 §4.4.</summary>
    /// <param name="f">What to call.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>All results.</returns>
    /// <exception cref="LuaException">The call ended with an error.</exception>
    public LuaValue[] Call(LuaValue f, params ReadOnlySpan<LuaValue> args)
    {
        nint stackLimit = _stackLimit;
        nint tailFloor = _tailFloor;
        bool entered = EnterBoundary(out Boundary boundary);

        // The host may call on any thread: the limit starts anew below this call, and finds out by itself how far down it may go.
        nint stackPointer = StackPointer();
        SetStackLimit(stackPointer - StackStep);
        _tailFloor = stackPointer - TailWindow;
        NonYieldable++;
        try
        {
            LuaValue result = entered ? Settle(CallCaught(f, args)) : LuaValue.Abrupt;
            if (result.IsAbrupt)
            {
                ThrowError(boundary);
            }

            return TakeResults(result);
        }
        finally
        {
            LeaveBoundary(boundary);
            NonYieldable = boundary.NonYieldable;
            SetStackLimit(stackLimit);
            _tailFloor = tailFloor;
        }
    }

    /// <summary>A message for a value that reached the host as an error, as the reference's interpreter prints it.</summary>
    internal string ErrorMessage(LuaValue error)
    {
        if (error.o is LuaString text)
        {
            return text.ToString();
        }

        if (error.IsNumber)
        {
            return LuaOperations.ToLuaString(error).ToString();
        }

        if (!GetMetamethod(error, Metamethod.ToString).IsNil)
        {
            LuaValue shown = ToStringMeta(error);
            if (shown.o is LuaString own)
            {
                return own.ToString();
            }

            if (shown.IsAbrupt)
            {
                TakeError(null);
            }
        }

        return "(error object is a " + error.TypeName + " value)";
    }

    private void ThrowError(in Boundary boundary)
    {
        Exception? inner = _errorException;
        LuaValue error = TakeError(boundary, null);
        _trace.Add(HostCaller, 0);
        string traceback = Traceback.Write(this, _trace);
        NonYieldable = boundary.NonYieldable + 1;
        TryCloseAbove(boundary.CloseMark, ref error, default, null);
        while (inner is LuaException { InnerException: { } cause })
        {
            inner = cause;
        }

        throw new LuaException(ErrorMessage(error), error, traceback, inner is LuaException ? null : inner);
    }
}
