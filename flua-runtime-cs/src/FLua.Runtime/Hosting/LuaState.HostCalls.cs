using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>Calls a function, or anything callable, from the host. Lua 5.4 §4.4.</summary>
    /// <param name="f">What to call.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>All results.</returns>
    /// <exception cref="LuaException">The call ended with an error.</exception>
    public LuaValue[] Call(LuaValue f, params ReadOnlySpan<LuaValue> args) => TakeResults(CallFromHost(new HostCallN(f, args)));

    /// <summary>Calls a function, or anything callable, from the host, and gives its first result only. Allocates nothing.</summary>
    /// <param name="f">What to call.</param>
    /// <returns>The first result; nil when there is none.</returns>
    /// <exception cref="LuaException">The call ended with an error.</exception>
    public LuaValue CallFirst(LuaValue f) => CallFromHost(new HostCall0(f));

    /// <inheritdoc cref="CallFirst(LuaValue)"/>
    public LuaValue CallFirst(LuaValue f, LuaValue a) => CallFromHost(new HostCall1(f, a));

    /// <inheritdoc cref="CallFirst(LuaValue)"/>
    public LuaValue CallFirst(LuaValue f, LuaValue a, LuaValue b) => CallFromHost(new HostCall2(f, a, b));

    /// <inheritdoc cref="CallFirst(LuaValue)"/>
    public LuaValue CallFirst(LuaValue f, LuaValue a, LuaValue b, LuaValue c) => CallFromHost(new HostCall3(f, a, b, c));

    /// <inheritdoc cref="CallFirst(LuaValue)"/>
    public LuaValue CallFirst(LuaValue f, params ReadOnlySpan<LuaValue> args) => CallFromHost(new HostCallN(f, args));

    // The way of every call from the host. What is rare is out of line: errors, questions about the stack, a limit that has moved.
    private LuaValue CallFromHost<T>(T call)
        where T : struct, IHostCall, allows ref struct
    {
        Unsafe.SkipInit(out int local);
        nint stackPointer = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<int, byte>(ref local));
        var boundary = new Boundary(Current.CloseCount, NonYieldable, _nativeCalls, _argumentTop);
        nint stackLimit = _stackLimit;
        nint tailFloor = _tailFloor;
        bool entered = _nativeCalls < MaxNativeCalls && (stackPointer >= stackLimit || !IsStackExhausted());

        // The host may call on any thread: the limit starts anew below this call, and finds out by itself how far down it may go.
        // One that is near enough already can stay, whoever put it there; moving it takes a memory barrier.
        if ((nuint)(stackPointer - _stackLimit) > (nuint)StackStep)
        {
            SetStackLimit(stackPointer - StackStep);
        }

        _tailFloor = stackPointer - TailWindow;
        _nativeCalls = boundary.NativeCalls + 1;
        NonYieldable = boundary.NonYieldable + 1;
        LuaValue result;
        try
        {
            result = entered ? call.Make(this) : NativeOverflow();
            if (result.IsAbrupt)
            {
                result = Land();
            }
        }
        catch (Exception exception) when (IsCatchable(exception))
        {
            result = RaiseException(exception);
        }
        catch
        {
            LeaveHostCall(boundary, stackLimit, tailFloor);
            throw;
        }

        if (result.IsAbrupt)
        {
            return SettleHostCall(boundary, stackLimit, tailFloor);
        }

        LeaveHostCall(boundary, stackLimit, tailFloor);
        return result;
    }

    private void LeaveHostCall(in Boundary boundary, nint stackLimit, nint tailFloor)
    {
        LeaveBoundary(boundary);
        NonYieldable = boundary.NonYieldable;
        _tailFloor = tailFloor;

        // The limit of those who wait for this call. When nobody does, the next call finds it near enough, or moves it.
        if (_stackLimit != stackLimit && boundary.NativeCalls > HostCalls)
        {
            SetStackLimit(stackLimit);
        }
    }

    // The call asked about the stack, which is answered here, or it ended with an error.
    private LuaValue SettleHostCall(in Boundary boundary, nint stackLimit, nint tailFloor)
    {
        try
        {
            LuaValue result = Settle(LuaValue.Abrupt);
            if (result.IsAbrupt)
            {
                ThrowError(boundary);
            }

            return result;
        }
        finally
        {
            LeaveHostCall(boundary, stackLimit, tailFloor);
        }
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
