using System;

namespace FLua.Runtime;

/// <summary>One call of a library function, of which the hook is told. Code compiled for <c>debug</c> calls this in the place of the function.</summary>
/// <remarks>
/// While the hook is told, this activation stands for that of the function. While the function runs it only waits for the results, and no stack
/// shows it: what the function saves of itself lies above.
/// </remarks>
internal sealed class HookedCall(NativeFunction target) : LuaFunction
{
    // The states in which it is suspended.
    private const int Beginning = 1;
    private const int Running = 2;
    private const int Ending = 3;

    private LuaValue[] _arguments = [];

    /// <summary>The function.</summary>
    internal NativeFunction Target { get; } = target;

    /// <summary>Whether a frame of this call stands for the function.</summary>
    internal static bool IsShown(Frame frame) => frame.State != Running;

    /// <inheritdoc/>
    public override LuaValue Call0(LuaState L) => CallN(L, []);

    /// <inheritdoc/>
    public override LuaValue Call1(LuaState L, LuaValue a) => CallN(L, [a]);

    /// <inheritdoc/>
    public override LuaValue Call2(LuaState L, LuaValue a, LuaValue b) => CallN(L, LuaOperations.Values(a, b));

    /// <inheritdoc/>
    public override LuaValue Call3(LuaState L, LuaValue a, LuaValue b, LuaValue c) => CallN(L, LuaOperations.Values(a, b, c));

    /// <inheritdoc/>
    public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        _arguments = args.ToArray();
        return L.HookNativeCall(_arguments).IsAbrupt ? PassOn(L, Beginning) : Run(L);
    }

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame) => frame.State switch
    {
        Beginning => Run(L),
        Running => End(L, L.ResumeValue),
        _ => GiveResults(L, L.ResumeValue),
    };

    private LuaValue Run(LuaState L)
    {
        LuaValue[] arguments = _arguments;
        if (Target is ProtectedFunction && arguments.Length > 0)
        {
            // What it calls may be a library function too.
            arguments = [L.Hooked(arguments[0]), .. arguments.AsSpan(1)];
        }

        LuaValue result = L.CallSpan(Target, arguments);
        if (result.IsAbrupt && (result = L.Land()).IsAbrupt)
        {
            return L.Pending == Pending.Yield ? L.Save(this, null, Running) : LuaValue.Abrupt;
        }

        return End(L, result);
    }

    private LuaValue End(LuaState L, LuaValue first)
    {
        if (!L.IsHooked || !L.Tells(HookEvents.Return))
        {
            return first;
        }

        LuaValue result = L.HookNativeReturn(_arguments, first);
        return result.IsAbrupt ? PassOn(L, Ending) : GiveResults(L, result);
    }

    // The hook was given the arguments and the results, and may have changed these.
    private LuaValue GiveResults(LuaState L, LuaValue first)
    {
        LuaValue[] values = L.TakeResults(first);
        return L.ReturnN(values.AsSpan(_arguments.Length));
    }

    private LuaValue PassOn(LuaState L, int state) => L.Pending == Pending.Yield ? L.Save(this, null, state) : L.UnwindNative(Target);
}
