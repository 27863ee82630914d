namespace FLua.Runtime;

/// <summary>What a message handler sees as the stack: the activations between the error and its boundary.</summary>
/// <param name="Trace">The activations, innermost first.</param>
/// <param name="Boundary">The function that called the outermost of them in protected mode; null for the host.</param>
/// <param name="Handler">The handler, unless it is something else that can be called.</param>
internal sealed record HandlerStack(Trace Trace, NativeFunction? Boundary, LuaFunction? Handler);
