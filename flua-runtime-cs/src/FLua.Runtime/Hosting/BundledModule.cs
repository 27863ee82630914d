using System;

namespace FLua.Runtime;

/// <summary>A module that was compiled together with the program.</summary>
/// <param name="Path">The path of its source.</param>
/// <param name="Load">Makes its main function.</param>
internal sealed record BundledModule(string Path, Func<LuaState, LuaFunction> Load);
