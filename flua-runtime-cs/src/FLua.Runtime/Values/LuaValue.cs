using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>A Lua value in 16 bytes, passed in two registers. <c>default</c> is nil. Lua 5.4 §2.1.</summary>
public readonly partial struct LuaValue
{
    /// <summary>For generated code: nil is null; a number or boolean has its tag of <see cref="Tags"/>; anything else is the object itself.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable IDE1006, CA1051, SA1307 // Two letters that stand in every line of generated code.
    public readonly object? o;

    /// <summary>For generated code: an integer, or the bits of a float; 0 for everything else.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly long n;
#pragma warning restore IDE1006, CA1051, SA1307

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue(object? tag, long payload)
    {
        o = tag;
        n = payload;
    }

    /// <summary>nil.</summary>
    public static LuaValue Nil => default;

    /// <summary>The boolean true.</summary>
    public static LuaValue True
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Tags.True, 0);
    }

    /// <summary>The boolean false.</summary>
    public static LuaValue False
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Tags.False, 0);
    }

    /// <summary>The sentinel that a call returns instead of a value; see <see cref="LuaState.Pending"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue Abrupt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Tags.Abrupt, 0);
    }

    /// <summary>An integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Int(long value) => new(Tags.Int, value);

    /// <summary>A float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Float(double value) => new(Tags.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Bool(bool value) => new(value ? Tags.True : Tags.False, 0);

    /// <summary>A heap object; null gives nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Object(LuaObject? value) => new(value, 0);

    /// <summary>For frames of suspended functions: something that is no Lua value, such as a cell or an array of varargs.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue Raw(object? value) => new(value, 0);

    /// <summary>For frames of suspended functions: a copy of varargs, which lie where the caller put them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue RawCopy(ReadOnlySpan<LuaValue> values) => new(values.ToArray(), 0);

    /// <summary>A value from its two words: for tables, which keep keys apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LuaValue FromParts(object? tag, long payload) => new(tag, payload);

    /// <summary>Converts an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LuaValue(long value) => new(Tags.Int, value);

    /// <summary>Converts a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LuaValue(double value) => new(Tags.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Converts a boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LuaValue(bool value) => Bool(value);

    /// <summary>Converts a heap object; null gives nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LuaValue(LuaObject? value) => new(value, 0);

    /// <summary>Whether this is the sentinel of an abrupt return.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsAbrupt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => o == Tags.Abrupt;
    }

    /// <summary>Whether a condition takes this for true: it is neither nil nor false. Lua 5.4 §3.3.4.</summary>
    public bool IsTrue
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => o != null && o != Tags.False;
    }

    /// <summary>Whether this is nil.</summary>
    public bool IsNil
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => o == null;
    }

    /// <summary>Whether this is an integer.</summary>
    public bool IsInt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => o == Tags.Int;
    }

    /// <summary>Whether this is a float.</summary>
    public bool IsFloat
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => o == Tags.Float;
    }

    /// <summary>The payload as a float; only meaningful when <see cref="IsFloat"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public double D
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.Int64BitsToDouble(n);
    }

    /// <summary>The string that this surely is; null for nil.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaString S
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<LuaString>(o)!;
    }

    /// <summary>What to call when this value is called: itself, or an object whose call raises "attempt to call a … value".</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaObject Callee
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => o is null or string ? NotCallable.Of(o, n) : Unsafe.As<LuaObject>(o);
    }

    /// <summary>What to call when this value is what a method call found: that is an object in any case.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaObject Method
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.As<LuaObject>(o)!;
    }
}
