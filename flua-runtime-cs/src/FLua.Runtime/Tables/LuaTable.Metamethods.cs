using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaTable
{
    /// <summary>This table being a metatable, its metamethod for an event; nil when there is none, which is remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LuaValue GetMetamethod(Metamethod metamethod) =>
        IsKnownToLack(metamethod) ? default : FindMetamethod(metamethod);

    /// <summary>Whether a metamethod was looked for before and is absent, as a metatable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsKnownToLack(Metamethod metamethod) => (Flags & (1u << (int)metamethod)) != 0;

    private LuaValue FindMetamethod(Metamethod metamethod)
    {
        LuaString name = MetamethodNames.Of(metamethod);
        ref Node main = ref At(Nodes, name.KnownHash & (Nodes.Length - 1));
        if (main.Key == (object)name && main.Value.o != null)
        {
            return main.Value;
        }

        LuaValue value = Value(ref FindConstant(name));
        if (value.o == null)
        {
            Flags |= 1u << (int)metamethod;
        }

        return value;
    }
}
