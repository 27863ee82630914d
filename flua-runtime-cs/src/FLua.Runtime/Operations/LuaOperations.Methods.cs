using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>The functions of method calls (<c>o:name()</c>).</content>
public static partial class LuaOperations
{
    // How many classes a call remembers besides the first.
    private const int MostOtherClasses = 7;

    // Of so many objects with other names than those remembered one is remembered: when both are usual, to change with each would cost more.
    private const int StrangersPerChange = 8;

    /// <summary>The function of a method call that is rarely made, as a <see cref="LuaValue.Method"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue GetMethod(LuaState L, LuaValue o, LuaString key) => Callable(GetField(L, o, key));

    // What is to be called is an object in any case, unless finding it was abrupt.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LuaValue Callable(LuaValue method) =>
        method.o is null or string && !method.IsAbrupt ? LuaValue.Object(NotCallable.Of(method.o, method.n)) : method;

    /// <summary>The function of a method call, as a <see cref="LuaValue.Method"/>. What the call found last is remembered, and mostly found again.</summary>
    /// <param name="L">The state.</param>
    /// <param name="o">The object.</param>
    /// <param name="key">The method's name.</param>
    /// <param name="site">The number of the call, one of those that <see cref="LuaState.ReserveMethodSites"/> gave to the unit.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue FindMethod(LuaState L, LuaValue o, LuaString key, int site) => FindMethodInPlace(L, o, key, site);

    /// <summary>As <see cref="FindMethod"/>, for a call in a loop: what was remembered is looked at in place.</summary>
    /// <param name="L">The state.</param>
    /// <param name="o">The object.</param>
    /// <param name="key">The method's name.</param>
    /// <param name="site">The number of the call.</param>
    /// <remarks>
    /// Objects of one class mostly have the same fields, and share their names, which never change. So the names tell that the object itself has no such
    /// field, and the metatable what it gets from its class.
    /// </remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue FindMethodInPlace(LuaState L, LuaValue o, LuaString key, int site)
    {
        MethodCache[] caches = L.MethodCaches;
        if (o.o.IsTable(out LuaTable? table) && (uint)site < (uint)caches.Length)
        {
            ref MethodCache cache = ref caches[site];
            if (cache.IsFor(table))
            {
                return LuaValue.Object(cache.Function);
            }
        }

        return FindMethodOf(L, o, key, site);
    }

    // For objects that have other fields than the last one, or another class.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue FindMethodOf(LuaState L, LuaValue o, LuaString key, int site)
    {
        if (o.o.IsTable(out LuaTable? table) && key.KnownHash != 0)
        {
            MethodCache[] caches = L.MethodCaches;
            MethodCache[]? others = (uint)site < (uint)caches.Length ? caches[site].Others : null;
            if (others != null)
            {
                for (int i = 0; i < others.Length; i++)
                {
                    if (others[i].IsFor(table))
                    {
                        return LuaValue.Object(others[i].Function);
                    }
                }
            }

            int hash = key.KnownHash;
            Node[] nodes = table.Nodes;
            ref Node node = ref LuaTable.At(nodes, hash & (nodes.Length - 1));
            while (node.Key != (object)key)
            {
                if (node.KeyPayload == hash && node.Key != null)
                {
                    // Perhaps an equal string.
                    goto Other;
                }

                if (node.Next == 0)
                {
                    LuaTable? metatable = table.Meta;
                    return metatable == null ? GetMethod(L, o, key) : FindForClass(L, o, key, site, metatable, table.Store != nodes ? nodes : null);
                }

                node = ref Unsafe.Add(ref node, node.Next);
            }

            ref LuaValue value = ref table.ValueOf(ref node);
            if (value.o != null)
            {
                return Callable(value);
            }
        }

    Other:
        return FindAnyMethod(L, o, key, site);
    }

    // For objects that are not looked into in place, or have no class.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue FindAnyMethod(LuaState L, LuaValue o, LuaString key, int site)
    {
        LuaTable? metatable;
        if (o.o.IsTable(out LuaTable? table))
        {
            ref Node node = ref table.FindConstant(key);
            if (!Unsafe.IsNullRef(ref node) && table.ValueOf(ref node).o != null)
            {
                return Callable(table.ValueOf(ref node));
            }

            metatable = table.Meta;
        }
        else
        {
            metatable = o.o.IsString() ? L.StringMetatable : null;
        }

        return metatable == null ? GetMethod(L, o, key) : FindForClass(L, o, key, site, metatable, null);
    }

    // The object itself has no such field, and perhaps no object with these names has one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue FindForClass(LuaState L, LuaValue o, LuaString key, int site, LuaTable metatable, Node[]? nodes)
    {
        MethodCache[] caches = L.MethodCaches;
        if ((uint)site < (uint)caches.Length)
        {
            ref MethodCache cache = ref caches[site];
            if (cache.IsForClass(metatable))
            {
                return LuaValue.Object(Found(ref cache, nodes));
            }

            if (cache.Others != null)
            {
                MethodCache[] others = cache.Others;
                for (int i = 0; i < others.Length; i++)
                {
                    if (others[i].IsForClass(metatable))
                    {
                        return LuaValue.Object(Found(ref others[i], nodes));
                    }
                }
            }
        }

        return ResolveMethod(L, o, metatable, key, site, nodes);
    }

    // What was found for objects of a class serves for those with other names now, if those come by more than once.
    private static LuaFunction? Found(ref MethodCache cache, Node[]? nodes)
    {
        if (nodes != null && (++cache.Strangers & (StrangersPerChange - 1)) == 0)
        {
            cache.Nodes = nodes;
        }

        return cache.Function;
    }

    /// <summary>As <see cref="FindMethod"/>, for a name that methods of strings have: what was remembered is looked at in place when the object is a string.</summary>
    /// <param name="L">The state.</param>
    /// <param name="o">The object.</param>
    /// <param name="key">The method's name.</param>
    /// <param name="site">The number of the call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue FindStringMethod(LuaState L, LuaValue o, LuaString key, int site)
    {
        MethodCache[] caches = L.MethodCaches;
        if (o.o is LuaString && (uint)site < (uint)caches.Length)
        {
            ref MethodCache cache = ref caches[site];
            if (cache.Metatable != null && cache.IsForClass(L.StringMetatable))
            {
                return LuaValue.Object(cache.Function);
            }
        }

        return FindMethodOf(L, o, key, site);
    }

    // The value itself has no such field. Tables on the way to the method become prototypes.
    private static LuaValue ResolveMethod(LuaState L, LuaValue o, LuaTable metatable, LuaString key, int site, Node[]? nodes)
    {
        if (site >= L.MethodCaches.Length)
        {
            L.GrowMethodCaches();
        }

        int version = LuaTable.PrototypeVersion;
        LuaTable meta = metatable;
        for (int depth = 0; depth < LongestChain; depth++)
        {
            if (!meta.GetMetamethod(Metamethod.Index).o.IsTable(out LuaTable? next))
            {
                break;
            }

            meta.MarkPrototype();
            next.MarkPrototype();
            ref Node node = ref next.FindConstant(key);
            if (!Unsafe.IsNullRef(ref node) && next.ValueOf(ref node).o != null)
            {
                LuaValue method = next.ValueOf(ref node);
                if (method.o is not LuaFunction function)
                {
                    break;
                }

                ref MethodCache cache = ref PlaceFor(ref L.MethodCaches[site], version);
                cache.Nodes = nodes;
                cache.Metatable = metatable;
                cache.Function = function;
                cache.Version = version;
                return method;
            }

            if (next.Meta == null)
            {
                break;
            }

            meta = next.Meta;
        }

        return GetMethod(L, o, key);
    }

    // Where a call notes what it found: in its own record, or beside it if that one is in use. Of more classes than there is room for, each drives
    // another one out.
    private static ref MethodCache PlaceFor(ref MethodCache cache, int version)
    {
        if (cache.Metatable == null || cache.Version != version)
        {
            return ref cache;
        }

        MethodCache[] others = cache.Others ??= new MethodCache[MostOtherClasses];
        for (int i = 0; i < others.Length; i++)
        {
            if (others[i].Metatable == null || others[i].Version != version)
            {
                return ref others[i];
            }
        }

        int last = others.Length - 1;
        Array.Copy(others, 0, others, 1, last);
        return ref others[0];
    }
}
