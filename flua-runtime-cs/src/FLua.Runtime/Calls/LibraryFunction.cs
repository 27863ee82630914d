using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The body of a library function: its results by <c>L.Return0…ReturnN</c>, or <see cref="LuaValue.Abrupt"/>.</summary>
public delegate LuaValue LibraryBody(LuaState L, ReadOnlySpan<LuaValue> args);

/// <summary>A fast body for exactly one argument.</summary>
public delegate LuaValue LibraryBody1(LuaState L, LuaValue a);

/// <summary>A fast body for exactly two arguments.</summary>
public delegate LuaValue LibraryBody2(LuaState L, LuaValue a, LuaValue b);

/// <summary>A fast body for exactly three arguments.</summary>
public delegate LuaValue LibraryBody3(LuaState L, LuaValue a, LuaValue b, LuaValue c);

/// <summary>A function of the standard library.</summary>
/// <remarks>
/// The general body takes any number of arguments and distinguishes an absent one from nil. Bodies for one, two or three arguments are
/// short cuts for the functions that programs call in their inner loops. Pass lambdas (<c>static (L, a) => …</c>), not method
/// groups: a delegate to a static method costs a shuffle of its arguments.
/// </remarks>
public sealed class LibraryFunction : NativeFunction
{
    private readonly LibraryBody _body;
    private readonly LibraryBody1? _body1;
    private readonly LibraryBody2? _body2;
    private readonly LibraryBody3? _body3;

    /// <summary>A function with its full name (<c>string.rep</c>; <c>print</c> for a global), used in messages when the call has none.</summary>
    public LibraryFunction(string name, LibraryBody body, LibraryBody1? body1 = null, LibraryBody2? body2 = null, LibraryBody3? body3 = null)
        : base(name)
    {
        _body = body;
        _body1 = body1;
        _body2 = body2;
        _body3 = body3;
    }

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L)
    {
        LuaValue result = _body(L, []);
        return result.IsAbrupt ? L.UnwindNative(this) : result;
    }

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a)
    {
        if (_body1 == null)
        {
            return CallGeneral(L, a);
        }

        LuaValue result = _body1(L, a);
        return result.IsAbrupt ? L.UnwindNative(this) : result;
    }

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b)
    {
        if (_body2 == null)
        {
            return CallGeneral(L, a, b);
        }

        LuaValue result = _body2(L, a, b);
        return result.IsAbrupt ? L.UnwindNative(this) : result;
    }

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c)
    {
        if (_body3 == null)
        {
            return CallGeneral(L, a, b, c);
        }

        LuaValue result = _body3(L, a, b, c);
        return result.IsAbrupt ? L.UnwindNative(this) : result;
    }

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaValue result = _body(L, args);
        return result.IsAbrupt ? L.UnwindNative(this) : result;
    }

    // The arguments as a span lie in memory, which only a method of its own keeps apart from those that are passed in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue CallGeneral(LuaState L, LuaValue a) => CallN(L, Spans.Of(in a));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue CallGeneral(LuaState L, LuaValue a, LuaValue b) => CallN(L, LuaOperations.Values(a, b));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LuaValue CallGeneral(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallN(L, LuaOperations.Values(a, b, c));
}
