using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // What the error in flight still lacks, before the first activations that it passes complete it.
    private enum Completion : byte
    {
        /// <summary>The error is complete.</summary>
        None,

        /// <summary>A text that wants the position of the activation <see cref="_errorLevel"/> levels up.</summary>
        Level,

        /// <summary>A text that wants the position of the Lua function in which the operation stands.</summary>
        Operation,

        /// <summary>As <see cref="Operation"/>, and the name of an operand.</summary>
        Operand,

        /// <summary>"bad argument": wants the name of the function as its caller calls it, and the position of the caller.</summary>
        Argument,
    }

    private LuaValue _error;
    private Completion _completion;
    private int _errorLevel;
    private string _errorText = "";
    private int _errorNumber;

    /// <summary>Raises a message with the position of the function that called the running library function, as <c>luaL_error</c> does.</summary>
    /// <param name="message">The text.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue Error(string message) => ErrorValue(LuaString.FromText(message), 1);

    /// <summary>Raises a value; a string gets the position of the activation <paramref name="level"/> levels above the running library function, 0 for none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LuaValue ErrorValue(LuaValue value, int level = 0)
    {
        _error = value;
        _errorLevel = level;
        _completion = level > 0 && value.o.IsString() ? Completion.Level : Completion.None;
        return PendError();
    }

    /// <summary>Raises "bad argument #n to 'f' (extra)". Arguments count from 1.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue ArgumentError(int argument, string extra)
    {
        _error = default;
        _errorText = extra;
        _errorNumber = argument;
        _errorLevel = 1;
        _completion = Completion.Argument;
        return PendError();
    }

    /// <summary>Raises "bad argument #n to 'f' (expected expected, got type of actual)".</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue TypeError(int argument, string expected, LuaValue actual) =>
        ArgumentError(argument, expected + " expected, got " + ArgumentTypeName(actual));

    // The reference calls a light userdata so only where an argument is wrong, and when no metatable has a name for it.
    private string ArgumentTypeName(LuaValue actual) => TypeNameOf(actual) is var name && actual.o is LuaUserData { IsLight: true } && name == "userdata"
        ? "light userdata"
        : name;

    /// <summary>Raises "bad argument #n to 'f' (expected expected, got no value)".</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue TypeErrorNoValue(int argument, string expected) => ArgumentError(argument, expected + " expected, got no value");

    /// <summary>Raises "attempt to verb a type value", with the name of operand 1 or 2 of the operation's site.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue OperandError(string verb, LuaValue culprit, int operand)
    {
        _error = default;
        _errorText = "attempt to " + verb + " a " + TypeNameOf(culprit) + " value";
        _errorNumber = operand;
        _completion = Completion.Operand;
        return PendError();
    }

    /// <summary>Raises a message of an operation, with the position of the Lua function in which it stands.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue RuntimeError(string message)
    {
        _error = default;
        _errorText = message;
        _completion = Completion.Operation;
        return PendError();
    }

    /// <summary>As <see cref="OperandError"/> with a text of its own ("number%s has no integer representation"): the operand's description stands in place of <c>%s</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal LuaValue OperandErrorText(string format, int operand)
    {
        _error = default;
        _errorText = format;
        _errorNumber = operand;
        _completion = Completion.Operand;
        return PendError();
    }

    private LuaValue PendError()
    {
        _trace.Reset();
        _calleeName = null;
        _raisingFunction = null;
        _errorException = null;
        _isOverflow = false;
        _errorCalls = _nativeCalls;
        Pending = Pending.Error;
        return LuaValue.Abrupt;
    }
}
