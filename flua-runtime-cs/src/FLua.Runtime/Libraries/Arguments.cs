using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>Reads the arguments of library functions as the reference's auxiliary library does.</summary>
/// <remarks>
/// Arguments count from 1, as in messages. Every check gives true and the value, or false with the error pending in the state: the body
/// then returns <see cref="LuaValue.Abrupt"/>. An absent argument is told from nil by the length of the span. The overloads that
/// take one value are for bodies of a fixed number of arguments, where none is absent.
/// </remarks>
internal static class Arguments
{
    /// <summary>An argument, nil when it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue At(ReadOnlySpan<LuaValue> args, int argument) =>
        (uint)(argument - 1) < (uint)args.Length ? args[argument - 1] : default;

    /// <summary>Whether an argument is absent or nil.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNoneOrNil(ReadOnlySpan<LuaValue> args, int argument) => At(args, argument).IsNil;

    /// <summary>An integer: an integer, a float with an exact integer value, or a string that converts to one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Integer(LuaState L, ReadOnlySpan<LuaValue> args, int argument, out long value)
    {
        LuaValue actual = At(args, argument);
        if (actual.IsInt)
        {
            value = actual.n;
            return true;
        }

        return IntegerSlow(L, actual, argument, argument > args.Length, out value);
    }

    /// <summary>An integer from an argument that is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Integer(LuaState L, LuaValue actual, int argument, out long value)
    {
        if (actual.IsInt)
        {
            value = actual.n;
            return true;
        }

        return IntegerSlow(L, actual, argument, false, out value);
    }

    /// <summary>An integer, or a default for an absent argument or nil.</summary>
    public static bool OptInteger(LuaState L, ReadOnlySpan<LuaValue> args, int argument, long absent, out long value)
    {
        if (IsNoneOrNil(args, argument))
        {
            value = absent;
            return true;
        }

        return Integer(L, args[argument - 1], argument, out value);
    }

    /// <summary>A float: a number or a string that converts to one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Number(LuaState L, ReadOnlySpan<LuaValue> args, int argument, out double value)
    {
        LuaValue actual = At(args, argument);
        if (actual.IsFloat)
        {
            value = actual.D;
            return true;
        }

        return NumberSlow(L, actual, argument, argument > args.Length, out value);
    }

    /// <summary>A float from an argument that is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Number(LuaState L, LuaValue actual, int argument, out double value)
    {
        if (actual.IsFloat)
        {
            value = actual.D;
            return true;
        }

        return NumberSlow(L, actual, argument, false, out value);
    }

    /// <summary>A float, or a default for an absent argument or nil.</summary>
    public static bool OptNumber(LuaState L, ReadOnlySpan<LuaValue> args, int argument, double absent, out double value)
    {
        if (IsNoneOrNil(args, argument))
        {
            value = absent;
            return true;
        }

        return Number(L, args[argument - 1], argument, out value);
    }

    /// <summary>A string; numbers convert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool String(LuaState L, ReadOnlySpan<LuaValue> args, int argument, out LuaString value)
    {
        LuaValue actual = At(args, argument);
        if (actual.o.IsString(out LuaString? text))
        {
            value = text;
            return true;
        }

        return StringSlow(L, actual, argument, argument > args.Length, out value);
    }

    /// <summary>A string from an argument that is there; numbers convert.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool String(LuaState L, LuaValue actual, int argument, out LuaString value)
    {
        if (actual.o.IsString(out LuaString? text))
        {
            value = text;
            return true;
        }

        return StringSlow(L, actual, argument, false, out value);
    }

    /// <summary>A string, or a default for an absent argument or nil.</summary>
    public static bool OptString(
        LuaState L, ReadOnlySpan<LuaValue> args, int argument, LuaString? absent, [NotNullIfNotNull(nameof(absent))] out LuaString? value)
    {
        if (IsNoneOrNil(args, argument))
        {
            value = absent;
            return true;
        }

        bool read = String(L, args[argument - 1], argument, out LuaString text);
        value = text;
        return read;
    }

    /// <summary>A table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Table(LuaState L, ReadOnlySpan<LuaValue> args, int argument, out LuaTable value)
    {
        if (At(args, argument).o.IsTable(out LuaTable? table))
        {
            value = table;
            return true;
        }

        value = null!;
        return WrongType(L, args, argument, "table");
    }

    /// <summary>A function.</summary>
    public static bool Function(LuaState L, ReadOnlySpan<LuaValue> args, int argument, out LuaFunction value)
    {
        if (At(args, argument).o is LuaFunction function)
        {
            value = function;
            return true;
        }

        value = null!;
        return WrongType(L, args, argument, "function");
    }

    /// <summary>Any value, but not an absent one.</summary>
    public static bool Any(LuaState L, ReadOnlySpan<LuaValue> args, int argument, out LuaValue value)
    {
        if (argument > args.Length)
        {
            L.ArgumentError(argument, "value expected");
            value = default;
            return false;
        }

        value = args[argument - 1];
        return true;
    }

    /// <summary>One of some names: its index.</summary>
    /// <param name="L">The state.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="argument">The number of the argument.</param>
    /// <param name="absent">The name that an absent argument or nil stands for; null when there must be one.</param>
    /// <param name="names">The names.</param>
    /// <param name="value">The index of the name.</param>
    public static bool Option(
        LuaState L, ReadOnlySpan<LuaValue> args, int argument, string? absent, ReadOnlySpan<string> names, out int value)
    {
        value = -1;
        string name;
        if (absent != null && IsNoneOrNil(args, argument))
        {
            name = absent;
        }
        else
        {
            if (!String(L, args, argument, out LuaString given))
            {
                return false;
            }

            name = UpToZero(given).ToString();
        }

        value = names.IndexOf(name);
        if (value < 0)
        {
            L.ArgumentError(argument, "invalid option '" + name + "'");
        }

        return value >= 0;
    }

    /// <summary>The string as functions of C see it: up to its first zero byte.</summary>
    public static LuaString UpToZero(LuaString text)
    {
        int zero = text.Span.IndexOf((byte)0);
        return zero < 0 ? text : LuaString.Of(text.Span.UpTo(zero));
    }

    /// <summary>Raises that an argument, or its absence, is not what was expected; always false.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool WrongType(LuaState L, ReadOnlySpan<LuaValue> args, int argument, string expected)
    {
        _ = argument > args.Length ? L.TypeErrorNoValue(argument, expected) : L.TypeError(argument, expected, args[argument - 1]);
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IntegerSlow(LuaState L, LuaValue actual, int argument, bool isAbsent, out long value)
    {
        if (actual.TryToInteger(out value))
        {
            return true;
        }

        if (isAbsent)
        {
            L.TypeErrorNoValue(argument, "number");
        }
        else if (actual.TryToNumber(out _))
        {
            L.ArgumentError(argument, "number has no integer representation");
        }
        else
        {
            L.TypeError(argument, "number", actual);
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool NumberSlow(LuaState L, LuaValue actual, int argument, bool isAbsent, out double value)
    {
        if (actual.TryToNumber(out value))
        {
            return true;
        }

        _ = isAbsent ? L.TypeErrorNoValue(argument, "number") : L.TypeError(argument, "number", actual);
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool StringSlow(LuaState L, LuaValue actual, int argument, bool isAbsent, out LuaString value)
    {
        if (actual.IsNumber)
        {
            value = LuaOperations.ToLuaString(actual);
            return true;
        }

        value = null!;
        _ = isAbsent ? L.TypeErrorNoValue(argument, "string") : L.TypeError(argument, "string", actual);
        return false;
    }
}
