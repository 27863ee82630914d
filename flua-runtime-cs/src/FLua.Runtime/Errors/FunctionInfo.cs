using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>What is known of a compiled function's source, for messages and tracebacks.</summary>
/// <remarks>
/// The sites are text, read only when an error asks: one entry for each site, counted from 1 and separated by <c>;</c>. An entry is
/// a line number, then, for each operand with a name, a comma and the operand's kind (<c>l</c> local, <c>u</c> upvalue,
/// <c>g</c> global, <c>f</c> field, <c>m</c> method, <c>c</c> constant, <c>i</c> the iterator of a generic <c>for</c>,
/// <c>t</c> metamethod; <c>-</c> for none) and name: <c>12,lx,fname</c>.
/// Bytes of a name that are not printable ASCII, and <c>; , %</c>, are written <c>%XX</c>. For a call the first operand is the called
/// value, for an index operation the indexed value, for arithmetic there are two, for concatenation
/// two or more.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class FunctionInfo
{
    /// <summary>Describes a function.</summary>
    /// <param name="source">The chunk's name as the reference has it: <c>@script.lua</c>, <c>=stdin</c>.</param>
    /// <param name="line">The line of the definition; 0 for a main chunk.</param>
    /// <param name="lastLine">The line of its <c>end</c>.</param>
    /// <param name="parameters">The number of named parameters, <c>self</c> included; negative (its complement, <c>~n</c>) when varargs follow.</param>
    /// <param name="name">A name from its definition, for readers; null when it has none.</param>
    /// <param name="sites">The sites, see the remarks.</param>
    /// <param name="upvalues">The names of the upvalues, separated by commas.</param>
    /// <param name="locals">The variables in scope at each site, see <see cref="Locals"/>; empty unless compiled for <c>debug</c>.</param>
    public FunctionInfo(
        string source, int line, int lastLine, int parameters, string? name, string sites, string upvalues = "", string locals = "")
    {
        Source = source;
        Line = line;
        LastLine = lastLine;
        ParameterCount = parameters < 0 ? ~parameters : parameters;
        IsVararg = parameters < 0;
        Name = name;
        Sites = sites;
        Upvalues = upvalues;
        Locals = locals;
    }

    /// <summary>The chunk's name, with the mark of the reference in front.</summary>
    public string Source { get; }

    /// <summary>The line of the definition; 0 for a main chunk.</summary>
    public int Line { get; }

    /// <summary>The line of the function's <c>end</c>.</summary>
    public int LastLine { get; }

    /// <summary>The number of named parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>Whether the function takes varargs.</summary>
    public bool IsVararg { get; }

    /// <summary>A name from the definition.</summary>
    public string? Name { get; }

    /// <summary>The sites as text.</summary>
    public string Sites { get; }

    /// <summary>The names of the upvalues.</summary>
    public string Upvalues { get; }

    /// <summary>
    /// The names of the parameters, then for each site the variables in scope, each with its place among the values that the activation
    /// saves: <c>a,b|a:0,b*1;a:0</c>. A <c>*</c> marks a cell, <c>...</c> the varargs.
    /// </summary>
    public string Locals { get; }
}
