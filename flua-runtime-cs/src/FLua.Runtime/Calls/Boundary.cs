namespace FLua.Runtime;

/// <summary>What a protected call restores when an error reaches it.</summary>
/// <param name="CloseMark">How many <c>&lt;close&gt;</c> variables were pending.</param>
/// <param name="NonYieldable">How many activations could not be suspended.</param>
/// <param name="NativeCalls">How many calls from the library into Lua were active.</param>
/// <param name="ArgumentTop">How many arguments of open calls were on their stack.</param>
internal readonly record struct Boundary(int CloseMark, int NonYieldable, int NativeCalls, int ArgumentTop);
