namespace FLua.Runtime;

/// <summary>One operation of a compiled function: its line and the names of its operands.</summary>
/// <param name="Line">The line.</param>
/// <param name="Operands">The names of the operands, as far as there are any; null when there are none.</param>
internal readonly record struct Site(int Line, ValueName?[]? Operands)
{
    /// <summary>The first operand: for a call the called value, for an index operation the indexed one.</summary>
    internal ValueName? First => Operand(1);

    /// <summary>The second operand of arithmetic and concatenation.</summary>
    internal ValueName? Second => Operand(2);

    /// <summary>The name of an operand, counted from 1; a concatenation may have many.</summary>
    internal ValueName? Operand(int number) =>
        Operands != null && (uint)(number - 1) < (uint)Operands.Length ? Operands[number - 1] : null;
}

/// <summary>What the source calls a value: <c>local 'x'</c>.</summary>
/// <param name="Kind">The kind: "local", "upvalue", "global", "field", "method", "constant", "for iterator", "metamethod".</param>
/// <param name="Name">The name.</param>
internal sealed record ValueName(string Kind, string Name)
{
    /// <summary>The name of what a generic <c>for</c> calls.</summary>
    internal static readonly ValueName ForIterator = new("for iterator", "for iterator");

    /// <summary>The description behind a message, with a space in front.</summary>
    internal string Suffix => " (" + Kind + " '" + Name + "')";

    /// <summary>The name of a metamethod called by an operation.</summary>
    internal static ValueName OfMetamethod(string name) => new("metamethod", name);
}
