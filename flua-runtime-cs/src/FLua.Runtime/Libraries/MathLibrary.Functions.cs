using System;
using System.Diagnostics;

namespace FLua.Runtime;

internal static partial class MathLibrary
{
    /// <summary>Adds the functions that take a float and give a float.</summary>
    private static void OpenFunctions(LuaState L, LibraryTable math)
    {
        L.MathAcosFunction = AddFunction(math, "acos", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Acos(x)) : LuaValue.Abrupt);
        L.MathAsinFunction = AddFunction(math, "asin", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Asin(x)) : LuaValue.Abrupt);
        L.MathAtanFunction = math.Add("atan", static (L, args) => Atan(L, args));
        L.MathCosFunction = AddFunction(math, "cos", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Cos(x)) : LuaValue.Abrupt);
        L.MathDegFunction = AddFunction(math, "deg", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(x * (180.0 / Math.PI)) : LuaValue.Abrupt);
        L.MathExpFunction = AddFunction(math, "exp", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Exp(x)) : LuaValue.Abrupt);
        L.MathLogFunction = math.Add("log", static (L, args) => Log(L, args));
        L.MathRadFunction = AddFunction(math, "rad", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(x * (Math.PI / 180.0)) : LuaValue.Abrupt);
        L.MathSinFunction = AddFunction(math, "sin", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Sin(x)) : LuaValue.Abrupt);
        L.MathTanFunction = AddFunction(math, "tan", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Tan(x)) : LuaValue.Abrupt);
    }

    /// <summary>Adds a function of one number, whose body is only given for one argument.</summary>
    private static LibraryFunction AddFunction(LibraryTable math, string name, LibraryBody1 body) => math.Add(
        name,
        (L, args) => Arguments.Number(L, args, 1, out _) ? body(L, args[0]) : LuaValue.Abrupt,
        body);

    private static LuaValue Atan(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.Number(L, args, 1, out double y) && Arguments.OptNumber(L, args, 2, 1, out double x)
            ? L.Return1(Math.Atan2(y, x))
            : LuaValue.Abrupt;

    private static LuaValue Log(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Number(L, args, 1, out double x))
        {
            return LuaValue.Abrupt;
        }

        if (Arguments.IsNoneOrNil(args, 2))
        {
            return L.Return1(Math.Log(x));
        }

        if (!Arguments.Number(L, args, 2, out double numberBase))
        {
            return LuaValue.Abrupt;
        }

        return L.Return1(numberBase switch
        {
            2 => Math.Log2(x),
            10 => Math.Log10(x),
            _ => Math.Log(x) / Math.Log(numberBase),
        });
    }

    /// <summary>Adds the functions on random numbers, which share a source of the state.</summary>
    private static void OpenRandom(LuaState L, LibraryTable math)
    {
        var source = new RandomSource();
        RandomSeed(source, out _, out _);
        L.MathRandomFunction = math.Add(
            "random",
            (L, args) => Random(L, source, args),
            (L, up) => up.IsInt && up.n >= 1 ? L.Return1(source.NextInRange(1, up.n)) : Random(L, source, [up]),
            (L, low, up) => low.IsInt && up.IsInt && low.n <= up.n ? L.Return1(source.NextInRange(low.n, up.n)) : Random(L, source, LuaOperations.Values(low, up)));
        math.Add("randomseed", (L, args) => RandomSeed(L, source, args));
    }

    private static LuaValue Random(LuaState L, RandomSource source, ReadOnlySpan<LuaValue> args)
    {
        if (args.Length == 0)
        {
            return L.Return1(source.NextFloat());
        }

        // The reference draws before it looks at the arguments.
        ulong random = source.Next();
        long low = 1;
        long up;
        switch (args.Length)
        {
            case 1:
                if (!Arguments.Integer(L, args, 1, out up))
                {
                    return LuaValue.Abrupt;
                }

                if (up == 0)
                {
                    return L.Return1((long)random);
                }

                break;
            case 2:
                if (!Arguments.Integer(L, args, 1, out low) || !Arguments.Integer(L, args, 2, out up))
                {
                    return LuaValue.Abrupt;
                }

                break;
            default:
                return L.Error("wrong number of arguments");
        }

        if (low > up)
        {
            return L.ArgumentError(1, "interval is empty");
        }

        return L.Return1((long)(source.Project(random, (ulong)up - (ulong)low) + (ulong)low));
    }

    private static LuaValue RandomSeed(LuaState L, RandomSource source, ReadOnlySpan<LuaValue> args)
    {
        long first;
        long second;
        if (args.Length == 0)
        {
            RandomSeed(source, out first, out second);
        }
        else
        {
            if (!Arguments.Integer(L, args, 1, out first) || !Arguments.OptInteger(L, args, 2, 0, out second))
            {
                return LuaValue.Abrupt;
            }

            source.Seed((ulong)first, (ulong)second);
        }

        return L.Return2(first, second);
    }

    /// <summary>Seeds with what differs from run to run: the time and an address, as in the reference.</summary>
    /// <remarks>Each program does so when it starts, so it takes what is quick to get: where the system has put the stack.</remarks>
    private static void RandomSeed(RandomSource source, out long first, out long second)
    {
        first = Stopwatch.GetTimestamp();
        second = LuaState.StackPointer();
        source.Seed((ulong)first, (ulong)second);
    }
}
