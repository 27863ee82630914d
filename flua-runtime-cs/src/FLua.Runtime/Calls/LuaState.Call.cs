using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>The most calls from library functions back into Lua that may be active: the reference's LUAI_MAXCCALLS.</summary>
    internal const int MaxNativeCalls = 200;

    private int _nativeCalls;

    /// <summary>How many activations that cannot be suspended are on the stack of the running coroutine.</summary>
    internal int NonYieldable;

    /// <summary>Calls from a library function across which no coroutine can yield: the first result, or abrupt with an error.</summary>
    internal LuaValue CallNoYield0(LuaValue f)
    {
        if (!EnterNoYield())
        {
            return NativeOverflow();
        }

        LuaValue result = f.Callee.Call0(this);
        return LeaveNoYield(result.IsAbrupt ? Land() : result);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYield1(LuaValue f, LuaValue a)
    {
        if (!EnterNoYield())
        {
            return NativeOverflow();
        }

        LuaValue result = f.Callee.Call1(this, a);
        return LeaveNoYield(result.IsAbrupt ? Land() : result);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYield2(LuaValue f, LuaValue a, LuaValue b)
    {
        if (!EnterNoYield())
        {
            return NativeOverflow();
        }

        LuaValue result = f.Callee.Call2(this, a, b);
        return LeaveNoYield(result.IsAbrupt ? Land() : result);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYield3(LuaValue f, LuaValue a, LuaValue b, LuaValue c)
    {
        if (!EnterNoYield())
        {
            return NativeOverflow();
        }

        LuaValue result = f.Callee.Call3(this, a, b, c);
        return LeaveNoYield(result.IsAbrupt ? Land() : result);
    }

    /// <inheritdoc cref="CallNoYield0"/>
    internal LuaValue CallNoYieldN(LuaValue f, ReadOnlySpan<LuaValue> args)
    {
        if (!EnterNoYield())
        {
            return NativeOverflow();
        }

        LuaValue result = f.Callee.CallN(this, args);
        return LeaveNoYield(result.IsAbrupt ? Land() : result);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool EnterNoYield()
    {
        if (_nativeCalls >= MaxNativeCalls || IsStackLow())
        {
            return false;
        }

        _nativeCalls++;
        NonYieldable++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue LeaveNoYield(LuaValue result)
    {
        if (result.IsAbrupt)
        {
            result = Settle(result);
        }

        _nativeCalls--;
        NonYieldable--;
        return result;
    }

    // Raised where a library function, or a nested coroutine, would go one level too deep.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue NativeOverflow() => _nativeCalls >= MaxNativeCalls ? RuntimeError("C stack overflow") : StackOverflow();
}
