using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Stores to fields and elements: nil, or <see cref="LuaValue.Abrupt"/>.</content>
public static partial class LuaOperations
{
    /// <summary>Stores to a field whose name is a constant (<c>o.name = v</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue SetField(LuaState L, LuaValue o, LuaString key, LuaValue v)
    {
        if (o.o.IsTable(out LuaTable? table))
        {
            ref Node node = ref table.FindConstant(key);
            bool found = !Unsafe.IsNullRef(ref node);
            if ((found && table.ValueOf(ref node).o != null) || !MayStoreElsewhere(table))
            {
                if (found)
                {
                    table.StoreField(ref table.ValueOf(ref node), v);
                }
                else
                {
                    table.AddField(key, v);
                }

                return default;
            }
        }

        return StoreChain(L, o, LuaValue.Object(key), v);
    }

    /// <summary>Stores to an element whose index is an integer (<c>o[i] = v</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue SetInt(LuaState L, LuaValue o, long index, LuaValue v)
    {
        if (o.o.IsTable(out LuaTable? table) && (!MayStoreElsewhere(table) || table.GetInt(index).o != null))
        {
            table.SetInt(index, v);
            return default;
        }

        return StoreChain(L, o, LuaValue.Int(index), v);
    }

    /// <summary>Stores to a field or element (<c>o[key] = v</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue SetIndex(LuaState L, LuaValue o, LuaValue key, LuaValue v)
    {
        if (key.o.IsString(out LuaString? known) && known.KnownHash != 0 && TrySetField(o, known, v))
        {
            return default;
        }

        if (o.o.IsTable(out LuaTable? table) && !MayStoreElsewhere(table))
        {
            if (key.o.IsString(out LuaString? name))
            {
                table.SetString(name, v);
                return default;
            }

            if (key.o == Tags.Int)
            {
                table.SetInt(key.n, v);
                return default;
            }

            return table.Set(L, key, v);
        }

        return StoreChain(L, o, key, v);
    }

    // Whether a store of an absent key must ask for __newindex.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayStoreElsewhere(LuaTable table) =>
        table.Meta is { } meta && meta.GetMetamethod(Metamethod.NewIndex).o != null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue StoreChain(LuaState L, LuaValue o, LuaValue key, LuaValue v)
    {
        for (int depth = 0; depth < LongestChain; depth++)
        {
            LuaValue handler;
            if (o.o.IsTable(out LuaTable? table))
            {
                handler = table.Meta == null ? default : table.Meta.GetMetamethod(Metamethod.NewIndex);
                if (handler.o == null || table.Get(key).o != null)
                {
                    return table.Set(L, key, v);
                }
            }
            else
            {
                handler = L.GetMetamethod(o, Metamethod.NewIndex);
                if (handler.o == null)
                {
                    return L.OperandError("index", o, depth == 0 ? 1 : 0);
                }
            }

            if (handler.o is LuaFunction function)
            {
                if (!L.EnterNested())
                {
                    return LuaValue.Abrupt;
                }

                bool isAbrupt = function.Call3(L, o, key, v).IsAbrupt && L.Land().IsAbrupt;
                L.LeaveNested();
                return isAbrupt ? L.NameCallee(Metamethod.NewIndex) : default;
            }

            o = handler;
        }

        return ChainError(L, "__newindex");
    }
}
