namespace FLua.Runtime;

/// <summary>The events a metatable can define. Lua 5.4 §2.4.</summary>
/// <remarks>The number of an event is its bit in <see cref="LuaTable"/>'s memory of absent metamethods, whose last four bits say other things: there may be 28 at most.</remarks>
internal enum Metamethod
{
    Index,
    NewIndex,
    Call,
    Len,
    Eq,
    Lt,
    Le,
    Concat,
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    IDiv,
    Pow,
    Unm,
    BAnd,
    BOr,
    BXor,
    Shl,
    Shr,
    BNot,
    Close,
    Gc,
    Mode,
    ToString,
    Metatable,
    Pairs,
}
