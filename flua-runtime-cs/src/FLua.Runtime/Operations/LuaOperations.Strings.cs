using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>
/// Operations on what surely are strings: they look at no types. What may raise an error gives null after it; no other string is null.
/// </content>
public static partial class LuaOperations
{
    /// <inheritdoc cref="RawEquals(in LuaValue, in LuaValue)"/>
    /// <remarks>Of a string of one byte there is only one object.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RawEquals(LuaString a, LuaString b) => (object)a == b || (a.Length == b.Length && b.Length > 1 && a.SameBytes(b));

    /// <summary><c>string.byte</c> of the first byte: nil of the empty string.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaValue ByteOf(LuaString s) => s.Length > 0 ? (long)s.Span[0] : default(LuaValue);

    /// <summary><c>string.byte</c> of one byte: nil where there is none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaValue ByteOf(LuaString s, long i)
    {
        byte[] bytes = s.Bytes;
        ulong at = (ulong)(i - 1);
        return at < (ulong)bytes.Length ? (long)bytes[(int)at] : ByteFromEnd(bytes, i);
    }

    /// <summary><c>string.sub</c> to the end.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString Slice(LuaState L, LuaString s, long start) => StringLibrary.Slice(L, s, start, -1);

    /// <summary><c>string.sub</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LuaString Slice(LuaState L, LuaString s, long start, long end)
    {
        // One byte: the objects are shared.
        if (start == end)
        {
            byte[] bytes = s.Bytes;
            ulong at = (ulong)(start - 1);
            if (at < (ulong)bytes.Length)
            {
                return LuaString.OfByte(bytes[(int)at]);
            }
        }

        return StringLibrary.Slice(L, s, start, end);
    }

    /// <summary><c>string.sub</c> of what may be no string, from and to what may be no integers; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString? SliceAny(LuaState L, LuaValue s, LuaValue start, LuaValue end) =>
        s.o.IsString(out LuaString? text) && start.IsInt && end.IsInt
            ? Slice(L, text, start.n, end.n)
            : L.StringSubFunction.Call3(L, s, start, end).o.AsString();

    /// <summary><c>string.rep</c>; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString? Repeat(LuaState L, LuaString s, long count) => L.StringRepFunction.Call2(L, s, count).o.AsString();

    /// <summary><c>string.char</c> of one byte; null after an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString? Character(LuaState L, LuaValue x) => StringChar(L, x).o.AsString();

    /// <summary><c>string.lower</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString Lower(LuaString s) => StringLibrary.Lower(s);

    /// <summary><c>string.upper</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString Upper(LuaString s) => StringLibrary.Upper(s);

    /// <summary><c>string.reverse</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString Reverse(LuaString s) => StringLibrary.Reverse(s);

    /// <summary><c>tostring</c> of a number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString TextOf(LuaValue number) => NumberFormatter.ToLuaString(number);

    /// <summary><c>tostring</c> of a boolean.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static LuaString TextOf(bool value) => LuaState.NameOf(value);

    // Positions behind the end, before the start, and those that count from the end.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue ByteFromEnd(byte[] bytes, long i)
    {
        long at = bytes.Length + i;
        return i < 0 && at >= 0 ? (long)bytes[(int)at] : default(LuaValue);
    }
}
