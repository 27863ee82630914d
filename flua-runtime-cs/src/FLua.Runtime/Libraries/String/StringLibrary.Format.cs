using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

internal static partial class StringLibrary
{
    private const string FloatFlags = "-+#0 ";
    private const string DecimalFlags = "-+0 ";
    private const string UnsignedFlags = "-0";
    private const string HexadecimalFlags = "-#0";
    private const string TextFlags = "-";

    private static LuaValue Format(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString format))
        {
            return LuaValue.Abrupt;
        }

        var result = new ByteBuffer(stackalloc byte[128]);
        try
        {
            return AddFormatted(L, format.Span, args, 1, 0, ref result) ? L.Return1(LuaString.Of(result.Written)) : LuaValue.Abrupt;
        }
        finally
        {
            result.Dispose();
        }
    }

    // Adds what the format says from a place in it on, and from the argument behind one on.
    private static bool AddFormatted(
        LuaState L, ReadOnlySpan<byte> format, ReadOnlySpan<LuaValue> args, int argument, int at, ref ByteBuffer result)
    {
        while (true)
        {
            int percent = format.From(at).Find((byte)'%');
            if (percent < 0)
            {
                result.Add(format.From(at));
                return true;
            }

            result.Add(format.Part(at, percent));
            int start = at + percent;
            at = start + 1;
            if (at < format.Length && format[at] == '%')
            {
                result.Add((byte)'%');
                at++;
                continue;
            }

            if (++argument > args.Length)
            {
                L.ArgumentError(argument, "no value");
                return false;
            }

            if (!FormatSpecification.TryCut(format, ref at, out FormatSpecification specification))
            {
                L.Error("invalid format (too long)");
                return false;
            }

            if (!AddConverted(L, ref specification, args[argument - 1], argument, ref result))
            {
                if (L.IsAsked)
                {
                    L.GoOnLater(new SuspendedFormat(L.StringFormatFunction, args.ToArray(), argument, start, result.Written.ToArray()));
                }

                return false;
            }
        }
    }

    private static bool AddConverted(
        LuaState L, scoped ref FormatSpecification specification, LuaValue value, int argument, ref ByteBuffer result)
    {
        switch (specification.Letter)
        {
            case (byte)'d' or (byte)'i':
            {
                if (!Arguments.Integer(L, value, argument, out long integer) || !Read(L, ref specification, DecimalFlags, true))
                {
                    return false;
                }

                NumberConversions.AddDecimal(ref result, in specification, integer);
                return true;
            }

            case (byte)'u' or (byte)'o' or (byte)'x' or (byte)'X':
            {
                string flags = specification.Letter == 'u' ? UnsignedFlags : HexadecimalFlags;
                if (!Arguments.Integer(L, value, argument, out long integer) || !Read(L, ref specification, flags, true))
                {
                    return false;
                }

                NumberConversions.AddUnsigned(ref result, in specification, (ulong)integer);
                return true;
            }

            case (byte)'a' or (byte)'A':
            {
                // Here the reference looks at the modifiers first.
                if (!Read(L, ref specification, FloatFlags, true) || !Arguments.Number(L, value, argument, out double number))
                {
                    return false;
                }

                NumberConversions.AddFloat(ref result, in specification, number);
                return true;
            }

            case (byte)'f' or (byte)'e' or (byte)'E' or (byte)'g' or (byte)'G':
            {
                if (!Arguments.Number(L, value, argument, out double number) || !Read(L, ref specification, FloatFlags, true))
                {
                    return false;
                }

                NumberConversions.AddFloat(ref result, in specification, number);
                return true;
            }

            case (byte)'c':
            {
                // Here, too, the reference looks at the modifiers first.
                if (!Read(L, ref specification, TextFlags, false) || !Arguments.Integer(L, value, argument, out long integer))
                {
                    return false;
                }

                specification.AddText(ref result, [(byte)integer]);
                return true;
            }

            case (byte)'s':
                return AddString(L, ref specification, value, argument, ref result);
            case (byte)'q':
                if (specification.HasModifiers)
                {
                    L.Error("specifier '%q' cannot have modifiers");
                    return false;
                }

                return LiteralForm.TryAdd(L, value, argument, ref result);
            case (byte)'p':
                if (!Read(L, ref specification, TextFlags, false))
                {
                    return false;
                }

                specification.AddText(ref result, ObjectAddress.Of(value).Span);
                return true;
            default:
                return RefuseConversion(L, specification.Text);
        }
    }

    private static bool AddString(
        LuaState L, scoped ref FormatSpecification specification, LuaValue value, int argument, ref ByteBuffer result)
    {
        if (!L.IsItsText(value))
        {
            value = L.ToStringBack(value, "string.format");
            if (value.IsAbrupt)
            {
                return false;
            }
        }

        // A number that __tostring gave is good enough for the reference.
        LuaString text = LuaOperations.ToLuaString(value);
        if (!specification.HasModifiers)
        {
            result.Add(text.Span);
            return true;
        }

        if (text.Span.Contains((byte)0))
        {
            L.ArgumentError(argument, "string contains zeros");
            return false;
        }

        if (!Read(L, ref specification, TextFlags, true))
        {
            return false;
        }

        specification.AddText(ref result, text.Span);
        return true;
    }

    private static bool Read(LuaState L, scoped ref FormatSpecification specification, string flags, bool takesPrecision)
    {
        if (!specification.HasModifiers || specification.TryRead(flags, takesPrecision))
        {
            return true;
        }

        return RefuseModifiers(L, specification.Text);
    }

    // Apart, as the other message: putting a text together takes much code.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool RefuseModifiers(LuaState L, string text)
    {
        L.Error("invalid conversion specification: '" + text + "'");
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool RefuseConversion(LuaState L, string text)
    {
        L.Error("invalid conversion '" + text + "' to 'format'");
        return false;
    }

    /// <summary>A <c>format</c> that a <c>__tostring</c> has interrupted, which looks at the stack.</summary>
    /// <param name="target">The library function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="argument">Which of them is shown.</param>
    /// <param name="at">Where the format says how.</param>
    /// <param name="written">What stands before it in the result.</param>
    private sealed class SuspendedFormat(LibraryFunction target, LuaValue[] arguments, int argument, int at, byte[] written)
        : NativeContinuation(target)
    {
        internal override LuaValue GoOn(LuaState L, LuaValue result)
        {
            LuaValue text = L.CheckText(result);
            if (text.IsAbrupt)
            {
                return text;
            }

            // The text takes the place of the argument.
            arguments[argument - 1] = text;
            ReadOnlySpan<byte> format = LuaOperations.ToLuaString(arguments[0]).Span;
            var buffer = new ByteBuffer(written.Length + format.Length - at);
            try
            {
                buffer.Add(written);
                return AddFormatted(L, format, arguments, argument - 1, at, ref buffer)
                    ? L.Return1(LuaString.Of(buffer.Written))
                    : LuaValue.Abrupt;
            }
            finally
            {
                buffer.Dispose();
            }
        }
    }
}
