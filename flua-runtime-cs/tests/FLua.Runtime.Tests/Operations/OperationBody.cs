using System;

namespace FLua.Runtime.Tests;

/// <summary>A function whose body is one operation, as printed code has it: with a site, and a resume point behind it.</summary>
internal sealed class OperationBody(Func<LuaState, LuaValue> operation, string site = "1") : LuaFunction0
{
    public override FunctionInfo Info { get; } = new("@t.lua", 1, 1, 0, "f", site);

    public override LuaValue Call0(LuaState L)
    {
        LuaValue r = operation(L);
        return r.IsAbrupt ? L.Save(this, null, 1) : L.Return1(r);
    }

    public override LuaValue Resume(LuaState L, Frame frame) => L.Return1(L.ResumeValue);
}
