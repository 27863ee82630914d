using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public static partial class LuaOperations
{
    /// <summary>The length (<c>#a</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Len(LuaState L, LuaValue a)
    {
        if (a.o.IsTable(out LuaTable? table) && (table.Meta == null || table.Meta.IsKnownToLack(Metamethod.Len)))
        {
            return table.Length;
        }

        return a.o.IsString(out LuaString? text) ? text.Length : LenOfOther(L, a);
    }

    private static LuaValue LenOfOther(LuaState L, LuaValue a)
    {
        LuaValue handler = L.GetMetamethod(a, Metamethod.Len);
        if (handler.IsNil)
        {
            return a.o.IsTable(out LuaTable? table) ? table.Length : L.OperandError("get length of", a, 1);
        }

        return Call(L, Metamethod.Len, handler, a, a);
    }
}
