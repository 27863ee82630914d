using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>Two values side by side, to be passed as a span. A list in brackets is the same, by calls of generic methods that are not precompiled.</summary>
internal readonly struct TwoValues(LuaValue first, LuaValue second)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;

    /// <summary>The values, as long as this variable lives.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<LuaValue> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Spans.Of(in _first, 2);
    }
}

/// <summary>Three values side by side, as <see cref="TwoValues"/>.</summary>
internal readonly struct ThreeValues(LuaValue first, LuaValue second, LuaValue third)
{
    private readonly LuaValue _first = first;
    private readonly LuaValue _second = second;
    private readonly LuaValue _third = third;

    /// <summary>The values, as long as this variable lives.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<LuaValue> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Spans.Of(in _first, 3);
    }
}
