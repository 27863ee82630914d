using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
#pragma warning disable CA1051 // Generated code reads the field directly.
    /// <summary>What the call that suspended an activation gives as its first result when the activation is re-entered.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue ResumeValue;
#pragma warning restore CA1051

    /// <summary>Passes an abrupt return on: a yield saves the activation, without live locals; an error adds it to the trace.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Save(LuaFunction function, Frame? frame, int site)
    {
        if (Pending == Pending.Error)
        {
            return Unwind(function, site);
        }

        Capture(function, frame, site, 0);
        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="Save"/>, with one live local.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Save1(LuaFunction function, Frame? frame, int site, LuaValue a)
    {
        if (Pending == Pending.Error)
        {
            return UnwindSaved(function, site, [a]);
        }

        LuaValue[] values = Capture(function, frame, site, 1);
        LuaOperations.Overwrite(ref values[0], a);
        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="Save"/>, with two live locals.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Save2(LuaFunction function, Frame? frame, int site, LuaValue a, LuaValue b)
    {
        if (Pending == Pending.Error)
        {
            return UnwindSaved(function, site, LuaOperations.Values(a, b));
        }

        LuaValue[] values = Capture(function, frame, site, 2);
        LuaOperations.Overwrite(ref values[0], a);
        LuaOperations.Overwrite(ref values[1], b);
        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="Save"/>, with three live locals.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Save3(LuaFunction function, Frame? frame, int site, LuaValue a, LuaValue b, LuaValue c)
    {
        if (Pending == Pending.Error)
        {
            return UnwindSaved(function, site, LuaOperations.Values(a, b, c));
        }

        LuaValue[] values = Capture(function, frame, site, 3);
        LuaOperations.Overwrite(ref values[0], a);
        LuaOperations.Overwrite(ref values[1], b);
        LuaOperations.Overwrite(ref values[2], c);
        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="Save"/>, with four live locals.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Save4(LuaFunction function, Frame? frame, int site, LuaValue a, LuaValue b, LuaValue c, LuaValue d)
    {
        if (Pending == Pending.Error)
        {
            return UnwindSaved(function, site, LuaOperations.Values(a, b, c, d));
        }

        LuaValue[] values = Capture(function, frame, site, 4);
        LuaOperations.Overwrite(ref values[0], a);
        LuaOperations.Overwrite(ref values[1], b);
        LuaOperations.Overwrite(ref values[2], c);
        LuaOperations.Overwrite(ref values[3], d);
        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="Save"/>, with five live locals.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Save5(LuaFunction function, Frame? frame, int site, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e)
    {
        if (Pending == Pending.Error)
        {
            return UnwindSaved(function, site, LuaOperations.Values(a, b, c, d, e));
        }

        LuaValue[] values = Capture(function, frame, site, 5);
        LuaOperations.Overwrite(ref values[0], a);
        LuaOperations.Overwrite(ref values[1], b);
        LuaOperations.Overwrite(ref values[2], c);
        LuaOperations.Overwrite(ref values[3], d);
        LuaOperations.Overwrite(ref values[4], e);
        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="Save"/>, with six live locals.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Save6(LuaFunction function, Frame? frame, int site, LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f)
    {
        if (Pending == Pending.Error)
        {
            return UnwindSaved(function, site, LuaOperations.Values(a, b, c, d, e, f));
        }

        LuaValue[] values = Capture(function, frame, site, 6);
        LuaOperations.Overwrite(ref values[0], a);
        LuaOperations.Overwrite(ref values[1], b);
        LuaOperations.Overwrite(ref values[2], c);
        LuaOperations.Overwrite(ref values[3], d);
        LuaOperations.Overwrite(ref values[4], e);
        LuaOperations.Overwrite(ref values[5], f);
        return LuaValue.Abrupt;
    }

    /// <summary>As <see cref="Save"/>, with any number of live locals.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue SaveN(LuaFunction function, Frame? frame, int site, ReadOnlySpan<LuaValue> locals)
    {
        if (Pending == Pending.Error)
        {
            return UnwindSaved(function, site, locals);
        }

        ValueList.Copy(locals, Capture(function, frame, site, locals.Length), 0);
        return LuaValue.Abrupt;
    }

    /// <summary>
    /// An activation that goes on elsewhere: in the version of its function for any values, behind an operation that gave a result or none. See
    /// docs/decisions/0029.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Frame Leave(LuaFunction function, int site, ReadOnlySpan<LuaValue> locals, LuaValue result)
    {
        ResumeValue = result;
        return new Frame { Function = function, State = site, Values = locals.ToArray() };
    }

    // Where debug is to know everything, an error remembers what the activations that it passes had in their variables.
    private LuaValue UnwindSaved(LuaFunction function, int site, ReadOnlySpan<LuaValue> locals)
    {
        Unwind(function, site);
        if (IsDebugged)
        {
            _trace.Last().Values = locals.ToArray();
        }

        return LuaValue.Abrupt;
    }
}
