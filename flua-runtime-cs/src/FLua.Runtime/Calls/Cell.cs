using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>A captured local variable that is assigned after its capture. Locals that never are, are captured by value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Cell
{
    /// <summary>The variable.</summary>
#pragma warning disable CA1051 // Generated code reads and writes it directly.
    public LuaValue Value;
#pragma warning restore CA1051

    /// <summary>A variable with its initial value.</summary>
    public Cell(LuaValue value) => Value = value;

    /// <summary>Assigns the variable, without a write barrier where a value of the same kind replaces a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(LuaValue value) => LuaOperations.Overwrite(ref Value, value);
}
