using System;
using System.Diagnostics;

namespace Bench;

/// <summary>Times something that is done very often, and counts what it allocates.</summary>
internal static class Clock
{
    private const int Count = 1_000_000;
    private const int Rounds = 12;

    /// <summary>Prints the best time of one call in nanoseconds, and the bytes that one allocates.</summary>
    /// <param name="implementation">Whose calls.</param>
    /// <param name="what">Which calls.</param>
    /// <param name="work">Does it so many times.</param>
    internal static void Measure(string implementation, string what, Action<int> work)
    {
        double best = double.MaxValue;
        long bytes = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            work(Count);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / Count);
            bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - allocated) / Count);
        }

        Console.WriteLine(FormattableString.Invariant($"@call {implementation} {what} {best:0.0} {bytes}"));
    }
}
