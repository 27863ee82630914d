using System.ComponentModel;

namespace FLua.Runtime;

/// <content>Hooks, which only code calls that was compiled for <c>debug</c>.</content>
public sealed partial class LuaState
{
    private static readonly ValueName HookName = new("hook", "?");

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

    /// <summary>A function begins.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookCall() => (Current.Hook!.Events & HookEvents.Call) != 0 ? CallHook("call", default) : default;

    /// <summary>A function returns.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookReturn() => (Current.Hook!.Events & HookEvents.Return) != 0 ? CallHook("return", default) : default;

    /// <summary>A line begins.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue HookLine(int line)
    {
        Hook hook = Current.Hook!;
        if (hook.Count > 0 && --hook.Left <= 0)
        {
            hook.Left = hook.Count;
            if (CallHook("count", default).IsAbrupt)
            {
                return LuaValue.Abrupt;
            }
        }

        return (hook.Events & HookEvents.Line) != 0 ? CallHook("line", (long)line) : default;
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
    private void FindHook() => IsHooked = Current.Hook is { IsRunning: false };

    private LuaValue CallHook(string what, LuaValue line)
    {
        Hook hook = Current.Hook!;
        hook.IsRunning = true;
        FindHook();
        LuaValue result = hook.Function.Callee.Call2(this, LuaString.FromText(what), line);
        if (result.IsAbrupt && Land().IsAbrupt)
        {
            NameCallee(HookName);
            if (Pending == Pending.Yield)
            {
                return Save(HookEnd.Instance, null, 0);
            }

            LeaveHook();
            return LuaValue.Abrupt;
        }

        LeaveHook();
        return default;
    }
}
