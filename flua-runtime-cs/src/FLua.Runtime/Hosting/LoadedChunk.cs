using System;

namespace FLua.Runtime;

/// <summary>A text or file that was compiled together with the program, for the functions that load code.</summary>
/// <param name="Load">Makes its main function with the value of <c>_ENV</c>; null when it is no Lua.</param>
/// <param name="Message">What is wrong with it, position included; empty when nothing is.</param>
internal sealed record LoadedChunk(Func<LuaValue, LuaFunction>? Load, string Message);
