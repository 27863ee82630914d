using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public static partial class LuaOperations
{
    /// <summary>Whether two values are equal without metamethods. Lua 5.4 §3.4.4.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RawEquals(in LuaValue a, in LuaValue b) => TryEq(a, b, out bool equal) ? equal : RawEqualsSlow(a, b);

    /// <summary><c>a == b</c> where the first words decide, or two integers; false where more must be known.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEq(in LuaValue a, in LuaValue b, out bool r)
    {
        if (a.o == b.o)
        {
            // Equal bits of floats are equal but for nan, and unequal bits unequal but for the zeros.
            r = a.o == Tags.Float ? a.D == b.D : a.n == b.n;
            return true;
        }

        // Something against nil.
        r = false;
        return a.o == null || b.o == null;
    }

    /// <summary>Compares for equality (<c>a == b</c>): of the result only its truth counts.</summary>
    /// <remarks>Only two tables or two userdata that are not the same ask for <c>__eq</c>.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Eq(LuaState L, LuaValue a, LuaValue b)
    {
        if (!a.o.IsString() && ((a.o.IsTable() && b.o.IsTable()) || (a.o is LuaUserData && b.o is LuaUserData)))
        {
            return a.o == b.o ? LuaValue.True : EqOfObjects(L, a, b);
        }

        return RawEquals(a, b);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue EqOfObjects(LuaState L, LuaValue a, LuaValue b)
    {
        LuaValue handler = BinaryHandler(L, Metamethod.Eq, a, b, out _);
        return handler.IsNil ? LuaValue.False : Call(L, Metamethod.Eq, handler, a, b);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool RawEqualsSlow(LuaValue a, LuaValue b)
    {
        if (a.o.IsString(out LuaString? text))
        {
            return b.o.IsString(out LuaString? other) && text.SameBytes(other);
        }

        // The tags differ here, so two numbers are an integer and a float.
        if (a.o == Tags.Int)
        {
            return b.o == Tags.Float && LuaTable.FloatToInteger(b.D, out long whole) && whole == a.n;
        }

        return a.o == Tags.Float && b.o == Tags.Int && LuaTable.FloatToInteger(a.D, out long exact) && exact == b.n;
    }
}
