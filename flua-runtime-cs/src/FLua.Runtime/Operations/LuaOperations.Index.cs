using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Reads of fields and elements.</content>
public static partial class LuaOperations
{
    /// <summary>How many tables a chain of <c>__index</c> or <c>__newindex</c> may have.</summary>
    private const int LongestChain = 2000;

    /// <summary>A field whose name is a constant (<c>o.name</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue GetField(LuaState L, LuaValue o, LuaString key)
    {
        if (!o.o.IsTable(out LuaTable? table))
        {
            return IndexValue(L, o, LuaValue.Object(key));
        }

        LuaValue result = default;
        int hash = key.Hash;
        for (int depth = 0; depth < LongestChain; depth++)
        {
            Node[] nodes = table.Nodes;
            ref Node node = ref LuaTable.At(nodes, hash & (nodes.Length - 1));
            int distance = 0;
            while (node.Key != (object)key)
            {
                if (node.KeyPayload == hash && node.Key.IsString(out LuaString? other) && other.SameBytes(key))
                {
                    // The next look finds the constant itself.
                    node.Key = key;
                }
                else if (node.Next != 0)
                {
                    node = ref Unsafe.Add(ref node, node.Next);
                    distance++;
                }
                else
                {
                    goto Missing;
                }
            }

            ref LuaValue value = ref table.ValueOf(ref node);
            if (value.o != null)
            {
                result = value;
                if (distance > 1 && L.IsOneOfManyLooks())
                {
                    table.MoveUp(ref node, hash);
                }

                goto Done;
            }

        Missing:
            LuaTable? meta = table.Meta;
            if (meta == null)
            {
                goto Done;
            }

            LuaValue handler = meta.GetMetamethod(Metamethod.Index);
            if (handler.o == null)
            {
                goto Done;
            }

            if (!handler.o.IsTable(out LuaTable? next))
            {
                return IndexBy(L, handler, LuaValue.Object(table), LuaValue.Object(key));
            }

            table = next;
        }

        return ChainError(L, "__index");

    Done:
        return result;
    }

    /// <summary>An element whose index is an integer (<c>o[i]</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue GetInt(LuaState L, LuaValue o, long index)
    {
        if (o.o.IsTable(out LuaTable? table))
        {
            LuaValue value = table.GetInt(index);
            return value.o != null || table.Meta == null ? value : IndexMissing(L, table, LuaValue.Int(index));
        }

        return IndexValue(L, o, LuaValue.Int(index));
    }

    /// <summary>A field or element (<c>o[key]</c>).</summary>
    /// <remarks>
    /// Printed code looks at integer keys itself. Here strings that are the very keys are looked up without a call: what needs one is left to
    /// another method, so that this one keeps all in registers and saves none (docs/decisions/0019).
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue GetIndex(LuaState L, LuaValue o, LuaValue key)
    {
        // Not by ObjectKinds: from "is" the JIT knows what is rare and lays it behind the rest, which keeps one register more free.
        if (key.o is LuaString name && o.o is LuaTable table && name.KnownHash != 0)
        {
            int hash = name.KnownHash;
            Node[] nodes = table.Nodes;
            ref Node node = ref LuaTable.At(nodes, hash & (nodes.Length - 1));
            while (node.Key != (object)name)
            {
                if (node.KeyPayload == hash && node.Key != null)
                {
                    // Perhaps an equal string.
                    goto Other;
                }

                if (node.Next == 0)
                {
                    goto Missing;
                }

                node = ref Unsafe.Add(ref node, node.Next);
            }

            ref LuaValue value = ref table.ValueOf(ref node);
            if (value.o != null)
            {
                return value;
            }

        Missing:
            if (table.Meta == null)
            {
                return default;
            }
        }

    Other:
        return GetOther(L, o, key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue GetOther(LuaState L, LuaValue o, LuaValue key)
    {
        if (o.o.IsTable(out LuaTable? table))
        {
            LuaValue value = table.Get(key);
            return value.o != null || table.Meta == null ? value : IndexMissing(L, table, key);
        }

        return IndexValue(L, o, key);
    }

    // The table has no such key, and a metatable.
    private static LuaValue IndexMissing(LuaState L, LuaTable table, LuaValue key)
    {
        LuaValue handler = table.Meta!.GetMetamethod(Metamethod.Index);
        return handler.o == null ? default : IndexBy(L, handler, LuaValue.Object(table), key);
    }

    // Not a table: its type may have a metatable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue IndexValue(LuaState L, LuaValue o, LuaValue key)
    {
        LuaValue handler = L.GetMetamethod(o, Metamethod.Index);
        if (handler.o == null)
        {
            return L.OperandError("index", o, 1);
        }

        return IndexBy(L, handler, o, key);
    }

    // A handler is called if it is a function, and indexed if not.
    private static LuaValue IndexBy(LuaState L, LuaValue handler, LuaValue o, LuaValue key) =>
        handler.o is LuaFunction function ? CallIndex(L, function, o, key) : IndexChain(L, handler, key);

    private static LuaValue IndexChain(LuaState L, LuaValue o, LuaValue key)
    {
        for (int depth = 1; depth < LongestChain; depth++)
        {
            LuaValue handler;
            if (o.o.IsTable(out LuaTable? table))
            {
                LuaValue value = table.Get(key);
                if (value.o != null || table.Meta == null)
                {
                    return value;
                }

                handler = table.Meta.GetMetamethod(Metamethod.Index);
                if (handler.o == null)
                {
                    return default;
                }
            }
            else
            {
                handler = L.GetMetamethod(o, Metamethod.Index);
                if (handler.o == null)
                {
                    // What stands in a metatable has no name.
                    return L.OperandError("index", o, 0);
                }
            }

            if (handler.o is LuaFunction function)
            {
                return CallIndex(L, function, o, key);
            }

            o = handler;
        }

        return ChainError(L, "__index");
    }

    private static LuaValue CallIndex(LuaState L, LuaFunction function, LuaValue o, LuaValue key)
    {
        if (!L.EnterNested())
        {
            return LuaValue.Abrupt;
        }

        LuaValue result = function.Call2(L, o, key);
        bool isAbrupt = result.IsAbrupt && (result = L.Land()).IsAbrupt;
        L.LeaveNested();
        return isAbrupt ? L.NameCallee(Metamethod.Index) : result;
    }

    private static LuaValue ChainError(LuaState L, string name) => L.RuntimeError("'" + name + "' chain too long; possible loop");
}
