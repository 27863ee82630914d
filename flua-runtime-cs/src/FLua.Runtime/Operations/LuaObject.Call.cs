using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public abstract partial class LuaObject
{
    /// <summary>The value that this object stands for.</summary>
    private protected virtual LuaValue Self => LuaValue.Object(this);

    /// <summary>Calls the value's <c>__call</c> metamethod with the value in front of the arguments. Lua 5.4 §2.4.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected LuaValue CallMetamethod(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaValue self = Self;
        LuaValue handler = L.GetMetamethod(self, Metamethod.Call);
        if (handler.IsNil)
        {
            return L.OperandError("call", self, 1);
        }

        // A chain of callable tables ends in a function or in an error; one that loops ends as the stack does.
        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        return args.Length switch
        {
            0 => handler.Callee.Call1(L, self),
            1 => handler.Callee.Call2(L, self, args[0]),
            2 => handler.Callee.Call3(L, self, args[0], args[1]),
            _ => LuaOperations.CallWithPrefix(L, handler.Callee, self, args),
        };
    }
}
