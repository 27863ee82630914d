using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>Operations of library functions that may run metamethods, across which no coroutine can yield, as in the reference.</summary>
internal static class NoYield
{
    /// <summary><c>o[index]</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue GetInt(LuaState L, LuaValue o, long index)
    {
        L.NonYieldable++;
        LuaValue result = L.Settle(LuaOperations.GetInt(L, o, index));
        L.NonYieldable--;
        return result;
    }

    /// <summary><c>o[key]</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue GetIndex(LuaState L, LuaValue o, LuaValue key)
    {
        L.NonYieldable++;
        LuaValue result = L.Settle(LuaOperations.GetIndex(L, o, key));
        L.NonYieldable--;
        return result;
    }

    /// <summary><c>o[index] = value</c>: false with an error pending.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool SetInt(LuaState L, LuaValue o, long index, LuaValue value)
    {
        L.NonYieldable++;
        LuaValue result = L.Settle(LuaOperations.SetInt(L, o, index, value));
        L.NonYieldable--;
        return !result.IsAbrupt;
    }

    /// <summary><c>#o</c> as an integer: false with an error pending.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Length(LuaState L, LuaValue o, out long length)
    {
        L.NonYieldable++;
        LuaValue result = L.Settle(LuaOperations.Len(L, o));
        L.NonYieldable--;
        length = 0;
        if (result.IsAbrupt)
        {
            return false;
        }

        if (!result.TryToInteger(out length))
        {
            L.Error("object length is not an integer");
            return false;
        }

        return true;
    }

    /// <summary><c>a &lt; b</c>: of the result only its truth counts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Lt(LuaState L, LuaValue a, LuaValue b)
    {
        L.NonYieldable++;
        LuaValue result = L.Settle(LuaOperations.Lt(L, a, b));
        L.NonYieldable--;
        return result;
    }

    /// <summary><c>a == b</c>: of the result only its truth counts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Eq(LuaState L, LuaValue a, LuaValue b)
    {
        L.NonYieldable++;
        LuaValue result = L.Settle(LuaOperations.Eq(L, a, b));
        L.NonYieldable--;
        return result;
    }
}
