using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    private LuaValue _tailCallee;
    private LuaValue _tailA;
    private LuaValue _tailB;
    private LuaValue _tailC;
    private int _tailCount;
    private LuaValue[]? _tailArguments;

#pragma warning disable CA1051 // Generated code reads the field directly.
    /// <summary>Why the call that returned last gave <see cref="LuaValue.Abrupt"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Pending Pending;
#pragma warning restore CA1051

    /// <summary>After an abrupt return of a call that is no tail call: runs a pending tail call and gives its result; otherwise passes the abrupt return on.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Land() => Pending == Pending.Tail ? RunTail() : LuaValue.Abrupt;

    /// <summary>As <see cref="Land"/>, for any result, where calls that end abruptly are common.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaValue Landed(LuaValue result) => result.IsAbrupt && Pending == Pending.Tail ? RunTail() : result;

    /// <summary>Leaves a tail call without arguments to the nearest call that is no tail call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue Tail0(LuaValue f)
    {
        _tailCallee = f;
        _tailCount = 0;
        return PendTail();
    }

    /// <summary>Leaves a tail call with one argument to the nearest call that is no tail call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue Tail1(LuaValue f, LuaValue a)
    {
        _tailCallee = f;
        _tailA = a;
        _tailCount = 1;
        return PendTail();
    }

    /// <summary>Leaves a tail call with two arguments to the nearest call that is no tail call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue Tail2(LuaValue f, LuaValue a, LuaValue b)
    {
        _tailCallee = f;
        _tailA = a;
        _tailB = b;
        _tailCount = 2;
        return PendTail();
    }

    /// <summary>Leaves a tail call with three arguments to the nearest call that is no tail call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue Tail3(LuaValue f, LuaValue a, LuaValue b, LuaValue c)
    {
        _tailCallee = f;
        _tailA = a;
        _tailB = b;
        _tailC = c;
        _tailCount = 3;
        return PendTail();
    }

    /// <summary>Leaves a tail call with any number of arguments to the nearest call that is no tail call.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue TailN(LuaValue f, ReadOnlySpan<LuaValue> args) => TailArray(f, args.ToArray());

    /// <summary>Leaves a tail call to the nearest call that is no tail call: values, then the results of the call that was just made.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue TailOpen(LuaValue f, ReadOnlySpan<LuaValue> args, LuaValue first)
    {
        int count = ResultCount;
        var all = new LuaValue[args.Length + count];
        ValueList.Copy(args, all, 0);
        if (count > 0)
        {
            ValueList.Copy(Results, 1, all, args.Length + 1, count - 1);
            all[args.Length] = first;
        }

        return TailArray(f, all);
    }

    /// <summary>Leaves a tail call to the nearest call that is no tail call: values, then varargs.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue TailVarargs(LuaValue f, ReadOnlySpan<LuaValue> args, ReadOnlySpan<LuaValue> varargs)
    {
        var all = new LuaValue[args.Length + varargs.Length];
        ValueList.Copy(args, all, 0);
        ValueList.Copy(varargs, all, args.Length);
        return TailArray(f, all);
    }

    private LuaValue TailArray(LuaValue f, LuaValue[] args)
    {
        _tailCallee = f;
        _tailArguments = args;
        _tailCount = args.Length <= 3 ? 4 : args.Length;
        return PendTail();
    }

    private LuaValue PendTail()
    {
        Pending = Pending.Tail;
        return LuaValue.Abrupt;
    }

    // Runs a pending tail call, and those that it leaves in turn, with the floor moved below this activation: so a chain of any length
    // comes back here each time it has used its window, and a deep recursion takes the window down with it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue RunTail()
    {
        nint floor = _tailFloor;
        _tailFloor = StackPointer() - TailWindow;
        LuaValue result;
        do
        {
            result = CallPendingTail();
        }
        while (result.IsAbrupt && Pending == Pending.Tail);

        _tailFloor = floor;
        if (result.IsAbrupt)
        {
            MarkTailCalled();
        }

        return result;
    }

    private LuaValue CallPendingTail()
    {
        LuaObject callee = _tailCallee.Callee;
        _tailCalled = IsHooked ? callee : null;
        LuaValue a = _tailA;
        LuaValue b = _tailB;
        LuaValue c = _tailC;
        _tailCallee = default;
        _tailA = default;
        _tailB = default;
        _tailC = default;
        switch (_tailCount)
        {
            case 0:
                return callee.Call0(this);
            case 1:
                return callee.Call1(this, a);
            case 2:
                return callee.Call2(this, a, b);
            case 3:
                return callee.Call3(this, a, b, c);
            default:
                LuaValue[] arguments = _tailArguments!;
                _tailArguments = null;
                return callee.CallN(this, arguments);
        }
    }
}
