using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Calls with an open number of arguments. They leave a pending tail call to their caller, for they may be tail calls themselves.</content>
public static partial class LuaOperations
{
    /// <summary>For generated code: the JIT compiles the method once, with all optimisations, when it is first called.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization;

    /// <summary>Small functions in which nothing can fail are put into the code of their callers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public const MethodImplOptions Inlined = MethodImplOptions.AggressiveInlining;

    private static readonly LuaString SelectCountName = LuaString.Constant("#"u8);

    /// <summary>Calls with the results of the call that was just made, whose first is <paramref name="first"/> and which mostly gives one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue CallOpen1(LuaState L, LuaValue f, LuaValue first) =>
        L.ResultCount == 1 ? f.Callee.Call1(L, first) : CallOpen(L, f, [], first);

    /// <summary>As <see cref="CallOpen1"/>, with a value before them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue CallOpen2(LuaState L, LuaValue f, LuaValue a, LuaValue first) =>
        L.ResultCount == 1 ? f.Callee.Call2(L, a, first) : CallMany(L, f, a, first);

    /// <summary>As <see cref="CallOpen1"/>, with two values before them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue CallOpen3(LuaState L, LuaValue f, LuaValue a, LuaValue b, LuaValue first) =>
        L.ResultCount == 1 ? f.Callee.Call3(L, a, b, first) : CallMany(L, f, a, b, first);

    // Out of line, for the sake of the room on the stack that a list takes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallMany(LuaState L, LuaValue f, LuaValue a, LuaValue first) => CallOpen(L, f, [a], first);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallMany(LuaState L, LuaValue f, LuaValue a, LuaValue b, LuaValue first) => CallOpen(L, f, Values(a, b), first);

    /// <summary>Calls with some values and behind them the results of the call that was just made, whose first is <paramref name="first"/>.</summary>
    public static LuaValue CallOpen(LuaState L, LuaValue f, ReadOnlySpan<LuaValue> args, LuaValue first)
    {
        int count = L.ResultCount;
        if (count == 0)
        {
            return L.CallSpan(f.Callee, args);
        }

        // The results lie where the callee will put its own.
        LuaValue[] results = L.Results;
        int total = args.Length + count;
        switch (total)
        {
            case 1:
                return f.Callee.Call1(L, first);
            case 2:
                return count == 2 ? f.Callee.Call2(L, first, results[1]) : f.Callee.Call2(L, args[0], first);
            case 3:
                return count switch
                {
                    1 => f.Callee.Call3(L, args[0], args[1], first),
                    2 => f.Callee.Call3(L, args[0], first, results[1]),
                    _ => f.Callee.Call3(L, first, results[1], results[2]),
                };
            default:
                results[0] = first;
                return CallJoined(L, f.Callee, args, results.Part(0, count));
        }
    }

    /// <summary>Calls with some values and behind them varargs.</summary>
    /// <remarks><c>select(i, ...)</c> is done in place: a loop over the varargs need not copy all of them each time.</remarks>
    public static LuaValue CallVarargs(LuaState L, LuaValue f, ReadOnlySpan<LuaValue> args, ReadOnlySpan<LuaValue> varargs)
    {
        if (args.Length == 1 && f.o == L.SelectFunction && (args[0].o.IsTag() || args[0].o.IsString()))
        {
            return Select(L, f, args[0], varargs);
        }

        return args.Length == 0 ? L.CallSpan(f.Callee, varargs) : CallJoined(L, f.Callee, args, varargs);
    }

    /// <summary><c>select("#", ...)</c> where one result is wanted, if it is the built-in function that is called.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue SelectCount(LuaState L, LuaValue f, ReadOnlySpan<LuaValue> varargs) =>
        f.o == L.SelectFunction ? LuaValue.Int(varargs.Length) : CallVarargs(L, f, [SelectCountName], varargs);

    /// <summary><c>select(index, ...)</c> where one result is wanted, if it is the built-in function that is called.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue SelectOne(LuaState L, LuaValue f, long index, ReadOnlySpan<LuaValue> varargs)
    {
        if (f.o == L.SelectFunction && index > 0)
        {
            return index <= varargs.Length ? varargs[(int)(index - 1)] : default;
        }

        return CallVarargs(L, f, [index], varargs);
    }

    /// <inheritdoc cref="SelectOne(LuaState, LuaValue, long, ReadOnlySpan{LuaValue})"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue SelectOne(LuaState L, LuaValue f, LuaValue index, ReadOnlySpan<LuaValue> varargs) =>
        index.IsInt ? SelectOne(L, f, index.n, varargs) : CallVarargs(L, f, [index], varargs);

    private static LuaValue Select(LuaState L, LuaValue f, LuaValue selector, ReadOnlySpan<LuaValue> varargs)
    {
        if (!BaseLibrary.TrySelect(L, selector, varargs.Length, out int from))
        {
            return L.UnwindNative(Unsafe.As<NativeFunction>(f.o!));
        }

        return from < 0 ? L.Return1((long)varargs.Length) : L.ReturnN(varargs.From(from));
    }

    /// <summary>Calls with one value in front of others, without landing a pending tail call.</summary>
    internal static LuaValue CallWithPrefix(LuaState L, LuaObject callee, LuaValue first, ReadOnlySpan<LuaValue> rest)
    {
        Span<LuaValue> args = L.PushArguments(rest.Length + 1);
        args[0] = first;
        ValueList.Copy(rest, args, 1);
        LuaValue result = callee.CallN(L, args);
        L.PopArguments(args.Length);
        return result;
    }

    private static LuaValue CallJoined(LuaState L, LuaObject callee, ReadOnlySpan<LuaValue> args, ReadOnlySpan<LuaValue> more)
    {
        Span<LuaValue> all = L.PushArguments(args.Length + more.Length);
        ValueList.Copy(args, all, 0);
        ValueList.Copy(more, all, args.Length);
        LuaValue result = L.CallSpan(callee, all);
        L.PopArguments(all.Length);
        return result;
    }
}
