using System;

namespace FLua.Runtime;

/// <summary>A function that is not compiled from Lua: of the library, or of the host.</summary>
public abstract class NativeFunction : LuaFunction
{
    private protected NativeFunction(string name) => Name = name;

    /// <summary>The full name: <c>string.rep</c>; <c>print</c> for a global.</summary>
    public string Name { get; }

    /// <summary>Cells for <see cref="LuaFunction.Upvalue"/>, of a function that has upvalues only where <c>debug</c> looks: assigning them changes nothing else.</summary>
    private protected static Cell[] UpvalueCells(LuaValue[] values) => Array.ConvertAll(values, static value => new Cell(value));
}
