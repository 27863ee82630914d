using System;

namespace FLua.Runtime;

/// <summary>Copies of lists of values.</summary>
/// <remarks>
/// Mostly they are short, and then a loop is quicker than a block copy. And it can be precompiled: the generic methods of .NET over our struct are
/// compiled when a program first comes to them, five of them for one <c>CopyTo</c>. What is overwritten is often of the same kind, a number most
/// of all, and then nothing needs a write barrier.
/// </remarks>
internal static class ValueList
{
    private const int Short = 32;

    // From one array to another a block copy needs no generic method.
    private const int ShortOfArray = 8;

    /// <summary>Copies values from one array to another, or within one to a higher index.</summary>
    internal static void Copy(LuaValue[] source, int from, LuaValue[] target, int to, int count)
    {
        if (count > ShortOfArray)
        {
            Array.Copy(source, from, target, to, count);
            return;
        }

        for (int i = count - 1; i >= 0; i--)
        {
            LuaOperations.Overwrite(ref target[to + i], source[from + i]);
        }
    }

    /// <summary>Copies values to an array, from an index on.</summary>
    internal static void Copy(ReadOnlySpan<LuaValue> values, LuaValue[] to, int at)
    {
        if (values.Length > Short)
        {
            values.CopyTo(to.From(at));
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            LuaOperations.Overwrite(ref to[at + i], values[i]);
        }
    }

    /// <summary>Copies values to a list, from an index on.</summary>
    internal static void Copy(ReadOnlySpan<LuaValue> values, Span<LuaValue> to, int at)
    {
        if (values.Length > Short)
        {
            values.CopyTo(to.From(at));
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            LuaOperations.Overwrite(ref to[at + i], values[i]);
        }
    }
}
