using System.Diagnostics;
using System.Runtime.CompilerServices;
using System;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // The most suspended activations of one coroutine, so that endless recursion through yields ends before the memory does.
    private const int MaxFrames = 200_000;

    // How the driver goes on.
    private enum Entry
    {
        /// <summary>It calls the coroutine's function.</summary>
        Start,

        /// <summary>It gives a value to the innermost activation.</summary>
        Deliver,

        /// <summary>It answers a question about the stack.</summary>
        Answer,

        /// <summary>It looks for a boundary that catches the error in flight.</summary>
        Raise,
    }

    /// <summary>The coroutine that runs.</summary>
    internal LuaCoroutine Current { get; private set; }

    /// <summary>The coroutine of the host, in which nothing can yield.</summary>
    internal LuaCoroutine MainCoroutine { get; }

    /// <summary>Whether the running coroutine can yield here.</summary>
    internal bool IsYieldable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => NonYieldable == 0 && Current.Unyieldable == 0 && Current != MainCoroutine;
    }

    /// <summary>
    /// Suspends the running coroutine: the values stand in <see cref="Results"/> from index 0 on, and their number in
    /// <see cref="ResultCount"/>. What the next resume passes is the result of the call of <c>yield</c> itself.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaValue Yield()
    {
        if (!IsYieldable)
        {
            return YieldNotAllowed();
        }

        Pending = Pending.Yield;
        return LuaValue.Abrupt;
    }

    private LuaValue YieldNotAllowed() => ErrorValue(LuaString.FromText(
        Current == MainCoroutine ? "attempt to yield from outside a coroutine" : "attempt to yield across a C-call boundary"));

    /// <summary>Why a coroutine cannot be resumed now; null when it can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal string? RefuseResume(LuaCoroutine coroutine) =>
        coroutine.Status == CoroutineStatus.Suspended && _nativeCalls < MaxNativeCalls && !IsStackLow() ? null : WhyNotResume(coroutine);

    private string WhyNotResume(LuaCoroutine coroutine)
    {
        if (coroutine.Status != CoroutineStatus.Suspended)
        {
            return coroutine.Status == CoroutineStatus.Dead ? "cannot resume dead coroutine" : "cannot resume non-suspended coroutine";
        }

        if (_nativeCalls == MaxNativeCalls && !coroutine.Function.IsNil)
        {
            // It is the call of its function that goes too deep: it has started, and failed.
            coroutine.Status = CoroutineStatus.Dead;
            coroutine.HasFailed = true;
            coroutine.Error = LuaString.FromText("C stack overflow");
        }

        return "C stack overflow";
    }

    /// <summary>
    /// Resumes a suspended coroutine with the values <paramref name="first"/>, <see cref="Results"/>, <see cref="ResultCount"/>. Gives
    /// what it yields or returns, or abrupt with the error that ended it.
    /// </summary>
    internal LuaValue Resume(LuaCoroutine coroutine, LuaValue first)
    {
        LuaCoroutine previous = Current;
        int nativeCalls = _nativeCalls;
        NativeCaller nativeCaller = _nativeCaller;
        nint tailFloor = _tailFloor;
        previous.Status = CoroutineStatus.Normal;
        previous.NonYieldable = NonYieldable;
        coroutine.Status = CoroutineStatus.Running;
        Current = coroutine;
        NonYieldable = 0;
        _nativeCalls = nativeCalls + 1;
        _nativeCaller = default;
        _tailFloor = StackPointer() - TailWindow;

        FindHook();
        LuaValue result = Drive(coroutine, null, coroutine.Function.IsNil ? Entry.Deliver : Entry.Start, first);

        NonYieldable = previous.NonYieldable;
        _nativeCalls = nativeCalls;
        _nativeCaller = default;
        if (nativeCaller.Name != null)
        {
            _nativeCaller = nativeCaller;
        }

        _tailFloor = tailFloor;
        Current = previous;
        previous.Status = CoroutineStatus.Running;
        FindHook();
        if (!result.IsAbrupt)
        {
            coroutine.Status = CoroutineStatus.Dead;
        }
        else if (Pending == Pending.Yield)
        {
            coroutine.Status = CoroutineStatus.Suspended;
            result = ResultCount > 0 ? Results[0] : default;
        }
        else
        {
            Fail(coroutine);
        }

        return result;
    }

    /// <summary>Ends a suspended or dead coroutine and runs its pending closes: false and the error when it ended, or ends now, with one.</summary>
    internal bool TryClose(LuaCoroutine coroutine, out LuaValue error)
    {
        bool failed = coroutine.HasFailed;
        error = coroutine.Error;
        coroutine.HasFailed = false;
        coroutine.Error = default;
        coroutine.Trace = null;
        coroutine.Function = default;
        coroutine.Top = null;
        coroutine.Resumed = null;
        coroutine.FrameCount = 0;
        coroutine.Unyieldable = 0;
        if (coroutine.CloseCount > 0)
        {
            failed |= CloseAll(coroutine, ref error);
        }

        coroutine.Status = CoroutineStatus.Dead;
        return !failed;
    }

    // Runs the saved activations of a coroutine, down to a frame that is still below on the stack.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue Drive(LuaCoroutine coroutine, Frame? floor, Entry entry, LuaValue value)
    {
        int nativeCalls = _nativeCalls;
        int nonYieldable = NonYieldable;
        while (true)
        {
            try
            {
                return Drive(coroutine, floor, entry, value, nativeCalls, nonYieldable);
            }
            catch (Exception exception) when (IsCatchable(exception))
            {
                value = RaiseException(exception);
                entry = Entry.Raise;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue Drive(LuaCoroutine coroutine, Frame? floor, Entry entry, LuaValue value, int nativeCalls, int nonYieldable)
    {
        LuaValue result = entry switch
        {
            Entry.Start => CallBody(coroutine, value),
            Entry.Answer => LuaValue.Abrupt,
            _ => value,
        };
        while (true)
        {
            if (!result.IsAbrupt)
            {
                Frame? frame = coroutine.Top;
                if (frame == floor)
                {
                    return result;
                }

                coroutine.Top = null;
                if (frame!.Parent is { } parent)
                {
                    coroutine.Top = parent;
                }

                coroutine.FrameCount--;
                LuaOperations.Overwrite(ref ResumeValue, result);
                if (coroutine.Resumed != frame)
                {
                    coroutine.Resumed = frame;
                }

                result = frame.Function.Resume(this, frame);
                if (!result.IsAbrupt || Pending != Pending.Yield)
                {
                    coroutine.Resumed = null;
                    RecycleFrame(frame);
                }

                continue;
            }

            switch (Pending)
            {
                case Pending.Tail:
                    result = RunTail();
                    break;
                case Pending.Yield:
                    LinkCaptured(coroutine);
                    if (coroutine.FrameCount > MaxFrames || coroutine.Unyieldable > MaxNativeCalls)
                    {
                        coroutine.Resumed = null;
                        _question = null;
                        result = StackOverflow();
                        break;
                    }

                    if (_question is not { } question)
                    {
                        return result;
                    }

                    coroutine.Resumed = null;
                    _question = null;
                    Pending = Pending.None;
                    result = question.Answer(this, StackAbove(question, coroutine.Top, floor));
                    if (result.IsAbrupt && question.Asker is NativeFunction asker)
                    {
                        UnwindNative(asker);
                    }

                    break;
                default:
                    NonYieldable = nonYieldable;
                    _nativeCalls = nativeCalls;
                    Frame? boundary = UnwindToBoundary(coroutine, floor);
                    if (boundary == null)
                    {
                        return result;
                    }

                    result = ((ProtectedFunction)boundary.Function).Catch(this, boundary, floor);
                    if (!result.IsAbrupt || Pending != Pending.Yield)
                    {
                        RecycleFrame(boundary);
                    }

                    break;
            }
        }
    }

    private LuaValue CallBody(LuaCoroutine coroutine, LuaValue first)
    {
        LuaObject body = Hooked(coroutine.Function).Callee;
        coroutine.Function = default;
        switch (ResultCount)
        {
            case 0:
                return body.Call0(this);
            case 1:
                return body.Call1(this, first);
            case 2:
                return body.Call2(this, first, Results[1]);
            case 3:
                return body.Call3(this, first, Results[1], Results[2]);
            default:
                return body.CallN(this, TakeResults(first));
        }
    }

    // The error in flight passes the suspended activations down to the innermost saved boundary, which is taken off; null when there is none.
    // What remains of an operation that a metamethod suspended is no activation of its own.
    private Frame? UnwindToBoundary(LuaCoroutine coroutine, Frame? floor)
    {
        while (coroutine.Top is { } frame && frame != floor)
        {
            coroutine.Top = frame.Parent;
            coroutine.FrameCount--;
            if (frame.Function is ProtectedFunction)
            {
                return frame;
            }

            if (frame.Shown is NativeFunction native)
            {
                if (frame.Function is NativeContinuation left)
                {
                    coroutine.Unyieldable--;
                    left.Abandon();
                }

                if (frame.Function is not HookedCall || HookedCall.IsShown(frame))
                {
                    UnwindNative(native);
                }
            }
            else if (frame.Shown is { Info: not null } function)
            {
                Unwind(function, frame.State);
                _trace.Last().TakeCall(frame);
                if (IsDebugged)
                {
                    _trace.Last().Values = (LuaValue[])frame.Values.Clone();
                }
            }
            else if (frame.Function is HookEnd)
            {
                LeaveHook();
            }

            RecycleFrame(frame);
        }

        return null;
    }

    // An error has reached the root of a coroutine. It stays in flight towards the one who resumed it; the dead coroutine remembers it,
    // and keeps its pending closes until someone closes it.
    private void Fail(LuaCoroutine coroutine)
    {
        Debug.Assert(Pending == Pending.Error, "a coroutine ends by return, yield or error");
        CompleteAtBoundary(null);
        coroutine.Status = CoroutineStatus.Dead;
        coroutine.HasFailed = true;
        coroutine.Error = _error;
        coroutine.Trace = _trace.Snapshot();
    }

    private bool CloseAll(LuaCoroutine coroutine, ref LuaValue error)
    {
        LuaCoroutine previous = Current;
        int nonYieldable = NonYieldable;
        int nativeCalls = _nativeCalls;
        previous.Status = CoroutineStatus.Normal;
        previous.NonYieldable = nonYieldable;
        coroutine.Status = CoroutineStatus.Running;
        Current = coroutine;
        FindHook();
        NonYieldable = 1;
        bool failed = false;
        while (coroutine.CloseCount > 0)
        {
            LuaValue value = coroutine.PopClose();
            if (value.IsTrue && CallCloseCaught(value, error).IsAbrupt)
            {
                NonYieldable = 1;
                _nativeCalls = nativeCalls;
                error = TakeError(null);
                failed = true;
            }
        }

        Current = previous;
        FindHook();
        previous.Status = CoroutineStatus.Running;
        NonYieldable = nonYieldable;
        _nativeCalls = nativeCalls;
        return failed;
    }

    private LuaValue CallCloseCaught(LuaValue value, LuaValue error)
    {
        try
        {
            return Settle(CallClose(value, error));
        }
        catch (Exception exception) when (IsCatchable(exception))
        {
            return RaiseException(exception);
        }
    }
}
