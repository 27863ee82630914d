using System;

namespace FLua.Runtime;

/// <summary>The values that an activation takes or gives, while <c>debug</c> can look at them. They have no names.</summary>
/// <param name="Values">The arguments of a library function, or what a function returns. A Lua function has its arguments in its parameters.</param>
/// <param name="IsReturn">Whether the activation returns.</param>
internal sealed record Transfer(LuaValue[] Values, bool IsReturn)
{
    /// <summary>Of a Lua function that begins.</summary>
    internal static readonly Transfer Call = new([], false);

    /// <summary>Of those values, from which on a hook is told of them. A library function that returns has its arguments before.</summary>
    internal int First { get; init; }

    /// <summary>Of a library function that returns.</summary>
    internal static Transfer OfResults(LuaValue[] arguments, LuaValue[] results)
    {
        var values = new LuaValue[arguments.Length + results.Length];
        arguments.CopyTo(values, 0);
        results.CopyTo(values, arguments.Length);
        return new Transfer(values, true) { First = arguments.Length };
    }
}
