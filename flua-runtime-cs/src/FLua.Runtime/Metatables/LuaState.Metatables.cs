using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>The iterator that <c>ipairs</c> returns: a generic <c>for</c> over it is done in place.</summary>
    internal LuaFunction? IpairsIterator;

    /// <summary>What a step of a generic <c>for</c> leaves for the next one: see <see cref="LuaOperations.Iterate"/>.</summary>
    internal int Cursor;

    /// <summary>The metatables of the types that have one for all their values, by <see cref="LuaType"/>.</summary>
    private readonly LuaTable?[] _typeMetatables = new LuaTable?[(int)LuaType.Thread + 1];

    /// <summary>The metatable of all strings.</summary>
    internal LuaTable? StringMetatable
    {
        get => _typeMetatables[(int)LuaType.String];
        set => _typeMetatables[(int)LuaType.String] = value;
    }

    /// <summary>The metatable of a value: its own for tables and userdata, that of its type for others.</summary>
    public LuaTable? GetMetatable(LuaValue value)
    {
        if (value.o.IsTable(out LuaTable? table))
        {
            return table.Metatable;
        }

        return value.o is LuaUserData { IsLight: false } data ? data.Metatable : _typeMetatables[(int)value.Type];
    }

    /// <summary>Gives a value, or all values of its type, a metatable, without asking <c>__metatable</c> for permission.</summary>
    public void SetMetatable(LuaValue value, LuaTable? metatable)
    {
        if (value.o.IsTable(out LuaTable? table))
        {
            SetTableMetatable(table, metatable);
        }
        else if (value.o is LuaUserData { IsLight: false } data)
        {
            data.Metatable = metatable;
            if (metatable != null && !metatable.GetMetamethod(Metamethod.Gc).IsNil)
            {
                MarkForFinalization(data);
            }
        }
        else
        {
            _typeMetatables[(int)value.Type] = metatable;
        }
    }

    /// <summary>The metamethod of a value for an event; nil when there is none.</summary>
    internal LuaValue GetMetamethod(LuaValue value, Metamethod metamethod)
    {
        LuaTable? metatable = GetMetatable(value);
        return metatable == null ? default : metatable.GetMetamethod(metamethod);
    }

    /// <summary>The name of a value's type as messages say it: the metatable's <c>__name</c> if that is a string, else the basic type.</summary>
    internal string TypeNameOf(LuaValue value)
    {
        if (value.o is LuaTable or LuaUserData && GetMetatable(value)?.GetString(MetamethodNames.Name).o is LuaString name)
        {
            // Messages are made of strings of C.
            return Arguments.UpToZero(name).ToString();
        }

        return value.TypeName;
    }
}
