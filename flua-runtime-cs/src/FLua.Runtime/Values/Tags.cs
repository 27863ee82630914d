using System.ComponentModel;

namespace FLua.Runtime;

/// <summary>The type tags of values that are no heap objects, and the sentinel of abrupt returns.</summary>
/// <remarks>
/// They are string literals on purpose: literals live in the frozen heap, so the JIT knows their addresses (a compare with an
/// immediate) and needs no GC write barrier to store one. And they are constants, not fields: precompiled code would ask for the base of the
/// class's fields each time. Compares are by reference, for the other side is an object. Lua strings are <see cref="LuaString"/>, never
/// <see cref="string"/>, so <c>o is string</c> means "a number, a boolean or Abrupt".
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Tags
{
    /// <summary>An integer; the payload is its value.</summary>
    public const string Int = "\u0001int";

    /// <summary>A float; the payload is its bits.</summary>
    public const string Float = "\u0001float";

    /// <summary>The boolean true.</summary>
    public const string True = "\u0001true";

    /// <summary>The boolean false.</summary>
    public const string False = "\u0001false";

    /// <summary>No value: the callee did not simply return; <see cref="LuaState.Pending"/> says why.</summary>
    public const string Abrupt = "\u0001abrupt";
}
