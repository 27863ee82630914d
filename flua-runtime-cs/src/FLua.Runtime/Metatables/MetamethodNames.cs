namespace FLua.Runtime;

/// <summary>The field names of the metamethods, as constants of the string pool.</summary>
internal static class MetamethodNames
{
    internal static readonly LuaString Index = LuaString.Constant("__index"u8);
    internal static readonly LuaString NewIndex = LuaString.Constant("__newindex"u8);
    internal static readonly LuaString Call = LuaString.Constant("__call"u8);
    internal static readonly LuaString Name = LuaString.Constant("__name"u8);
    internal static readonly LuaString Mode = LuaString.Constant("__mode"u8);
    internal static readonly LuaString Gc = LuaString.Constant("__gc"u8);
    internal static readonly LuaString Close = LuaString.Constant("__close"u8);
    internal static readonly LuaString Metatable = LuaString.Constant("__metatable"u8);

    /// <summary>All names, in the order of <see cref="Metamethod"/>.</summary>
    private static readonly LuaString[] All =
    [
        Index,
        NewIndex,
        Call,
        LuaString.Constant("__len"u8),
        LuaString.Constant("__eq"u8),
        Gc,
        Mode,
        Close,
        LuaString.Constant("__tostring"u8),
        LuaString.Constant("__pairs"u8),
        LuaString.Constant("__concat"u8),
        LuaString.Constant("__lt"u8),
        LuaString.Constant("__le"u8),
        LuaString.Constant("__add"u8),
        LuaString.Constant("__sub"u8),
        LuaString.Constant("__mul"u8),
        LuaString.Constant("__div"u8),
        LuaString.Constant("__mod"u8),
        LuaString.Constant("__idiv"u8),
        LuaString.Constant("__pow"u8),
        LuaString.Constant("__unm"u8),
        LuaString.Constant("__band"u8),
        LuaString.Constant("__bor"u8),
        LuaString.Constant("__bxor"u8),
        LuaString.Constant("__shl"u8),
        LuaString.Constant("__shr"u8),
        LuaString.Constant("__bnot"u8),
        Metatable,
    ];

    /// <summary>The field name of an event.</summary>
    internal static LuaString Of(Metamethod metamethod) => All[(int)metamethod];
}
