using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>The most calls from library functions and operators back into Lua that may be active: the reference's LUAI_MAXCCALLS.</summary>
    internal const int MaxNativeCalls = 200;

    /// <summary>The most of them while a message handler runs that was called at the limit.</summary>
    internal const int HandlerCalls = MaxNativeCalls / 10 * 11;

    // As many as the reference's interpreter, counted as it counts, has below a script without the call of the main function.
    private const int HostCalls = 2;

    private int _nativeCalls = HostCalls;

    // A message handler that has to run at the limit gets some calls more.
    private int _nativeLimit = MaxNativeCalls;

    /// <summary>How many activations that cannot be suspended are on the stack of the running coroutine.</summary>
    internal int NonYieldable;

    /// <summary>Calls from a library function across which no coroutine can yield: the first result, or abrupt with an error.</summary>
    /// <param name="f">What to call.</param>
    /// <param name="caller">The full name of the library function, where it is known: who looks at the stack from inside sees it.</param>
    internal LuaValue CallNoYield0(LuaValue f, string? caller = null)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = (IsHooked ? Hooked(f) : f).Callee.Call0(this);
        return LeaveNoYield(result.IsAbrupt ? Land() : result, outer);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYield1(LuaValue f, LuaValue a, string? caller = null)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = (IsHooked ? Hooked(f) : f).Callee.Call1(this, a);
        return LeaveNoYield(result.IsAbrupt ? Land() : result, outer);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYield2(LuaValue f, LuaValue a, LuaValue b, string? caller = null)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = (IsHooked ? Hooked(f) : f).Callee.Call2(this, a, b);
        return LeaveNoYield(result.IsAbrupt ? Land() : result, outer);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYield3(LuaValue f, LuaValue a, LuaValue b, LuaValue c, string? caller = null)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = (IsHooked ? Hooked(f) : f).Callee.Call3(this, a, b, c);
        return LeaveNoYield(result.IsAbrupt ? Land() : result, outer);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYieldN(LuaValue f, ReadOnlySpan<LuaValue> args, string? caller = null)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = (IsHooked ? Hooked(f) : f).Callee.CallN(this, args);
        return LeaveNoYield(result.IsAbrupt ? Land() : result, outer);
    }

    /// <summary>Calls a value by the number of arguments, runs the tail calls that it leaves, and turns exceptions into errors.</summary>
    internal LuaValue CallCaught(LuaValue f, ReadOnlySpan<LuaValue> args)
    {
        try
        {
            LuaValue result = CallSpan(f.Callee, args);
            return result.IsAbrupt ? Land() : result;
        }
        catch (Exception exception) when (IsCatchable(exception))
        {
            return RaiseException(exception);
        }
    }

    /// <summary>Calls by the number of arguments.</summary>
    internal LuaValue CallSpan(LuaObject callee, ReadOnlySpan<LuaValue> args) => args.Length switch
    {
        0 => callee.Call0(this),
        1 => callee.Call1(this, args[0]),
        2 => callee.Call2(this, args[0], args[1]),
        3 => callee.Call3(this, args[0], args[1], args[2]),
        _ => callee.CallN(this, args),
    };

    /// <summary>Begins a call that an operator or a library function makes: false, with an error pending, when the calls are too deep.</summary>
    /// <remarks>Of a function of operators alone nobody else looks at the stack: its metamethods may be such functions, without end.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool EnterNested()
    {
        if (_nativeCalls >= _nativeLimit || IsStackLow())
        {
            NativeOverflow();
            return false;
        }

        _nativeCalls++;
        return true;
    }

    /// <summary>Ends such a call, however it ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void LeaveNested() => _nativeCalls--;

    /// <summary>
    /// As <see cref="CallNoYield1"/>, from a library function that can go on later: abrupt also when there is a question about the stack
    /// (<see cref="IsAsked"/>), and then it has to return <see cref="GoOnLater"/>.
    /// </summary>
    internal LuaValue CallBack1(LuaValue f, LuaValue a, string caller)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = (IsHooked ? Hooked(f) : f).Callee.Call1(this, a);
        return LeaveCallBack(result.IsAbrupt ? Land() : result, outer);
    }

    /// <inheritdoc cref="CallBack1"/>
    internal LuaValue CallBack2(LuaValue f, LuaValue a, LuaValue b, string caller)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = (IsHooked ? Hooked(f) : f).Callee.Call2(this, a, b);
        return LeaveCallBack(result.IsAbrupt ? Land() : result, outer);
    }

    /// <inheritdoc cref="CallBack1"/>
    internal LuaValue CallBackN(LuaValue f, ReadOnlySpan<LuaValue> args, string caller)
    {
        if (!EnterNoYield(caller, out NativeCaller outer))
        {
            return NativeOverflow();
        }

        LuaValue result = CallSpan((IsHooked ? Hooked(f) : f).Callee, args);
        return LeaveCallBack(result.IsAbrupt ? Land() : result, outer);
    }

    /// <summary>Whether an abrupt return of a function that was called back means that it, or what it called, looks at the stack.</summary>
    internal bool IsAsked => Pending == Pending.Yield;

    /// <summary>Suspends a library function, for a question about the stack: it goes on by a continuation.</summary>
    internal LuaValue GoOnLater(NativeContinuation continuation)
    {
        _capturedUnyieldable++;
        return Save(continuation, null, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue LeaveCallBack(LuaValue result, NativeCaller outer)
    {
        _nativeCalls--;
        NonYieldable--;
        _nativeCaller = outer;
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool EnterNoYield(string? caller, out NativeCaller outer)
    {
        outer = _nativeCaller;
        if (_nativeCalls >= _nativeLimit || IsStackLow())
        {
            return false;
        }

        _nativeCalls++;
        NonYieldable++;
        _nativeCaller = new NativeCaller(caller, NonYieldable);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue LeaveNoYield(LuaValue result, NativeCaller outer)
    {
        if (result.IsAbrupt)
        {
            result = Settle(result);
        }

        _nativeCalls--;
        NonYieldable--;
        _nativeCaller = outer;
        return result;
    }

    // Raised where a library function, an operator or a nested coroutine would go one level too deep.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue NativeOverflow() => _nativeCalls < _nativeLimit
        ? StackOverflow()
        : _nativeCalls >= HandlerCalls ? ErrorValue(LuaString.FromText("error in error handling")) : RuntimeError("C stack overflow");
}
