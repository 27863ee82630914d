using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>What stands for a nil, boolean or number where something callable is wanted: calling it asks the type's metatable, and raises.</summary>
internal sealed class NotCallable : LuaObject
{
    private static readonly NotCallable CallNil = new(default);
    private static readonly NotCallable CallTrue = new(LuaValue.True);
    private static readonly NotCallable CallFalse = new(LuaValue.False);

    private readonly LuaValue _value;

    private NotCallable(LuaValue value) => _value = value;

    /// <summary>The target of a call of a value that is no heap object.</summary>
    /// <remarks>The value comes in its two words: a reference to it would keep the variable that it stands in out of registers.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static NotCallable Of(object? tag, long payload)
    {
        if (tag == null)
        {
            return CallNil;
        }

        // A number travels along: __call gets it, should the type have a metatable.
        return tag == Tags.True ? CallTrue : tag == Tags.False ? CallFalse : new NotCallable(LuaValue.FromParts(tag, payload));
    }

    /// <inheritdoc/>
    private protected override LuaValue Self => _value;
}
