using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // How many of them nested calls may have together: four times what fits the reference's stack.
    private const int MaxArguments = 4_000_000;

    // Arguments of calls with an open number of them. Calls nest as the native stack does, so this is a stack.
    private LuaValue[] _arguments = new LuaValue[64];
    private int _argumentTop;

    /// <summary>Room for the arguments of a call, to be given back with <see cref="PopArguments"/> when it has returned.</summary>
    internal Span<LuaValue> PushArguments(int count)
    {
        int start = _argumentTop;
        if (count > _arguments.Length - start)
        {
            if (start > MaxArguments)
            {
                // A recursion that passes on more and more would take all memory before it takes the stack.
                throw new InsufficientExecutionStackException();
            }

            // Arguments of calls that are still running stay in the array that they are in.
            _arguments = new LuaValue[Math.Max(checked(start + count), _arguments.Length * 2)];
        }

        _argumentTop = start + count;
        return _arguments.AsSpan(start, count);
    }

    /// <summary>Takes arguments back, so that they do not keep anything alive.</summary>
    internal void PopArguments(int count)
    {
        _argumentTop -= count;
        Array.Clear(_arguments, _argumentTop, count);
    }
}
