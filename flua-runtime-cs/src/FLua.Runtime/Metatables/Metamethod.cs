namespace FLua.Runtime;

/// <summary>The events a metatable can define. Lua 5.4 §2.4.</summary>
/// <remarks>The absence of the first eleven, down to <see cref="Concat"/>, is remembered by metatables: <see cref="TableFlags"/>.</remarks>
internal enum Metamethod
{
    Index,
    NewIndex,
    Call,
    Len,
    Eq,
    Gc,
    Mode,
    Close,
    ToString,
    Pairs,
    Concat,
    Lt,
    Le,
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
    Metatable,
}
