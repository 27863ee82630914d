namespace FLua.Runtime;

/// <summary>What <c>collectgarbage</c> was told, so that it can answer. Lua 5.4 §6.1.</summary>
internal sealed class CollectorSettings
{
    // The reference keeps both numbers in bytes, in units of four.
    private byte _pause = 200 / 4;
    private byte _stepMultiplier = 100 / 4;

    /// <summary>The pause, as the reference would remember it.</summary>
    internal long Pause
    {
        get => _pause * 4L;
        set => _pause = unchecked((byte)((int)value / 4));
    }

    /// <summary>The step multiplier, as the reference would remember it.</summary>
    internal long StepMultiplier
    {
        get => _stepMultiplier * 4L;
        set => _stepMultiplier = unchecked((byte)((int)value / 4));
    }

    /// <summary>Whether it was not stopped: a stopped collector clears no weak table and runs no finalizer by itself.</summary>
    internal bool IsRunning { get; set; } = true;

    /// <summary>Whether the mode is generational.</summary>
    internal bool IsGenerational { get; set; }
}
