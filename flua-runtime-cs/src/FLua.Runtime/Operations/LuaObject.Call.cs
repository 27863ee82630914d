using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public abstract partial class LuaObject
{
    /// <summary>How many callable tables may stand before the function that is called in the end.</summary>
    internal const int LongestCallChain = 200_000;

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

        if (handler.o is not LuaFunction)
        {
            return CallChain(L, self, handler, args);
        }

        if (L.IsStackLow())
        {
            return L.StackOverflow();
        }

        LuaObject callee = handler.Callee;
        return args.Length switch
        {
            0 => callee.Call1(L, self),
            1 => callee.Call2(L, self, args[0]),
            2 => callee.Call3(L, self, args[0], args[1]),
            _ => LuaOperations.CallWithPrefix(L, callee, self, args),
        };
    }

    // A chain of callable tables ends in a function, which gets all of them, or in an error.
    private static LuaValue CallChain(LuaState L, LuaValue self, LuaValue callee, ReadOnlySpan<LuaValue> args)
    {
        var called = new List<LuaValue> { self };
        while (callee.o is not LuaFunction)
        {
            called.Add(callee);
            callee = L.GetMetamethod(callee, Metamethod.Call);
            if (callee.IsNil)
            {
                return L.OperandError("call", called[^1], 1);
            }

            // One that loops would fill the stack of the reference.
            if (called.Count == LongestCallChain)
            {
                return L.StackOverflow();
            }
        }

        called.Reverse();
        return L.CallSpan(callee.Callee, [.. called, .. args]);
    }
}
