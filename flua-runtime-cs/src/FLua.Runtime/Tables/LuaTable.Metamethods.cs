using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    // The first events, which metatables mostly do not define: their absence is remembered, in so many bits.
    private const int Remembered = 11;

    /// <summary>This table being a metatable, its metamethod for an event; nil when there is none, which is remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaValue GetMetamethod(Metamethod metamethod) =>
        IsKnownToLack(metamethod) ? default : FindMetamethod(metamethod);

    /// <summary>Whether a metamethod was looked for before and is absent, as a metatable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsKnownToLack(Metamethod metamethod) =>
        (int)metamethod < Remembered && (Flags & (TableFlags)(1 << (int)metamethod)) != 0;

    private LuaValue FindMetamethod(Metamethod metamethod)
    {
        LuaString name = MetamethodNames.Of(metamethod);
        ref Node main = ref At(Nodes, name.KnownHash & (Nodes.Length - 1));
        if (main.Key == (object)name && ValueOf(ref main).o != null)
        {
            return ValueOf(ref main);
        }

        LuaValue value = Value(ref FindConstant(name));
        if (value.o == null && (int)metamethod < Remembered)
        {
            Flags |= (TableFlags)(1 << (int)metamethod);
        }

        return value;
    }
}
