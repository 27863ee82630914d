using System;
using System.IO;

namespace FLua.Runtime;

/// <summary>What <c>collectgarbage</c> was told, so that it can answer.</summary>
internal sealed class CollectorSettings
{
    /// <summary>The pause.</summary>
    internal long Pause = 200;

    /// <summary>The step multiplier.</summary>
    internal long StepMultiplier = 100;

    /// <summary>Whether it was not stopped.</summary>
    internal bool IsRunning = true;

    /// <summary>Whether the mode is generational.</summary>
    internal bool IsGenerational;
}

public sealed partial class LuaState
{
    /// <summary>The built-in <c>select</c>: a call with varargs is done without copying them.</summary>
    internal LuaFunction? SelectFunction;

    private Stream? _errorStream;

    /// <summary>The built-in <c>coroutine.yield</c>.</summary>
    internal YieldFunction YieldFunction { get; } = new();

    /// <summary>What <c>collectgarbage</c> was told.</summary>
    internal CollectorSettings Collector { get; } = new();

    /// <summary>Whether <c>warn</c> writes.</summary>
    internal bool WarningsOn { get; set; }

    /// <summary>The stream of standard error.</summary>
    internal Stream ErrorStream => _errorStream ??= Platform.OpenStandardError();

    /// <summary>Writes to standard error, and takes no notice when that fails.</summary>
    internal void WriteError(ReadOnlySpan<byte> bytes)
    {
        FlushPrinted();
        try
        {
            ErrorStream.Write(bytes);
            ErrorStream.Flush();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>A full collection. The state first lets go of what only its own work space still holds.</summary>
    internal void CollectGarbage()
    {
        ResumeValue = default;
        Array.Clear(Results);
        _trace.Clear();
        _error = default;
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
