using System;
using System.IO;

namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    private static void OpenOutput(LuaState L, LibraryTable library)
    {
        L.PrintFunction = library.Add(
            "print",
            static (L, args) => PrintFrom(L, args, 0),
            static (L, value) =>
            {
                if (!PrintValue(L, value, 0))
                {
                    return L.IsAsked ? L.GoOnLater(new SuspendedPrint(L.PrintFunction, [value], 0)) : LuaValue.Abrupt;
                }

                return EndLine(L);
            });
        library.Add(
            "warn",
            static (L, args) =>
            {
                if (!Arguments.String(L, args, 1, out _))
                {
                    return LuaValue.Abrupt;
                }

                for (int i = 2; i <= args.Length; i++)
                {
                    if (!Arguments.String(L, args, i, out _))
                    {
                        return LuaValue.Abrupt;
                    }
                }

                Warn(L, args);
                return L.Return0();
            });
    }

    private static LuaValue PrintFrom(LuaState L, ReadOnlySpan<LuaValue> args, int first)
    {
        for (int i = first; i < args.Length; i++)
        {
            if (!PrintValue(L, args[i], i))
            {
                return L.IsAsked ? L.GoOnLater(new SuspendedPrint(L.PrintFunction, args.ToArray(), i)) : LuaValue.Abrupt;
            }
        }

        return EndLine(L);
    }

    private static LuaValue EndLine(LuaState L)
    {
        Print(L, "\n"u8);
        L.Output.MarkDue();
        return L.Return0();
    }

    private static bool PrintValue(LuaState L, LuaValue value, int at)
    {
        LuaValue text = L.IsItsText(value) ? value : L.ToStringBack(value, "print");
        if (text.IsAbrupt)
        {
            return false;
        }

        PrintText(L, text, at);
        return true;
    }

    private static void PrintText(LuaState L, LuaValue text, int at)
    {
        if (at > 0)
        {
            Print(L, "\t"u8);
        }

        Print(L, ((LuaString)text.o!).Span);
    }

    // Like the reference, print takes no notice of an output that refuses its text.
    private static void Print(LuaState L, ReadOnlySpan<byte> text)
    {
        try
        {
            L.Output.Write(text);
        }
        catch (IOException)
        {
        }
    }

    private static void Warn(LuaState L, ReadOnlySpan<LuaValue> parts)
    {
        ReadOnlySpan<byte> first = LuaOperations.ToLuaString(parts[0]).Span;
        if (parts.Length == 1 && first.Length > 0 && first[0] == '@')
        {
            if (first.SequenceEqual("@on"u8))
            {
                L.WarningsOn = true;
            }
            else if (first.SequenceEqual("@off"u8))
            {
                L.WarningsOn = false;
            }

            return;
        }

        using var line = new MemoryStream();
        foreach (LuaValue part in parts)
        {
            line.Write(LuaOperations.ToLuaString(part).Span);
        }

        L.Warn(line.GetBuffer().AsSpan(0, (int)line.Length));
    }

    /// <summary>A <c>print</c> that a <c>__tostring</c> has interrupted, which looks at the stack.</summary>
    private sealed class SuspendedPrint(LibraryFunction target, LuaValue[] arguments, int at) : NativeContinuation(target)
    {
        internal override LuaValue GoOn(LuaState L, LuaValue result)
        {
            LuaValue text = L.CheckText(result);
            if (text.IsAbrupt)
            {
                return text;
            }

            PrintText(L, text, at);
            return PrintFrom(L, arguments, at + 1);
        }
    }
}
