using System;

namespace FLua.Runtime;

/// <summary>The constants of all programs and of the library, one object for equal bytes, for the life of the process.</summary>
/// <remarks>Programs ask when they are loaded, so a lock is cheap enough. What the pool gives has its hash computed.</remarks>
internal static class ConstantPool
{
    private static readonly object Gate = new();
    private static LuaString?[] _slots = new LuaString?[1024];
    private static int _count;

    /// <summary>The pooled string with some bytes.</summary>
    internal static LuaString Intern(ReadOnlySpan<byte> bytes)
    {
        // The shortest are there already, for everybody.
        if (bytes.Length <= 1)
        {
            return LuaString.Of(bytes);
        }

        int hash = StringHash.Compute(bytes);
        lock (Gate)
        {
            int at = Find(_slots, bytes, hash);
            if (_slots[at].IsString(out LuaString? known))
            {
                return known;
            }

            var made = new LuaString(bytes.ToArray());
            _ = made.Hash;
            _slots[at] = made;
            if (++_count > _slots.Length / 2)
            {
                Grow();
            }

            return made;
        }
    }

    private static int Find(LuaString?[] slots, ReadOnlySpan<byte> bytes, int hash)
    {
        int at = hash & (slots.Length - 1);
        while (slots[at].IsString(out LuaString? known) && !(known.Hash == hash && AreSame(known.Span, bytes)))
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return at;
    }

    // Where hashes are the same, so are the bytes: a loop will do, and needs nothing that a program has not loaded yet.
    private static bool AreSame(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return false;
            }
        }

        return true;
    }

    private static void Grow()
    {
        var larger = new LuaString?[_slots.Length * 2];
        foreach (LuaString? known in _slots)
        {
            if (known != null)
            {
                larger[Find(larger, known.Span, known.Hash)] = known;
            }
        }

        _slots = larger;
    }
}
