using System;
using System.Buffers;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>Collects bytes for a string: first in memory of the caller's stack, then in rented arrays.</summary>
/// <remarks>Pass it by reference, and dispose of it on every way out.</remarks>
internal ref struct ByteBuffer
{
    private Span<byte> _bytes;
    private byte[]? _rented;
    private int _count;

    /// <summary>A buffer that begins in memory of the caller's.</summary>
    public ByteBuffer(Span<byte> initial)
    {
        _bytes = initial;
        _rented = null;
        _count = 0;
    }

    /// <summary>A buffer with room for a number of bytes.</summary>
    public ByteBuffer(int capacity)
    {
        _rented = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 16));
        _bytes = _rented;
        _count = 0;
    }

    /// <summary>The number of bytes collected.</summary>
    public readonly int Length => _count;

    /// <summary>The bytes collected.</summary>
    public readonly ReadOnlySpan<byte> Written => _bytes.UpTo(_count).ToRead();

    /// <summary>Adds a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte value)
    {
        if ((uint)_count >= (uint)_bytes.Length)
        {
            Grow(1);
        }

        _bytes[_count++] = value;
    }

    /// <summary>Adds bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(scoped ReadOnlySpan<byte> values)
    {
        if (values.Length == 1)
        {
            Add(values[0]);
            return;
        }

        if (values.Length > _bytes.Length - _count)
        {
            Grow(values.Length);
        }

        values.CopyInto(_bytes.From(_count));
        _count += values.Length;
    }

    /// <summary>Adds a byte a number of times.</summary>
    public void AddRepeated(byte value, int count)
    {
        if (count > 0)
        {
            Reserve(count).UpTo(count).FillWith(value);
            _count += count;
        }
    }

    /// <summary>Adds ASCII text.</summary>
    public void AddText(string text)
    {
        foreach (char c in text)
        {
            Add((byte)c);
        }
    }

    /// <summary>Adds an integer in decimal.</summary>
    public void AddInteger(long value)
    {
        _count += IntegerDigits.Write(value, Reserve(IntegerDigits.MaximumLength));
    }

    /// <summary>Room for at least a number of bytes; what is written there counts after <see cref="Advance"/>.</summary>
    public Span<byte> Reserve(int count)
    {
        if (count > _bytes.Length - _count)
        {
            Grow(count);
        }

        return _bytes.From(_count);
    }

    /// <summary>Counts bytes written into <see cref="Reserve"/>'s room.</summary>
    public void Advance(int count) => _count += count;

    /// <summary>Gives a rented array back.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            _bytes = default;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        long needed = Math.Max((long)_count + count, 2L * _bytes.Length);
        if ((long)_count + count > Array.MaxLength)
        {
            throw new InsufficientMemoryException();
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(needed, Array.MaxLength));
        Written.CopyTo(larger);
        byte[]? old = _rented;
        _rented = larger;
        _bytes = larger;
        if (old != null)
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
