namespace FLua.Runtime;

/// <content>What an error needs to know of the activations below its boundary.</content>
public sealed partial class LuaState
{
    private Trace? _callers;

    /// <summary>Whether the error in flight, which has reached a boundary, needs the stack below: a handler may look at it, and the position may be there.</summary>
    internal bool WantsCallers(LuaValue handler) => !handler.IsNil || (_completion == Completion.Level && _errorLevel > 1);

    /// <summary>At a boundary that is on the stack: asks for it and the activations below. <see cref="TakeCallers"/> has the answer.</summary>
    internal void AskForCallers() => Ask(CallersQuestion.Instance);

    /// <summary>The boundary and the activations below, for which was asked.</summary>
    internal Trace? TakeCallers()
    {
        Trace? callers = _callers;
        _callers = null;
        return callers;
    }

    /// <summary>At a boundary that was saved: it and the activations below.</summary>
    internal Trace FindCallers(LuaFunction boundary, Frame? floor)
    {
        var callers = new Trace(isWhole: true);
        callers.Add(boundary, 0);
        AddStack(callers, Current.Top, floor);
        CompleteFromCallers(callers);
        return callers;
    }

    // The boundary is level 1 of a library function that it called.
    private void CompleteFromCallers(Trace callers)
    {
        if (_completion != Completion.Level)
        {
            return;
        }

        int level = _errorLevel - 1;
        if (level > 0)
        {
            if (callers.Has(level))
            {
                ref TraceEntry entry = ref callers.At(level);
                FunctionInfo? info = entry.Function.Info;
                PrependPosition(info, info?.SiteAt(entry.Site).Line ?? 0);
            }

            _completion = Completion.None;
        }
    }

    // What a message handler has below itself.
    private Trace StackOfError(NativeFunction? boundary, Trace? callers)
    {
        var stack = new Trace();
        stack.AddAll(_trace);
        if (callers != null)
        {
            stack.AddAll(callers);
        }
        else if (boundary != null)
        {
            stack.Add(boundary, 0);
        }
        else
        {
            stack.Add(HostCaller, 0);
        }

        return stack;
    }

    // The answer goes to the boundary, which has saved itself; the error is where it was.
    private sealed class CallersQuestion() : StackQuestion(null)
    {
        internal static readonly CallersQuestion Instance = new();

        internal override LuaValue Answer(LuaState L, Trace stack)
        {
            L._callers = stack;
            L.CompleteFromCallers(stack);
            return L.Return0();
        }
    }
}
