// Runs one of the things that are measured; `cargo xtask bench` reads what is printed.
using System;

namespace Bench;

internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["handwritten", string name, string iterations]:
                Handwritten.Run(name, int.Parse(iterations));
                return 0;
#if KERALUA
            case ["keralua", string script]:
                return KeraLuaCalls.RunScript(script);
#endif
            case ["calls"]:
                FluaCalls.Measure();
#if KERALUA
                KeraLuaCalls.Measure();
                // Once more, when everything is warm and the machine may have changed its mind about the clock.
                FluaCalls.Measure();
                KeraLuaCalls.Measure();
#endif
                return 0;
            default:
                Console.Error.WriteLine("usage: Bench handwritten PROGRAM ITERATIONS | keralua SCRIPT | calls");
                return 2;
        }
    }
}
