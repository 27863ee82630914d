using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
#pragma warning disable CA1051 // Generated code reads and writes the fields directly.
    /// <summary>How many results the function that returned last gave. Meaningless after an abrupt return.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int ResultCount;

    /// <summary>The results of the function that returned last, from the second on: result <c>i</c> at index <c>i</c>, counted from 0. Index 0 is free.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue[] Results = new LuaValue[16];
#pragma warning restore CA1051

    /// <summary>Returns no result.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Return0()
    {
        ResultCount = 0;
        return default;
    }

    /// <summary>Returns one result.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Return1(LuaValue a)
    {
        ResultCount = 1;
        return a;
    }

    /// <summary>Returns two results.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Return2(LuaValue a, LuaValue b)
    {
        ResultCount = 2;
        LuaOperations.Overwrite(ref Results[1], b);
        return a;
    }

    /// <summary>Returns three results.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue Return3(LuaValue a, LuaValue b, LuaValue c)
    {
        ResultCount = 3;
        LuaOperations.Overwrite(ref Results[1], b);
        LuaOperations.Overwrite(ref Results[2], c);
        return a;
    }

    /// <summary>Returns any number of results.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue ReturnN(ReadOnlySpan<LuaValue> values)
    {
        int count = values.Length;
        ResultCount = count;
        if (count > 3)
        {
            ReserveResults(count);
            ValueList.Copy(values, Results, 0);
            return values[0];
        }

        // For a few values a block copy costs more than the values.
        if (count > 1)
        {
            LuaValue[] results = Results;
            LuaOperations.Overwrite(ref results[1], values[1]);
            if (count > 2)
            {
                LuaOperations.Overwrite(ref results[2], values[2]);
            }
        }

        return count > 0 ? values[0] : default;
    }

    /// <summary>Returns some values and behind them the results of the call that was just made, whose first is <paramref name="first"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue ReturnOpen(ReadOnlySpan<LuaValue> values, LuaValue first)
    {
        int count = ResultCount;
        ReserveResults(values.Length + count);
        LuaValue[] results = Results;
        results[0] = first;
        if (values.Length > 0)
        {
            ValueList.Copy(results, 0, results, values.Length, count);
            ValueList.Copy(values, results, 0);
        }

        ResultCount = values.Length + count;
        return ResultCount > 0 ? results[0] : default;
    }

    /// <summary>Returns some values and behind them varargs.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue ReturnVarargs(ReadOnlySpan<LuaValue> values, ReadOnlySpan<LuaValue> varargs)
    {
        if (values.IsEmpty)
        {
            return ReturnN(varargs);
        }

        ReserveResults(values.Length + varargs.Length);
        ValueList.Copy(values, Results, 0);
        ValueList.Copy(varargs, Results, values.Length);
        ResultCount = values.Length + varargs.Length;
        return values[0];
    }

    /// <summary>The result at an index from 1 on of the function that returned last; nil when there are fewer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Result(int index) => index < ResultCount ? Results[index] : default;

    /// <summary>The results of the call that was just made, whose first is <paramref name="first"/>, as an array of their own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue[] TakeResults(LuaValue first)
    {
        if (ResultCount == 0)
        {
            return [];
        }

        var taken = new LuaValue[ResultCount];
        Array.Copy(Results, 1, taken, 1, ResultCount - 1);
        taken[0] = first;
        return taken;
    }

    /// <summary>Makes room for results.</summary>
    internal void ReserveResults(int count)
    {
        if (count > Results.Length)
        {
            ArrayBuilder<LuaValue>.Resize(ref Results, Math.Max(count, Results.Length * 2));
        }
    }
}
