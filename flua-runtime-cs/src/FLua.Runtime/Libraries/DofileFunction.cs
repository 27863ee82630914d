using System;

namespace FLua.Runtime;

/// <summary><c>dofile ([filename])</c>: calls a file that was compiled together with the program, which may yield.</summary>
internal sealed class DofileFunction : NativeFunction
{
    internal DofileFunction()
        : base("dofile")
    {
    }

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame) => L.ResumeValue;

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => CallN(L, []);

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a) => CallN(L, [a]);

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => CallN(L, [a]);

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallN(L, [a]);

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.OptString(L, args, 1, LuaString.Empty, out LuaString? path))
        {
            return L.UnwindNative(this);
        }

        LuaValue found = BaseLibrary.FindFile(L, "dofile", Arguments.IsNoneOrNil(args, 1) ? default : path!, "bt", L.Globals);
        if (found.o.IsString())
        {
            L.ErrorValue(found);
        }

        if (found.o is not LuaFunction main)
        {
            return L.UnwindNative(this);
        }

        if (L.IsStackLow())
        {
            L.StackOverflow();
            return L.UnwindNative(this);
        }

        LuaValue result = main.Call0(L);
        if (result.IsAbrupt && (result = L.Land()).IsAbrupt)
        {
            return L.Pending == Pending.Yield ? L.Save(this, null, 1) : L.UnwindNative(this);
        }

        return result;
    }
}
