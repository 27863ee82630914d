using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // How far the limit moves down each time the runtime is asked whether there is more stack.
    private const nint StackStep = 16 * 1024;

    // How much stack a chain of direct tail calls may use before it returns to the call that lands it.
    private const nint TailWindow = 64 * 1024;

    private nint _stackLimit;
    private nint _tailFloor;
    private volatile bool _isInterrupted;

    /// <summary>Whether an interrupt waits for the next function that is entered.</summary>
    internal bool IsInterrupted => _isInterrupted;

    /// <summary>From another thread: has the next function that is entered raise "interrupted!".</summary>
    internal void Interrupt()
    {
        _isInterrupted = true;
        StopAtPrologue();
    }

    /// <summary>Whether the stack is nearly used up: the prologue of every function asks.</summary>
    /// <remarks>
    /// One compare of the stack pointer in nearly every case. The limit that it is compared with starts a little below the entry from the
    /// host and moves down in steps as long as the thread has more stack, so nobody needs to know how large the stack is. When the
    /// collector has something to do here it puts the limit up, so this is also where finalizers run.
    /// </remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsStackLow()
    {
        Unsafe.SkipInit(out int local);
        return Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<int, byte>(ref local)) < _stackLimit && IsStackExhausted();
    }

    /// <summary>Whether a chain of tail calls has used its share of the stack, so that the next one must be handed to the call that lands it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsTailLow()
    {
        Unsafe.SkipInit(out int local);
        return Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<int, byte>(ref local)) < _tailFloor;
    }

    /// <summary>
    /// As <see cref="IsTailLow()"/>, but never for a function of the library, or for what cannot be called: that one returns to its caller anyway,
    /// and errors want the caller's position and name for it.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsTailLow(LuaValue callee) => IsTailLow() && CanCallLater(callee);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool CanCallLater(LuaValue callee)
    {
        // What is called in the end stands behind a chain of callable tables.
        for (int i = 0; i < LuaObject.LongestCallChain && callee.o is not LuaFunction && !callee.IsNil; i++)
        {
            callee = GetMetamethod(callee, Metamethod.Call);
        }

        return callee.o is LuaFunction and not NativeFunction;
    }

    /// <summary>Raises what stopped the prologue that asked: "stack overflow", or "interrupted!"; with the position of the caller.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public LuaValue StackOverflow()
    {
        if (_isInterrupted)
        {
            _isInterrupted = false;
            return RuntimeError("interrupted!");
        }

        if (_handlesOverflow)
        {
            // A message handler that overflows while it handles an overflow gets no second try.
            ErrorValue(LuaString.FromText("error in error handling"));
        }
        else
        {
            RuntimeError("stack overflow");
        }

        _isOverflow = true;
        return LuaValue.Abrupt;
    }

    /// <summary>An address on the stack of this thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint StackPointer()
    {
        Unsafe.SkipInit(out int local);
        return Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<int, byte>(ref local));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsStackExhausted()
    {
        if (_isInterrupted || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        if (_collectorCalls)
        {
            AnswerCollector();
        }

        SetStackLimit(StackPointer() - StackStep);
        return false;
    }

    // From another thread, which has said before what it wants: the next function that is entered looks.
    private void StopAtPrologue()
    {
        Interlocked.MemoryBarrier();
        Volatile.Write(ref _stackLimit, nint.MaxValue);
    }

    // Who stops the program first says why and then puts the limit up. Here it is the other way round, so no call is lost.
    private void SetStackLimit(nint limit)
    {
        Volatile.Write(ref _stackLimit, limit);
        Interlocked.MemoryBarrier();
        if (_collectorCalls || _isInterrupted)
        {
            _stackLimit = nint.MaxValue;
        }
    }
}
