using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    private readonly Trace _trace = new();

    // What an operation that called the function from which the error comes calls it; for the next activation that the error passes.
    private ValueName? _calleeName;

    // The library function that raised the error in flight, once the error has left it.
    private LuaFunction? _raisingFunction;

    /// <summary>Passes an error on from a compiled activation: completes its message and adds the activation to the trace. A yield is refused.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Unwind(LuaFunction function, int site)
    {
        if (Pending == Pending.Yield)
        {
            RefuseYield();
        }

        if (_completion != Completion.None)
        {
            CompleteInFunction(function, site);
        }

        _calleeName = null;
        _trace.Add(function, site);
        return LuaValue.Abrupt;
    }

    /// <summary>
    /// Passes the abrupt return of a direct tail call on. A library function is called with its caller still active, so an error passes
    /// the caller; the activation of a tail call to a Lua function is gone.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue TailUnwind(LuaValue callee, LuaFunction function, int site)
    {
        bool isLua = CanCallLater(callee);
        if (Pending != Pending.Error)
        {
            if (Pending == Pending.Yield)
            {
                if (!isLua && (_question != null || IsDebugged))
                {
                    return Save(new TailCaller(function), null, site);
                }

                MarkTailCalled();
            }

            return LuaValue.Abrupt;
        }

        if (!isLua)
        {
            return Unwind(function, site);
        }

        MarkTailCalled();
        return LuaValue.Abrupt;
    }

    /// <summary>Notes for tracebacks that the activation which returns abruptly has called itself in tail position, and so is not the one that its caller called.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue TailCalled(bool isTailCalled, LuaValue abrupt)
    {
        if (isTailCalled && Pending != Pending.Tail)
        {
            MarkTailCalled();
        }

        return abrupt;
    }

    /// <summary>Passes an abrupt return on from a function of the library or the host.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal LuaValue UnwindNative(NativeFunction function)
    {
        if (Pending == Pending.Error)
        {
            if (_completion != Completion.None)
            {
                CompleteInNative(function);
            }

            _calleeName = null;
            _trace.Add(function, 0);
        }

        return LuaValue.Abrupt;
    }

    /// <summary>Says what the operation that called the function from which an abrupt return comes calls it: <c>metamethod 'index'</c>.</summary>
    internal LuaValue NameCallee(ValueName name)
    {
        if (Pending == Pending.Yield && LastCaptured is { } last)
        {
            last.CalledAs = name;
        }

        if (Pending == Pending.Error)
        {
            _calleeName = name;
            if (_trace.Count > 0)
            {
                _trace.Last().CalledAs = name;
            }
        }

        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="NameCallee(ValueName)"/>, for a metamethod.</summary>
    internal LuaValue NameCallee(Metamethod metamethod) =>
        Pending == Pending.Error || _question != null
            ? NameCallee(ValueName.OfMetamethod(MetamethodNames.Of(metamethod).ToString()[2..]))
            : LuaValue.Abrupt;

    // The activation that called the function from which the error comes is gone.
    private void MarkTailCalled()
    {
        if (Pending == Pending.Error)
        {
            if (_trace.Count > 0)
            {
                _trace.Last().IsTailCalled = true;
            }
        }
        else if (LastCaptured is { } last)
        {
            last.IsTailCalled = true;
        }
    }

    // A yield met an activation that cannot be suspended: it ends as an error, and the frames saved so far are dropped.
    private void RefuseYield()
    {
        DropCaptured();
        _question = null;
        ErrorValue(LuaString.FromText("attempt to yield across a C-call boundary"));
    }
}
