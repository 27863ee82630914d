using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public static partial class LuaOperations
{
    /// <summary>The length (<c>#a</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Len(LuaState L, LuaValue a)
    {
        if (a.o is LuaString text)
        {
            return text.Length;
        }

        if (a.o is LuaTable { Meta: null } plain)
        {
            return plain.Length;
        }

        LuaValue handler = L.GetMetamethod(a, Metamethod.Len);
        if (handler.IsNil)
        {
            return a.o is LuaTable table ? table.Length : L.OperandError("get length of", a, 1);
        }

        return Call(L, Metamethod.Len, handler, a, a);
    }
}
