using System.Collections.Generic;

namespace FLua.Runtime;

/// <summary>A question about the running stack. It is answered when the activations stand on the heap.</summary>
/// <param name="asker">The function that asks, level 0; null when its activation is on the heap itself.</param>
internal abstract class StackQuestion(LuaFunction? asker)
{
    /// <summary>The function that asks.</summary>
    internal LuaFunction? Asker { get; } = asker;

    /// <summary>The arguments of the call, when they are among what is asked for.</summary>
    internal virtual Transfer? Arguments => null;

    /// <summary>Answers: what the call of the asking function gives, its results returned as by a library function.</summary>
    /// <param name="L">The state.</param>
    /// <param name="stack">The stack, from the function that asks on.</param>
    internal abstract LuaValue Answer(LuaState L, Trace stack);
}

/// <summary>Looking at the stack, of which nobody keeps a record while it runs: a yield that comes straight back.</summary>
/// <remarks>
/// The activations are saved as by a yield, up to the root of the coroutine or to an activation that cannot be suspended. There the
/// question is answered, and they are re-entered from the heap.
/// </remarks>
public sealed partial class LuaState
{
    private StackQuestion? _question;

    // Who made the innermost call that nothing can suspend, as far as it says so.
    private NativeCaller _nativeCaller;

    private List<TableLibrary.SortRange>? _sortRanges;

    /// <summary>The built-in <c>debug.traceback</c>.</summary>
    internal LibraryFunction? DebugTraceback;

    /// <summary>The built-in <c>require</c>.</summary>
    internal LibraryFunction RequireFunction = null!;

    /// <summary>The built-in <c>debug.getlocal</c>.</summary>
    internal LibraryFunction? DebugGetLocal;

    /// <summary>The built-in <c>debug.setlocal</c>.</summary>
    internal LibraryFunction? DebugSetLocal;

    /// <summary>The built-in <c>debug.sethook</c>.</summary>
    internal LibraryFunction? DebugSetHook;

    /// <summary>The built-in <c>debug.getinfo</c>.</summary>
    internal LibraryFunction? DebugGetInfo;

    /// <summary>What stands for the host, or for a library function that nothing can suspend, as the caller of a Lua function.</summary>
    internal static LibraryFunction HostCaller => HostFunctions.Caller;

    /// <summary>Whether code was loaded whose activations cannot be saved, so that no one may look at the stack by unwinding it.</summary>
    internal bool HasStructuredCode { get; private set; }

    /// <summary>Notes a range of a sort that stops for a question, innermost first.</summary>
    internal void AddSortRange(TableLibrary.SortRange range) => (_sortRanges ??= []).Add(range);

    /// <summary>The ranges that were noted, the innermost last.</summary>
    internal List<TableLibrary.SortRange> TakeSortRanges()
    {
        List<TableLibrary.SortRange> ranges = _sortRanges ?? [];
        _sortRanges = null;
        ranges.Reverse();
        return ranges;
    }

    /// <summary>Asks a question about the running stack: gives what the library function that asks has to return.</summary>
    internal LuaValue Ask(StackQuestion question)
    {
        if (HasStructuredCode)
        {
            return question.Answer(this, StackAbove(question, null, null));
        }

        _question = question;
        Pending = Pending.Yield;
        return LuaValue.Abrupt;
    }

    /// <summary>Says which library function makes calls from here on that nothing can suspend; gives what to say when they are done.</summary>
    internal NativeCaller CallFrom(string name)
    {
        NativeCaller outer = _nativeCaller;
        _nativeCaller = new NativeCaller(name, NonYieldable);
        return outer;
    }

    /// <summary>Ends <see cref="CallFrom"/>.</summary>
    internal void ReturnTo(NativeCaller outer) => _nativeCaller = outer;

    /// <summary>Of a call that nothing can suspend: its result, after the questions about the stack that it asked.</summary>
    internal LuaValue Settle(LuaValue result) => result.IsAbrupt && Pending == Pending.Yield ? DriveQuestions() : result;

    /// <summary>The stack of the message handler that is running, from its level 1 on, as <c>debug.traceback</c> writes it.</summary>
    internal string WriteHandlerStack() => Traceback.Write(this, _handlerStack!.Trace);

    // The stack between the one who asks and a frame that is still below, or what a message handler has below itself.
    private Trace StackAbove(StackQuestion question, Frame? top, Frame? floor)
    {
        var stack = new Trace(isWhole: true);
        if (question.Asker != null)
        {
            stack.Add(question.Asker, 0);
            stack.Last().Transfer = question.Arguments;
        }

        AddStack(stack, top, floor);
        return stack;
    }

    private void AddStack(Trace stack, Frame? top, Frame? floor)
    {
        Traceback.AddFrames(stack, top, floor);
        if (_handlerStack != null && _handlerStack.NonYieldable == NonYieldable)
        {
            stack.AddAll(_handlerStack.Trace);
        }
        else if (_nativeCaller.Name != null && _nativeCaller.NonYieldable == NonYieldable)
        {
            stack.Add(HostCaller, 0);
            stack.Last().CalledAs = new ValueName("function", _nativeCaller.Name);
        }
        else if (Current == MainCoroutine)
        {
            stack.Add(HostCaller, 0);
        }
    }

    // A question met an activation that cannot be suspended: it is answered as far as the stack is known, and the saved activations run
    // on from here.
    private LuaValue DriveQuestions()
    {
        LuaCoroutine coroutine = Current;
        return Drive(coroutine, coroutine.Top, Entry.Answer, default);
    }

    // Apart, so that a state is made without it.
    private static class HostFunctions
    {
        internal static readonly LibraryFunction Caller = new("?", static (L, _) => L.Return0());
    }
}
