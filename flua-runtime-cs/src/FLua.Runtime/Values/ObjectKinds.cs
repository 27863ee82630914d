using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>What the first word of a value is.</summary>
/// <remarks>
/// Compares the exact type where <c>is</c> would do: in precompiled code <c>is</c> calls a helper of .NET, which takes longer than most of what
/// depends on the answer. What is inlined into printed code says <c>is</c> all the same: the JIT compiles it, and knows then what is rare.
/// Where the answer is no, what comes out is not of that kind and must not be looked at; the compiler takes it for null.
/// </remarks>
internal static class ObjectKinds
{
    /// <summary>Whether it is a string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsString([NotNullWhen(true)] this object? o) => o != null && o.GetType() == typeof(LuaString);

    /// <summary>Whether it is a string, and which.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsString([NotNullWhen(true)] this object? o, [NotNullWhen(true)] out LuaString? text)
    {
        text = Unsafe.As<LuaString>(o);
        return o != null && o.GetType() == typeof(LuaString);
    }

    /// <summary>The string that it is, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LuaString? AsString(this object? o) => o != null && o.GetType() == typeof(LuaString) ? Unsafe.As<LuaString>(o) : null;

    /// <summary>Whether it is a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsTable([NotNullWhen(true)] this object? o) => o != null && o.GetType() == typeof(LuaTable);

    /// <summary>Whether it is a table, and which.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsTable([NotNullWhen(true)] this object? o, [NotNullWhen(true)] out LuaTable? table)
    {
        table = Unsafe.As<LuaTable>(o);
        return o != null && o.GetType() == typeof(LuaTable);
    }

    /// <summary>The table that it is, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LuaTable? AsTable(this object? o) => o != null && o.GetType() == typeof(LuaTable) ? Unsafe.As<LuaTable>(o) : null;

    /// <summary>Whether it is a coroutine, and which.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsCoroutine([NotNullWhen(true)] this object? o, [NotNullWhen(true)] out LuaCoroutine? coroutine)
    {
        coroutine = Unsafe.As<LuaCoroutine>(o);
        return o != null && o.GetType() == typeof(LuaCoroutine);
    }

    /// <summary>Whether it is a tag: then the value is a number or a boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsTag([NotNullWhen(true)] this object? o) => o != null && o.GetType() == typeof(string);
}
