using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Short lists of values, to be passed as spans.</content>
/// <remarks>
/// A list in brackets is the same, but where it does not stand at the very beginning of a method the JIT clears its variable first, with a vector of 32
/// bytes or more after which it forgets <c>vzeroupper</c> (https://github.com/dotnet/runtime/issues/133784): on processors of Intel every change to code of
/// 128 bits without VEX, as in .NET itself and in what is precompiled, and back, then takes some 70 ns. These are not cleared twice.
/// </remarks>
public static partial class LuaOperations
{
    /// <summary>Two values as one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoValues Values(LuaValue a, LuaValue b) => new(a, b);

    /// <summary>Three values as one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ThreeValues Values(LuaValue a, LuaValue b, LuaValue c) => new(a, b, c);

    /// <summary>Four values as one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourValues Values(LuaValue a, LuaValue b, LuaValue c, LuaValue d) => new(a, b, c, d);

    /// <summary>Five values as one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FiveValues Values(LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e) => new(a, b, c, d, e);

    /// <summary>Six values as one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixValues Values(LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f) => new(a, b, c, d, e, f);

    /// <summary>Seven values as one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SevenValues Values(LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f, LuaValue g) => new(a, b, c, d, e, f, g);

    /// <summary>Eight values as one argument.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightValues Values(LuaValue a, LuaValue b, LuaValue c, LuaValue d, LuaValue e, LuaValue f, LuaValue g, LuaValue h) => new(a, b, c, d, e, f, g, h);
}

/// <summary>Two values side by side, to be passed as a span.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TwoValues(LuaValue first, LuaValue second)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;

    /// <summary>The values, as long as the variable lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<LuaValue>(in TwoValues values) => Spans.Of(in values._first, 2);
}

/// <summary>Three values side by side, as <see cref="TwoValues"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ThreeValues(LuaValue first, LuaValue second, LuaValue third)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;
    private readonly LuaValue _third = third;

    /// <summary>The values, as long as the variable lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<LuaValue>(in ThreeValues values) => Spans.Of(in values._first, 3);
}

/// <summary>Four values side by side, as <see cref="TwoValues"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FourValues(LuaValue first, LuaValue second, LuaValue third, LuaValue fourth)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;
    private readonly LuaValue _third = third;
    private readonly LuaValue _fourth = fourth;

    /// <summary>The values, as long as the variable lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<LuaValue>(in FourValues values) => Spans.Of(in values._first, 4);
}

/// <summary>Five values side by side, as <see cref="TwoValues"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FiveValues(LuaValue first, LuaValue second, LuaValue third, LuaValue fourth, LuaValue fifth)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;
    private readonly LuaValue _third = third;
    private readonly LuaValue _fourth = fourth;
    private readonly LuaValue _fifth = fifth;

    /// <summary>The values, as long as the variable lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<LuaValue>(in FiveValues values) => Spans.Of(in values._first, 5);
}

/// <summary>Six values side by side, as <see cref="TwoValues"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SixValues(LuaValue first, LuaValue second, LuaValue third, LuaValue fourth, LuaValue fifth, LuaValue sixth)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;
    private readonly LuaValue _third = third;
    private readonly LuaValue _fourth = fourth;
    private readonly LuaValue _fifth = fifth;
    private readonly LuaValue _sixth = sixth;

    /// <summary>The values, as long as the variable lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<LuaValue>(in SixValues values) => Spans.Of(in values._first, 6);
}

/// <summary>Seven values side by side, as <see cref="TwoValues"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SevenValues(LuaValue first, LuaValue second, LuaValue third, LuaValue fourth, LuaValue fifth, LuaValue sixth, LuaValue seventh)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;
    private readonly LuaValue _third = third;
    private readonly LuaValue _fourth = fourth;
    private readonly LuaValue _fifth = fifth;
    private readonly LuaValue _sixth = sixth;
    private readonly LuaValue _seventh = seventh;

    /// <summary>The values, as long as the variable lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<LuaValue>(in SevenValues values) => Spans.Of(in values._first, 7);
}

/// <summary>Eight values side by side, as <see cref="TwoValues"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EightValues(LuaValue first, LuaValue second, LuaValue third, LuaValue fourth, LuaValue fifth, LuaValue sixth, LuaValue seventh, LuaValue eighth)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;
    private readonly LuaValue _third = third;
    private readonly LuaValue _fourth = fourth;
    private readonly LuaValue _fifth = fifth;
    private readonly LuaValue _sixth = sixth;
    private readonly LuaValue _seventh = seventh;
    private readonly LuaValue _eighth = eighth;

    /// <summary>The values, as long as the variable lives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator ReadOnlySpan<LuaValue>(in EightValues values) => Spans.Of(in values._first, 8);
}
