using System;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>Spans, and parts of them, without a call.</summary>
/// <remarks>
/// Precompiled code inlines nothing of .NET but what can never change there, and <see cref="Span{T}.Slice(int)"/> is not of that kind: in it a range, a
/// conversion and the span of an array are calls each, and until the JIT has compiled a method again they take most of the time of short strings.
/// These are the same, put together here from a place and a length (<see cref="Raw{T}"/>), with the same tests of their bounds.
/// </remarks>
internal static class Spans
{
    // From here on .NET has a way to make an array without clearing it, which is a call.
    private const int ShortArray = 2048;

    // So far a byte is looked for one by one.
    private const int Near = 16;

    /// <summary>What a span is made of.</summary>
    private readonly ref struct Raw<T>
    {
        internal readonly ref T First;
        private readonly int _length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Raw(ref T first, int length)
        {
            First = ref first;
            _length = length;
        }
    }

    /// <summary>All of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<T> Of<T>(T[] array) => Reading(ref MemoryMarshal.GetArrayDataReference(array), array.Length);

    /// <summary>One value, or several that lie side by side in a local variable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<LuaValue> Of(in LuaValue first, int count = 1) => Reading(ref Unsafe.AsRef(in first), count);

    /// <summary>So many elements of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> Part<T>(this T[] array, int start, int count)
    {
        Require((uint)start <= (uint)array.Length && (uint)count <= (uint)(array.Length - start));
        return Writing(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)(uint)start), count);
    }

    /// <summary>The elements of an array from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> From<T>(this T[] array, int start)
    {
        Require((uint)start <= (uint)array.Length);
        return Writing(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)(uint)start), array.Length - start);
    }

    /// <summary>The elements from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<T> From<T>(this ReadOnlySpan<T> span, int start)
    {
        Require((uint)start <= (uint)span.Length);
        return Reading(ref Unsafe.Add(ref First(span), (nint)(uint)start), span.Length - start);
    }

    /// <summary>The elements from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> From<T>(this Span<T> span, int start)
    {
        Require((uint)start <= (uint)span.Length);
        return Writing(ref Unsafe.Add(ref First(span), (nint)(uint)start), span.Length - start);
    }

    /// <summary>The elements before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<T> UpTo<T>(this ReadOnlySpan<T> span, int end)
    {
        Require((uint)end <= (uint)span.Length);
        return Reading(ref First(span), end);
    }

    /// <summary>The elements before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> UpTo<T>(this Span<T> span, int end)
    {
        Require((uint)end <= (uint)span.Length);
        return Writing(ref First(span), end);
    }

    /// <summary>The elements from one on and before another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<T> Between<T>(this ReadOnlySpan<T> span, int start, int end)
    {
        Require((uint)start <= (uint)end && (uint)end <= (uint)span.Length);
        return Reading(ref Unsafe.Add(ref First(span), (nint)(uint)start), end - start);
    }

    /// <summary>The elements from one on and before another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> Between<T>(this Span<T> span, int start, int end)
    {
        Require((uint)start <= (uint)end && (uint)end <= (uint)span.Length);
        return Writing(ref Unsafe.Add(ref First(span), (nint)(uint)start), end - start);
    }

    /// <summary>So many elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<T> Part<T>(this ReadOnlySpan<T> span, int start, int count)
    {
        Require((uint)start <= (uint)span.Length && (uint)count <= (uint)(span.Length - start));
        return Reading(ref Unsafe.Add(ref First(span), (nint)(uint)start), count);
    }

    /// <summary>So many elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> Part<T>(this Span<T> span, int start, int count)
    {
        Require((uint)start <= (uint)span.Length && (uint)count <= (uint)(span.Length - start));
        return Writing(ref Unsafe.Add(ref First(span), (nint)(uint)start), count);
    }

    /// <summary>The elements, to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<T> ToRead<T>(this Span<T> span) => Reading(ref First(span), span.Length);

    /// <summary>Copies bytes to the beginning of others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CopyInto(this ReadOnlySpan<byte> from, Span<byte> to)
    {
        Require(from.Length <= to.Length);
        Unsafe.CopyBlockUnaligned(ref First(to), in First(from), (uint)from.Length);
    }

    /// <summary>Where a byte is, or -1. Mostly it is near, or the text is short.</summary>
    internal static int Find(this ReadOnlySpan<byte> bytes, byte value)
    {
        int near = Math.Min(bytes.Length, Near);
        for (int i = 0; i < near; i++)
        {
            if (bytes[i] == value)
            {
                return i;
            }
        }

        if (near == bytes.Length)
        {
            return -1;
        }

        int found = bytes.From(near).IndexOf(value);
        return found < 0 ? -1 : near + found;
    }

    /// <summary>Sets bytes to one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void FillWith(this Span<byte> bytes, byte value) => Unsafe.InitBlockUnaligned(ref First(bytes), value, (uint)bytes.Length);

    /// <summary>A new array with the same bytes.</summary>
    internal static byte[] ToNewArray(this ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.Length < ShortArray ? new byte[bytes.Length] : GC.AllocateUninitializedArray<byte>(bytes.Length);
        bytes.CopyInto(copy.From(0));
        return copy;
    }

    /// <summary>The four bytes from one on, as a number, the first its least part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint UInt32At(this ReadOnlySpan<byte> bytes, int start)
    {
        Require((uint)start <= (uint)bytes.Length && bytes.Length - start >= sizeof(uint));
        uint word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref First(bytes), (nint)(uint)start));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    /// <summary>The eight bytes from one on, as a number, the first its least part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong UInt64At(this ReadOnlySpan<byte> bytes, int start)
    {
        Require((uint)start <= (uint)bytes.Length && bytes.Length - start >= sizeof(ulong));
        ulong word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref First(bytes), (nint)(uint)start));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T First<T>(ReadOnlySpan<T> span) => ref Unsafe.As<ReadOnlySpan<T>, Raw<T>>(ref span).First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T First<T>(Span<T> span) => ref Unsafe.As<Span<T>, Raw<T>>(ref span).First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<T> Reading<T>(ref T first, int length)
    {
        var raw = new Raw<T>(ref first, length);
        return Unsafe.As<Raw<T>, ReadOnlySpan<T>>(ref raw);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<T> Writing<T>(ref T first, int length)
    {
        var raw = new Raw<T>(ref first, length);
        return Unsafe.As<Raw<T>, Span<T>>(ref raw);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Require([DoesNotReturnIf(false)] bool isWithin)
    {
        if (!isWithin)
        {
            OutOfRange();
        }
    }

    [DoesNotReturn]
    private static void OutOfRange() => throw new ArgumentOutOfRangeException();
}
