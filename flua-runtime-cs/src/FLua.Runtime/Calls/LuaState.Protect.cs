using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // The exception behind the error in flight, when a host function or the runtime threw one.
    private Exception? _errorException;

    // Whether the error in flight is a stack overflow, and whether a message handler runs for one.
    private bool _isOverflow;
    private bool _handlesOverflow;

    // How many counted calls were active where the error in flight was raised.
    private int _errorCalls;

    // What the message handler that is running sees as the stack.
    private HandlerStack? _handlerStack;

    /// <summary>Begins a protected call: remembers what its boundary restores. False, with an error pending, when the calls are too deep.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool EnterBoundary(out Boundary boundary)
    {
        boundary = new Boundary(Current.CloseCount, NonYieldable, _nativeCalls, _argumentTop);
        if (_nativeCalls >= _nativeLimit || IsStackLow())
        {
            NativeOverflow();
            return false;
        }

        _nativeCalls++;
        return true;
    }

    /// <summary>Ends the calls inside a boundary, however they ended.</summary>
    internal void LeaveBoundary(in Boundary boundary)
    {
        _nativeCalls = boundary.NativeCalls;
        _argumentTop = boundary.ArgumentTop;
    }

    /// <summary>Calls where nothing can be suspended and no error may pass: the first result, or abrupt with the error, when all that it left is closed.</summary>
    /// <param name="f">What to call.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="calledAs">What messages call it; null when nothing names it.</param>
    /// <param name="error">The error.</param>
    internal LuaValue CallContained(LuaValue f, ReadOnlySpan<LuaValue> args, ValueName? calledAs, out LuaValue error)
    {
        error = default;
        bool entered = EnterBoundary(out Boundary boundary);
        NonYieldable++;
        LuaValue result = entered ? CallCaught(f, args) : LuaValue.Abrupt;
        if (calledAs != null && result.IsAbrupt && Pending == Pending.Yield)
        {
            NameCallee(calledAs);
        }

        result = Settle(result);
        LeaveBoundary(boundary);
        if (result.IsAbrupt)
        {
            if (calledAs != null)
            {
                NameCallee(calledAs);
            }

            error = TakeError(boundary, null);
            NonYieldable = boundary.NonYieldable + 1;
            TryCloseAbove(boundary.CloseMark, ref error, default, null);
        }

        NonYieldable = boundary.NonYieldable;
        return result;
    }

    /// <summary>Takes the error in flight at its boundary: its value, complete. It is no longer in flight.</summary>
    internal LuaValue TakeError(in Boundary boundary, LuaFunction? function)
    {
        NonYieldable = boundary.NonYieldable;
        return TakeError(function);
    }

    /// <summary>Takes the error in flight at its boundary, which is <paramref name="function"/> or a root.</summary>
    internal LuaValue TakeError(LuaFunction? function)
    {
        CompleteAtBoundary(function);
        LuaValue error = _error;
        _error = default;
        Pending = Pending.None;
        return error;
    }

    /// <summary>Calls a message handler at the boundary of an error. It sees the activations that the error passed; errors inside it go to it again.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="error">The error.</param>
    /// <param name="boundary">The boundary; null for the host.</param>
    /// <param name="callers">The boundary and the activations below it, where they are known.</param>
    internal LuaValue RunHandler(LuaValue handler, LuaValue error, NativeFunction? boundary, Trace? callers)
    {
        HandlerStack? outer = _handlerStack;
        _handlerStack = new HandlerStack(StackOfError(boundary, callers), NonYieldable + 1);
        bool outerOverflow = _handlesOverflow;
        _handlesOverflow = outerOverflow || _isOverflow;
        int nativeCalls = _nativeCalls;
        int limit = _nativeLimit;
        for (int calls = _errorCalls; ; calls = _errorCalls)
        {
            // The handler is called where the error was raised, so failures are calls of the handler inside the handler. As there, they end
            // in an overflow, of which the handler hears, and then in giving up.
            if (calls == MaxNativeCalls)
            {
                error = HandlerOverflow();
                calls++;
            }

            _nativeCalls = calls;
            _nativeLimit = calls > MaxNativeCalls ? HandlerCalls : MaxNativeCalls;
            LuaValue result = CallNoYield1(handler, error);
            if (!result.IsAbrupt)
            {
                error = result;
                break;
            }

            bool overflow = _isOverflow;
            error = TakeError(boundary);
            if (_errorCalls >= HandlerCalls || (overflow && _handlesOverflow))
            {
                error = LuaString.FromText("error in error handling");
                break;
            }

            _handlesOverflow |= overflow;
        }

        _nativeCalls = nativeCalls;
        _nativeLimit = limit;
        _handlesOverflow = outerOverflow;
        _handlerStack = outer;
        return error;
    }

    // That there is no room for the handler is an error where the one was raised that it should have handled.
    private LuaString HandlerOverflow()
    {
        string position = "";
        if (_trace.Has(0) && _trace.At(0) is { Function.Info: { } info } raiser)
        {
            position = Position(info, info.SiteAt(raiser.Site).Line);
        }

        return LuaString.FromText(position + "C stack overflow");
    }

    /// <summary>
    /// Runs the pending closes above a mark, innermost first, with the error in flight, which each of them may replace. False when one
    /// yields: then the caller saves itself, and goes on from here.
    /// </summary>
    internal bool TryCloseAbove(int mark, ref LuaValue error, LuaValue handler, NativeFunction? boundary)
    {
        while (Current.CloseCount > mark)
        {
            LuaValue value = Current.PopClose();
            if (!value.IsTrue)
            {
                continue;
            }

            // At a root there is nobody to whom a yield could go.
            LuaValue result = CallClose(value, error);
            if (!result.IsAbrupt || (boundary == null && !Settle(result).IsAbrupt))
            {
                continue;
            }

            if (Pending == Pending.Yield)
            {
                return false;
            }

            error = TakeError(boundary);
            if (!handler.IsNil)
            {
                error = RunHandler(handler, error, boundary, null);
            }
        }

        return true;
    }

    /// <summary>Returns true and the results of the call that was just made, whose first is <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaValue ReturnTrue(LuaValue first)
    {
        if (ResultCount != 1)
        {
            return ReturnTrueAndSome(first);
        }

        ResultCount = 2;
        LuaOperations.Overwrite(ref Results[1], first);
        return LuaValue.True;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue ReturnTrueAndSome(LuaValue first)
    {
        int count = ResultCount;
        if (count > 0)
        {
            ReserveResults(count + 1);
            ValueList.Copy(Results, 1, Results, 2, count - 1);
            Results[1] = first;
        }

        ResultCount = count + 1;
        return LuaValue.True;
    }

    /// <summary>Whether an exception becomes a Lua error at a boundary: all but the host's own ways of ending the program.</summary>
    internal static bool IsCatchable(Exception exception) => exception is not LuaExitException;

    /// <summary>Raises the Lua error for an exception of the host or the runtime.</summary>
    internal LuaValue RaiseException(Exception exception)
    {
        DropCaptured();
        _nativeCaller = default;
        LuaValue value = exception switch
        {
            LuaException error => error.Value,
            OutOfMemoryException => LuaString.FromText("not enough memory"),
            InsufficientExecutionStackException => LuaString.FromText("stack overflow"),
            _ => LuaString.FromText(exception.Message),
        };
        ErrorValue(value);
        _errorException = exception;
        return LuaValue.Abrupt;
    }

    /// <summary>Raises the message of an exception of a host function, with the position of the function's caller.</summary>
    internal LuaValue RaiseHostException(Exception exception)
    {
        if (exception is OutOfMemoryException or InsufficientExecutionStackException)
        {
            return RaiseException(exception);
        }

        DropCaptured();
        ErrorValue(LuaString.FromText(exception.Message), 1);
        _errorException = exception;
        return LuaValue.Abrupt;
    }
}
