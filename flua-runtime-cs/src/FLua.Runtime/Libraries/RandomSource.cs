using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The pseudo-random numbers of a state: xoshiro256**.</summary>
/// <remarks>Seeds and projections are those of the reference, so a seeded sequence is the reference's.</remarks>
internal sealed class RandomSource
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Seeds the sequence with two integers.</summary>
    public void Seed(ulong first, ulong second)
    {
        _s0 = first;
        _s1 = 0xff;
        _s2 = second;
        _s3 = 0;
        for (int i = 0; i < 16; i++)
        {
            Next();
        }
    }

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        ulong state0 = _s0;
        ulong state1 = _s1;
        ulong state2 = _s2 ^ state0;
        ulong state3 = _s3 ^ state1;
        ulong result = BitOperations.RotateLeft(state1 * 5, 7) * 9;
        _s0 = state0 ^ state3;
        _s1 = state1 ^ state2;
        _s2 = state2 ^ (state1 << 17);
        _s3 = BitOperations.RotateLeft(state3, 45);
        return result;
    }

    /// <summary>The next float in [0, 1): the 53 highest of the 64 bits.</summary>
    public double NextFloat() => (Next() >> 11) * (0.5 / (1UL << 52));

    /// <summary>Projects 64 random bits into [0, limit], drawing more where they do not fit.</summary>
    public ulong Project(ulong random, ulong limit)
    {
        if ((limit & (limit + 1)) == 0)
        {
            return random & limit;
        }

        // The smallest 2^b - 1 that is not below the limit.
        ulong mask = ulong.MaxValue >> BitOperations.LeadingZeroCount(limit);
        while ((random &= mask) > limit)
        {
            random = Next();
        }

        return random;
    }

    /// <summary>An integer in [low, up], which is not empty.</summary>
    public long NextInRange(long low, long up) => (long)(Project(Next(), (ulong)up - (ulong)low) + (ulong)low);
}
