using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace FLua.Runtime;

/// <summary>An immutable string of bytes. Lua 5.4 §2.1.</summary>
/// <remarks>
/// The bytes are either there, or still a rope: the tree of a concatenation that nobody has looked at yet (<see cref="Rope"/>). The first
/// look flattens it. Nothing else ever changes, so a string may be read by several threads; two that flatten the same rope do the same work twice.
/// </remarks>
public sealed class LuaString : LuaObject, IEquatable<LuaString>
{
    /// <summary>The empty string.</summary>
    public static readonly LuaString Empty = Hashed([]);

    private static readonly LuaString[] SingleBytes = MakeSingleBytes();

    // byte[] or Rope. One field for both keeps a string at 32 bytes beside its bytes.
    private object _data;
    private readonly int _length;

    // 0 until it is computed; a string whose hash would be 0 has 1.
    private int _hash;

    /// <summary>Takes an array over: nobody may write to it any more.</summary>
    internal LuaString(byte[] bytes)
    {
        _data = bytes;
        _length = bytes.Length;
    }

    /// <summary>A concatenation that is not carried out yet.</summary>
    internal LuaString(Rope rope, int length)
    {
        _data = rope;
        _length = length;
    }

    /// <summary>The number of bytes.</summary>
    public int Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _length;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Spans.Of(Bytes);
    }

    /// <summary>The bytes, as the array that this string owns. Nobody may write to it.</summary>
    internal byte[] Bytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            object data = _data;
            return data.GetType() == typeof(byte[]) ? Unsafe.As<byte[]>(data) : Flatten();
        }
    }

    /// <summary>The rope behind a string that nobody has looked at yet; null when the bytes are there.</summary>
    internal Rope? PendingRope => _data as Rope;

    /// <summary>The hash, as a table uses it: the same in every run, for the order of a traversal hangs on it.</summary>
    internal int Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int hash = _hash;
            return hash != 0 ? hash : ComputeHash();
        }
    }

    /// <summary>The hash if it is known, else 0: for fast paths, which give up a string that was never hashed.</summary>
    internal int KnownHash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _hash;
    }

    /// <summary>A string with a copy of some bytes.</summary>
    public static LuaString Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= 1)
        {
            return bytes.Length == 0 ? Empty : SingleBytes[bytes[0]];
        }

        return new LuaString(bytes.ToNewArray());
    }

    /// <summary>A string with some bytes, pooled for the process: equal constants are the same object.</summary>
    /// <remarks>The pool never forgets: it is for the constants of programs and of the library.</remarks>
    public static LuaString Constant(ReadOnlySpan<byte> bytes) => ConstantPool.Intern(bytes);

    /// <summary>The constant whose bytes are the characters of a text in UTF-8, all of them up to U+00FF: so bytes that are no text can stand in a literal.</summary>
    public static LuaString ConstantBytes(ReadOnlySpan<byte> characters) => ConstantPool.Intern(BytesOf(characters));

    /// <summary>A string whose bytes are the characters of a text in UTF-8, all of them up to U+00FF.</summary>
    internal static LuaString OfCharacters(ReadOnlySpan<byte> characters) => Take(BytesOf(characters));

    private static byte[] BytesOf(ReadOnlySpan<byte> characters) => NarrowBytes(Encoding.UTF8.GetString(characters));

    private static bool IsShortAscii(string text)
    {
        const int Short = 64;
        if (text.Length > Short)
        {
            return false;
        }

        foreach (char letter in text)
        {
            if (letter > 0x7F)
            {
                return false;
            }
        }

        return true;
    }

    // A loop, since the encodings of .NET take a millisecond the first time that a program asks for one: names and addresses are short.
    private static byte[] NarrowBytes(string text)
    {
        var bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = text[i] <= '\u00FF' ? (byte)text[i] : (byte)'?';
        }

        return bytes;
    }

    /// <summary>A string of one byte; there is only one object for each.</summary>
    public static LuaString OfByte(byte value) => SingleBytes[value];

    /// <summary>A string with the UTF-8 form of a text.</summary>
    public static LuaString FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Take(IsShortAscii(text) ? NarrowBytes(text) : Encoding.UTF8.GetBytes(text));
    }

    /// <summary>A string with one byte for each character; characters above U+00FF become <c>?</c>.</summary>
    public static LuaString FromLatin1(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Take(NarrowBytes(text));
    }

    /// <summary>Converts text, in UTF-8.</summary>
    public static implicit operator LuaString(string text) => FromText(text);

    /// <summary>A string around an array that nobody will write to any more.</summary>
    internal static LuaString Take(byte[] bytes) =>
        bytes.Length > 1 ? new LuaString(bytes) : bytes.Length == 0 ? Empty : SingleBytes[bytes[0]];

    /// <summary>The bytes as text: UTF-8, with U+FFFD for what is none.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Span);

    /// <summary>The bytes as text, one character for each byte.</summary>
    public string ToLatin1() => Encoding.Latin1.GetString(Span);

    /// <summary>Whether the bytes are the same.</summary>
    public bool SameBytes(LuaString other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (_length != other._length)
        {
            return false;
        }

        int hash = _hash;
        int otherHash = other._hash;
        return (hash == otherHash || hash == 0 || otherHash == 0) && Span.SequenceEqual(other.Span);
    }

    /// <summary>As <see cref="SameBytes"/> of another string with the same hash, as a table finds it: mostly they are short, and the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool HasBytesOf(LuaString other)
    {
        int length = _length;
        if (length != other._length)
        {
            return false;
        }

        byte[] bytes = Bytes;
        byte[] others = other.Bytes;
        ref byte a = ref MemoryMarshal.GetArrayDataReference(bytes);
        ref byte b = ref MemoryMarshal.GetArrayDataReference(others);
        return length switch
        {
            // Two reads, which may overlap.
            >= sizeof(ulong) and <= 2 * sizeof(ulong) => Same<ulong>(ref a, ref b, 0) && Same<ulong>(ref a, ref b, length - sizeof(ulong)),
            >= sizeof(uint) and < sizeof(ulong) => Same<uint>(ref a, ref b, 0) && Same<uint>(ref a, ref b, length - sizeof(uint)),
            _ => Spans.Of(bytes).SequenceEqual(Spans.Of(others)),
        };

        static bool Same<T>(ref byte a, ref byte b, int at)
            where T : unmanaged, IEquatable<T> =>
            Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref a, at)).Equals(Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref b, at)));
    }

    /// <summary>Compares byte by byte, as unsigned numbers; a prefix comes first.</summary>
    /// <remarks>The reference compares as the locale says; ours is always "C".</remarks>
    public int CompareBytes(LuaString other) => Span.SequenceCompareTo(other.Span);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] LuaString? other) => other != null && SameBytes(other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj.IsString(out LuaString? other) && SameBytes(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash;

    private static LuaString[] MakeSingleBytes()
    {
        var all = new LuaString[256];
        for (int value = 0; value < all.Length; value++)
        {
            all[value] = Hashed([(byte)value]);
        }

        return all;
    }

    // The pool of constants has none of these, and asks here.
    private static LuaString Hashed(byte[] bytes)
    {
        var made = new LuaString(bytes);
        made.ComputeHash();
        return made;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte[] Flatten()
    {
        // Another thread may have been quicker.
        if (_data is not Rope rope)
        {
            return (byte[])_data;
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>(_length);
        rope.CopyTo(bytes);

        // The bytes must be visible to other threads before the array is.
        System.Threading.Volatile.Write(ref _data, bytes);
        return bytes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ComputeHash() => _hash = StringHash.Compute(Span);
}
