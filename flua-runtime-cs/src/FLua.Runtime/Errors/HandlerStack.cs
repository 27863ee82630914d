namespace FLua.Runtime;

/// <summary>What a message handler sees as the stack below itself: from the activation that raised the error on.</summary>
/// <param name="Trace">The activations, innermost first.</param>
/// <param name="NonYieldable">What <see cref="LuaState.NonYieldable"/> is in the handler's own activations: deeper ones belong to a library function that it called.</param>
internal sealed record HandlerStack(Trace Trace, int NonYieldable);
