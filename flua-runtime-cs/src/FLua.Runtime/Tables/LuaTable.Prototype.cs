using System.Runtime.CompilerServices;
using System.Threading;

namespace FLua.Runtime;

/// <content>
/// Tables through which methods are found: metatables and what their <c>__index</c> leads to. A call site remembers the function that it
/// found (<see cref="MethodCache"/>), as long as no such table changed in a way that could matter.
/// </content>
public sealed partial class LuaTable
{
    private static int _prototypeVersion;

    /// <summary>How often a prototype changed, in all states together.</summary>
    internal static int PrototypeVersion
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _prototypeVersion;
    }

    /// <summary>From now on stores to this table are noticed.</summary>
    internal void MarkPrototype() => Flags |= TableFlags.IsPrototype;

    /// <summary>All that call sites remember may be wrong.</summary>
    internal static void ForgetMethods() => Interlocked.Increment(ref _prototypeVersion);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NotePrototypeChange()
    {
        if ((Flags & TableFlags.IsPrototype) != 0)
        {
            ForgetMethods();
        }
    }

    // Counters and texts that a class keeps beside its methods may change as they like.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void NotePrototypeStore(LuaValue old, LuaValue value)
    {
        if (MayLeadToMethods(old) || MayLeadToMethods(value))
        {
            ForgetMethods();
        }
    }

    private static bool MayLeadToMethods(LuaValue value) => value.o is null or (LuaObject and not LuaString);
}
