using System.Runtime.CompilerServices;
using System;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // Frames that are kept for the next activation to be saved, and the longest array that one may keep.
    private const int MaxFreeFrames = 64;
    private const int MaxFreeValues = 16;

    // The captured activations, and the outermost of them when there are several.
    private Frame? _firstCaptured;
    private Frame? _laterCaptured;
    private int _capturedCount;
    private int _capturedUnyieldable;
    private Frame? _freeFrame;
    private int _freeFrameCount;

    // The outermost of the captured activations.
    private Frame? LastCaptured => _laterCaptured ?? _firstCaptured;

    // Appends the activation to the captured ones, innermost first, and gives the array for its locals. What a longer state of the same
    // activation left behind the live ones is cleared, so that it does not stay reachable.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LuaValue[] Capture(LuaFunction function, Frame? frame, int site, int count)
    {
        frame ??= TakeFrame();
        if (frame.Function != function)
        {
            frame.Function = function;
        }

        frame.State = site;
        frame.Parent = null;
        if (LastCaptured is { } last)
        {
            last.Parent = frame;
            _laterCaptured = frame;
        }
        else
        {
            _firstCaptured = frame;
        }

        _capturedCount++;
        LuaValue[] values = frame.Values;
        if (values.Length < count)
        {
            frame.Values = values = new LuaValue[count];
        }
        else if (values.Length > count)
        {
            Array.Clear(values, count, values.Length - count);
        }

        return values;
    }

    // Puts the captured activations in front of those of the coroutine that are still on the heap: the cost does not depend on their number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LinkCaptured(LuaCoroutine coroutine)
    {
        if (LastCaptured is { } last)
        {
            if (coroutine.Top is { } top)
            {
                last.Parent = top;
            }

            coroutine.Top = _firstCaptured;
            coroutine.FrameCount += _capturedCount;
            coroutine.Unyieldable += _capturedUnyieldable;
            DropCaptured();
        }
    }

    private void DropCaptured()
    {
        _firstCaptured = null;
        _laterCaptured = null;
        _capturedCount = 0;
        _capturedUnyieldable = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Frame TakeFrame()
    {
        Frame? frame = _freeFrame;
        if (frame == null)
        {
            return new Frame();
        }

        _freeFrame = frame.Parent;
        _freeFrameCount--;
        frame.IsTailCalled = false;
        frame.CalledAs = null;
        return frame;
    }

    // Keeps the frame of an activation that has ended.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RecycleFrame(Frame frame)
    {
        if (_freeFrameCount < MaxFreeFrames && frame.Values.Length <= MaxFreeValues)
        {
            frame.Function = null!;
            Array.Clear(frame.Values);
            frame.Parent = _freeFrame;
            _freeFrame = frame;
            _freeFrameCount++;
        }
    }
}
