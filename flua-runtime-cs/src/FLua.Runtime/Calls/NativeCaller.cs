namespace FLua.Runtime;

/// <summary>A library function that called back, across which nothing can be suspended: where a stack that is looked at ends.</summary>
/// <param name="Name">Its full name; null when it is not known.</param>
/// <param name="NonYieldable">How many activations could not be suspended when it called.</param>
internal readonly record struct NativeCaller(string? Name, int NonYieldable);
