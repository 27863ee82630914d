using System;
using System.IO;

namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    private static void OpenOutput(LibraryTable library)
    {
        library.Add(
            "print",
            static (L, args) =>
            {
                for (int i = 0; i < args.Length; i++)
                {
                    if (i > 0)
                    {
                        Print(L, "\t"u8);
                    }

                    if (!PrintValue(L, args[i]))
                    {
                        return LuaValue.Abrupt;
                    }
                }

                Print(L, "\n"u8);
                L.Output.MarkDue();
                return L.Return0();
            },
            static (L, value) =>
            {
                if (!PrintValue(L, value))
                {
                    return LuaValue.Abrupt;
                }

                Print(L, "\n"u8);
                L.Output.MarkDue();
                return L.Return0();
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

    private static bool PrintValue(LuaState L, LuaValue value)
    {
        LuaValue text = value.o is LuaString ? value : L.ToStringMeta(value, "print");
        if (text.IsAbrupt)
        {
            return false;
        }

        Print(L, ((LuaString)text.o!).Span);
        return true;
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
}
