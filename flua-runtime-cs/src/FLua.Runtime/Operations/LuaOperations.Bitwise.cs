using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public static partial class LuaOperations
{
    /// <summary>Bitwise and (<c>a &amp; b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue BAnd(LuaState L, LuaValue a, LuaValue b) =>
        ToWhole(a, out long x) && ToWhole(b, out long y) ? x & y : Bitwise(L, Metamethod.BAnd, a, b);

    /// <summary>Bitwise or (<c>a | b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue BOr(LuaState L, LuaValue a, LuaValue b) =>
        ToWhole(a, out long x) && ToWhole(b, out long y) ? x | y : Bitwise(L, Metamethod.BOr, a, b);

    /// <summary>Bitwise exclusive or (<c>a ~ b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue BXor(LuaState L, LuaValue a, LuaValue b) =>
        ToWhole(a, out long x) && ToWhole(b, out long y) ? x ^ y : Bitwise(L, Metamethod.BXor, a, b);

    /// <summary>Shifts left (<c>a &lt;&lt; b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Shl(LuaState L, LuaValue a, LuaValue b) =>
        ToWhole(a, out long x) && ToWhole(b, out long y) ? ShiftLeft(x, y) : Bitwise(L, Metamethod.Shl, a, b);

    /// <summary>Shifts right, filling with zeros (<c>a &gt;&gt; b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Shr(LuaState L, LuaValue a, LuaValue b) =>
        ToWhole(a, out long x) && ToWhole(b, out long y) ? ShiftRight(x, y) : Bitwise(L, Metamethod.Shr, a, b);

    /// <summary>Bitwise not (<c>~a</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue BNot(LuaState L, LuaValue a) => ToWhole(a, out long x) ? ~x : Bitwise(L, Metamethod.BNot, a, a);

    // An integer, or a float that equals one. Strings are not converted here, nor in the reference.
    private static bool ToWhole(LuaValue value, out long whole)
    {
        if (value.o == Tags.Int)
        {
            whole = value.n;
            return true;
        }

        whole = 0;
        return value.o == Tags.Float && LuaTable.FloatToInteger(value.D, out whole);
    }

    private static LuaValue Bitwise(LuaState L, Metamethod operation, LuaValue a, LuaValue b)
    {
        LuaValue handler = BinaryHandler(L, operation, a, b, out _);
        if (!handler.IsNil)
        {
            return Call(L, operation, handler, a, b);
        }

        if (a.IsNumber && b.IsNumber)
        {
            return L.OperandErrorText("number%s has no integer representation", ToWhole(a, out _) ? 2 : 1);
        }

        return a.IsNumber ? L.OperandError("perform bitwise operation on", b, 2) : L.OperandError("perform bitwise operation on", a, 1);
    }
}
