using System;
using System.Collections.Generic;
using System.Globalization;

namespace Bench;

/// <summary>The programs of <c>bench/</c> as one writes them in C#: the same loops and results, with the types that C# has for them.</summary>
internal static partial class Handwritten
{
    private static readonly Dictionary<string, Func<double>> Programs = new()
    {
        ["fannkuch"] = () => Fannkuch(9),
        ["loop_int"] = () => LoopInt(6_000_000),
        ["mandelbrot"] = () => Mandelbrot(220),
        ["nbody"] = () => Nbody(50_000),
        ["sieve"] = () => Sieve(2_000_000),
        ["spectralnorm"] = () => SpectralNorm(220),
    };

    /// <summary>Runs a program so many times and prints what the driver of the Lua programs prints.</summary>
    internal static void Run(string name, int iterations)
    {
        Func<double> program = Programs[name];
        double checksum = 0;
        var times = new List<string>();
        for (int i = 0; i < iterations; i++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            checksum = program();
            times.Add((Environment.CpuUsage.TotalTime - start).TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture));
        }

        Console.WriteLine("@bench " + checksum.ToString("0", CultureInfo.InvariantCulture) + " " + string.Join(' ', times));
    }
}
