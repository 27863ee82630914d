using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>Brings a <c>&lt;close&gt;</c> variable into scope; nil, or abrupt when its value has no <c>__close</c>. Lua 5.4 §3.3.8.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue PushClose(LuaValue value, string name)
    {
        if (value.IsTrue && GetMetamethod(value, Metamethod.Close).IsNil)
        {
            return RuntimeError("variable '" + name + "' got a non-closable value");
        }

        Current.PushClose(value);
        return default;
    }

    /// <summary>Ends the scope of the innermost <c>&lt;close&gt;</c> variable normally; abrupt when its <c>__close</c> yields or raises.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue CloseTop()
    {
        LuaValue value = Current.PopClose();
        if (!value.IsTrue)
        {
            return default;
        }

        return CallClose(value, default).IsAbrupt ? NameCallee(ValueName.OfMetamethod("close")) : default;
    }

    // Calls the __close of a value, with the error in flight or nil, and lands what it leaves: nil, or abrupt. When an error ends the scope, no
    // instruction of the function stands behind the call, so what is called has no name.
    private LuaValue CallClose(LuaValue value, LuaValue error)
    {
        if (!EnterNested())
        {
            return LuaValue.Abrupt;
        }

        LuaValue handler = GetMetamethod(value, Metamethod.Close);
        bool isAbrupt = handler.Callee.Call2(this, value, error).IsAbrupt && Land().IsAbrupt;
        LeaveNested();
        return isAbrupt ? LuaValue.Abrupt : default;
    }
}
