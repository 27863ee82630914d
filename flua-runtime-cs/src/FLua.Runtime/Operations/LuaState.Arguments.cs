using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // How many of them nested calls may have together: four times what fits the reference's stack.
    private const int MaxArguments = 4_000_000;

    // A longer array is not kept for the next library function.
    private const int MaxSpare = 1 << 17;

    // Arguments of calls with an open number of them. Calls nest as the native stack does, so this is a stack.
    private LuaValue[] _arguments = new LuaValue[64];
    private int _argumentTop;

    // An array that is kept for the next library function that needs one.
    private LuaValue[]? _spare;

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
        return _arguments.Part(start, count);
    }

    /// <summary>Takes arguments back, so that they do not keep anything alive.</summary>
    internal void PopArguments(int count)
    {
        _argumentTop -= count;
        Array.Clear(_arguments, _argumentTop, count);
    }

    /// <summary>An array of at least so many nils for a library function, to be given back with <see cref="GiveSpare"/>.</summary>
    internal LuaValue[] TakeSpare(int count)
    {
        LuaValue[]? spare = _spare;
        if (spare == null || spare.Length < count)
        {
            return new LuaValue[count];
        }

        _spare = null;
        return spare;
    }

    /// <summary>Takes an array back of which the first elements are in use, and keeps it for the next one who asks, unless it is large.</summary>
    internal void GiveSpare(LuaValue[] array, int used)
    {
        if (array.Length <= MaxSpare && (_spare == null || _spare.Length < array.Length))
        {
            Array.Clear(array, 0, used);
            _spare = array;
        }
    }
}
