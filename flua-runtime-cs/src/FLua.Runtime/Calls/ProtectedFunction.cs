using System;

namespace FLua.Runtime;

/// <summary>A function at which errors end: <c>pcall</c> and <c>xpcall</c>. Lua 5.4 §2.3.</summary>
/// <remarks>
/// An error first unwinds to the boundary without running anything. There the message handler runs, which still sees the activations that
/// the error passed; then the pending closes run; then the boundary returns false and the error. When a yield passes, the boundary saves
/// itself like any activation, and the driver of the coroutine asks it to catch.
/// </remarks>
internal abstract class ProtectedFunction : NativeFunction
{
    // The states of a saved boundary.
    private const int Calling = 1;
    private const int Closing = 2;
    private const int Asking = 3;

    private protected ProtectedFunction(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public sealed override LuaValue Resume(LuaState L, Frame frame)
    {
        if (frame.State == Calling)
        {
            return L.ReturnTrue(L.ResumeValue);
        }

        LuaValue[] values = frame.Values;
        if (frame.State == Asking)
        {
            return Recover(L, frame, (int)values[0].n, values[1], L.TakeError(this), L.TakeCallers());
        }

        return CloseAndFail(L, frame, (int)values[0].n, values[1], values[2]);
    }

    /// <summary>Catches the error in flight in a boundary that was saved.</summary>
    internal LuaValue Catch(LuaState L, Frame frame, Frame? floor)
    {
        LuaValue handler = frame.Values[1];
        Trace? callers = L.WantsCallers(handler) ? L.FindCallers(this, floor) : null;
        return Recover(L, frame, (int)frame.Values[0].n, handler, L.TakeError(this), callers);
    }

    /// <summary>The end of a protected call made on the stack.</summary>
    private protected LuaValue Finish(LuaState L, LuaValue result, in Boundary boundary, LuaValue handler)
    {
        L.LeaveBoundary(boundary);
        if (!result.IsAbrupt)
        {
            return L.ReturnTrue(result);
        }

        if (L.Pending == Pending.Yield)
        {
            return L.Save2(this, null, Calling, boundary.CloseMark, handler);
        }

        L.NonYieldable = boundary.NonYieldable;
        if (!L.HasStructuredCode && L.WantsCallers(handler))
        {
            // The error stays as it is until the stack below is known.
            L.AskForCallers();
            return L.Save2(this, null, Asking, boundary.CloseMark, handler);
        }

        return Recover(L, null, boundary.CloseMark, handler, L.TakeError(this), null);
    }

    private LuaValue Recover(LuaState L, Frame? frame, int mark, LuaValue handler, LuaValue error, Trace? callers)
    {
        if (!handler.IsNil)
        {
            error = L.RunHandler(handler, error, this, callers);
        }

        return L.Current.CloseCount > mark ? CloseAndFail(L, frame, mark, handler, error) : L.Return2(LuaValue.False, error);
    }

    private LuaValue CloseAndFail(LuaState L, Frame? frame, int mark, LuaValue handler, LuaValue error)
    {
        if (!L.TryCloseAbove(mark, ref error, handler, this))
        {
            return L.Save3(this, frame, Closing, mark, handler, error);
        }

        return L.Return2(LuaValue.False, error);
    }
}

/// <summary><c>pcall (f [, arg1, ...])</c>.</summary>
internal sealed class PcallFunction : ProtectedFunction
{
    internal PcallFunction()
        : base("pcall")
    {
    }

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L)
    {
        L.ArgumentError(1, "value expected");
        return L.UnwindNative(this);
    }

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a)
    {
        if (!L.EnterBoundary(out Boundary boundary))
        {
            return Finish(L, LuaValue.Abrupt, boundary, default);
        }

        LuaValue result;
        try
        {
            result = L.Landed(a.Callee.Call0(L));
        }
        catch (Exception exception) when (LuaState.IsCatchable(exception))
        {
            result = L.RaiseException(exception);
        }

        return Finish(L, result, boundary, default);
    }

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b)
    {
        if (!L.EnterBoundary(out Boundary boundary))
        {
            return Finish(L, LuaValue.Abrupt, boundary, default);
        }

        LuaValue result;
        try
        {
            result = L.Landed(a.Callee.Call1(L, b));
        }
        catch (Exception exception) when (LuaState.IsCatchable(exception))
        {
            result = L.RaiseException(exception);
        }

        return Finish(L, result, boundary, default);
    }

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c)
    {
        if (!L.EnterBoundary(out Boundary boundary))
        {
            return Finish(L, LuaValue.Abrupt, boundary, default);
        }

        LuaValue result;
        try
        {
            result = L.Landed(a.Callee.Call2(L, b, c));
        }
        catch (Exception exception) when (LuaState.IsCatchable(exception))
        {
            result = L.RaiseException(exception);
        }

        return Finish(L, result, boundary, default);
    }

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (args.IsEmpty)
        {
            return Call0(L);
        }

        if (!L.EnterBoundary(out Boundary boundary))
        {
            return Finish(L, LuaValue.Abrupt, boundary, default);
        }

        return Finish(L, L.CallCaught(args[0], args.From(1)), boundary, default);
    }
}

/// <summary><c>xpcall (f, msgh [, arg1, ...])</c>.</summary>
internal sealed class XpcallFunction : ProtectedFunction
{
    internal XpcallFunction()
        : base("xpcall")
    {
    }

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => CallN(L, []);

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a) => CallN(L, Spans.Of(in a));

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => CallN(L, LuaOperations.Values(a, b));

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallN(L, LuaOperations.Values(a, b, c));

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (args.Length < 2 || args[1].o is not LuaFunction)
        {
            if (args.Length < 2)
            {
                L.TypeErrorNoValue(2, "function");
            }
            else
            {
                L.TypeError(2, "function", args[1]);
            }

            return L.UnwindNative(this);
        }

        LuaValue handler = args[1];
        if (!L.EnterBoundary(out Boundary boundary))
        {
            return Finish(L, LuaValue.Abrupt, boundary, handler);
        }

        return Finish(L, L.CallCaught(args[0], args.From(2)), boundary, handler);
    }
}
