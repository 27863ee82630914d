using System;
using System.Numerics;

namespace FLua.Runtime;

/// <summary>The hash of strings: unseeded, so that the order of a traversal is the same in every run.</summary>
internal static class StringHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD6E8FEB86659FD93;

    /// <summary>The hash of some bytes, eight a step; never 0, which says "not computed yet".</summary>
    internal static int Compute(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (ulong)bytes.Length * Second;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = Mix(hash, bytes.UInt64At(0));
            bytes = bytes.From(sizeof(ulong));
        }

        if (bytes.Length > 0)
        {
            hash = Mix(hash, Tail(bytes));
        }

        hash ^= hash >> 32;
        int folded = (int)hash ^ (int)(hash >> 15);
        return folded == 0 ? 1 : folded;
    }

    private static ulong Mix(ulong hash, ulong word) => BitOperations.RotateLeft((hash ^ word) * First, 29) * Second;

    // One to seven bytes as a number, in at most three reads.
    private static ulong Tail(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(uint))
        {
            uint low = bytes.UInt32At(0);
            uint high = bytes.UInt32At(bytes.Length - sizeof(uint));
            return low | ((ulong)high << 32);
        }

        return bytes[0] | ((ulong)bytes[bytes.Length >> 1] << 8) | ((ulong)bytes[^1] << 16);
    }
}
