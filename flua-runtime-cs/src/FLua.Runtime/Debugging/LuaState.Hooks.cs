using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Hooks, which only code calls that was compiled for <c>debug</c>.</content>
public sealed partial class LuaState
{
    // What the tail call that is being made calls, while a hook is set: the function knows by it that it was called so.
    private object? _tailCalled;

#pragma warning disable CA1051 // Generated code reads the field directly.
    /// <summary>Whether a hook is set and does not run.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsHooked;
#pragma warning restore CA1051

    /// <summary>Whether code was loaded that was compiled for <c>debug</c>.</summary>
    internal bool IsDebugged { get; private set; }

    /// <summary>Says that the code that is being loaded was compiled for <c>debug</c>: its variables are known, and it calls hooks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void LoadDebugged() => IsDebugged = true;

    /// <summary>A Lua function begins.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookCall(LuaFunction function)
    {
        bool isTailCalled = _tailCalled == function;
        _tailCalled = null;
        return Tells(HookEvents.Call) ? CallHook(isTailCalled ? "tail call" : "call", default, Transfer.Call) : default;
    }

    /// <summary>A Lua function returns what stands where results do, the first in <paramref name="first"/>: gives it, and leaves them there.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookReturn(LuaValue first) =>
        Tells(HookEvents.Return) ? CallHook("return", default, new Transfer(TakeResults(first), true)) : first;

    /// <summary>What to call when a value is called: itself, or something that tells the hook of the call, when it is a function of the library.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue Hooked(LuaValue callee) =>
        (IsHooked || callee.o == DebugSetHook) && callee.o is NativeFunction native ? new HookedCall(native) : callee;

    /// <summary>As <see cref="Hooked(LuaValue)"/>, for a function that a library function calls again and again.</summary>
    internal LuaFunction Hooked(LuaFunction callee) => IsHooked && callee is NativeFunction native ? new HookedCall(native) : callee;

    /// <summary>As <see cref="Hooked(LuaValue)"/>, for a tail call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookedTail(LuaValue callee)
    {
        LuaValue hooked = Hooked(callee);
        _tailCalled = IsHooked ? hooked.o : null;
        return hooked;
    }

    /// <summary>Behind a tail call that gave its results: when it was one of a library function, its caller is still there, and returns now.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookTailReturn(LuaValue callee, LuaValue first, LuaFunction function, int site)
    {
        if (!IsHooked || callee.o is not NativeFunction)
        {
            return first;
        }

        LuaValue result = HookReturn(first);
        return result.IsAbrupt ? Save(new TailCaller(function, hasReturned: true), null, site) : result;
    }

    /// <summary>A library function begins.</summary>
    internal LuaValue HookNativeCall(LuaValue[] arguments)
    {
        _tailCalled = null;
        return IsHooked && Tells(HookEvents.Call) ? CallHook("call", default, new Transfer(arguments, false)) : default;
    }

    /// <summary>A library function returns, and the hook wants to know: gives its arguments and then its results, as results.</summary>
    internal LuaValue HookNativeReturn(LuaValue[] arguments, LuaValue first) =>
        CallHook("return", default, Transfer.OfResults(arguments, TakeResults(first)));

    /// <summary>Whether the hook, which is set, is told of events.</summary>
    internal bool Tells(HookEvents events) => (Current.Hook!.Events & events) != 0;

    /// <summary>A line begins, and up to the next place that says so there are some steps.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookLine(int line, int steps)
    {
        if (HookSteps(steps).IsAbrupt)
        {
            return LuaValue.Abrupt;
        }

        return IsHooked && Tells(HookEvents.Line) ? CallHook("line", (long)line, null) : default;
    }

    /// <summary>Steps are done that a hook may count.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookSteps(int steps)
    {
        Hook hook = Current.Hook!;
        if (hook.Count > 0)
        {
            hook.Left -= steps;
            while (hook.Left <= 0 && Current.Hook == hook)
            {
                // What is left after a hook that is suspended counts at the next place.
                hook.Left += hook.Count;
                if (CallHook("count", default, null).IsAbrupt)
                {
                    return LuaValue.Abrupt;
                }
            }
        }

        return default;
    }

    /// <summary>Sets the hook of a coroutine; null takes it away.</summary>
    internal void SetHook(LuaCoroutine coroutine, Hook? hook)
    {
        // A hook that replaces the one that runs does not run itself, but waits until that one has ended.
        if (hook != null && coroutine.Hook is { IsRunning: true })
        {
            hook.IsRunning = true;
        }

        coroutine.Hook = hook;
        FindHook();
    }

    /// <summary>The running hook has ended.</summary>
    internal void LeaveHook()
    {
        if (Current.Hook is { } hook)
        {
            hook.IsRunning = false;
        }

        FindHook();
    }

    // Another coroutine runs, or its hook is another one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FindHook() => IsHooked = Current.Hook is { IsRunning: false, Function.IsNil: false };

    private LuaValue CallHook(string what, LuaValue line, Transfer? transfer)
    {
        Hook hook = Current.Hook!;
        hook.IsRunning = true;
        FindHook();
        LuaValue result;
        try
        {
            result = hook.Function.Callee.Call2(this, LuaString.FromText(what), line);
            result = result.IsAbrupt ? Land() : result;
        }
        catch
        {
            LeaveHook();
            throw;
        }

        if (result.IsAbrupt)
        {
            NameCallee(new ValueName("hook", "?"));
            if (Pending == Pending.Yield)
            {
                return Save1(HookEnd.Instance, null, 0, LuaValue.Raw(transfer));
            }

            LeaveHook();
            return LuaValue.Abrupt;
        }

        LeaveHook();
        return transfer is { IsReturn: true } ? ReturnN(transfer.Values) : default;
    }
}
