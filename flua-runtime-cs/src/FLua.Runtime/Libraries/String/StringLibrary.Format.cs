using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

internal static partial class StringLibrary
{
    private static LuaValue Format(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString format))
        {
            return LuaValue.Abrupt;
        }

        var result = new ByteBuffer(stackalloc byte[128]);
        try
        {
            return AddFormatted(L, format, args, 1, 0, ref result) ? L.Return1(LuaString.Of(result.Written)) : LuaValue.Abrupt;
        }
        finally
        {
            result.Dispose();
        }
    }

    // Adds what the format says from a piece of it on, and from the argument behind one on.
    private static bool AddFormatted(
        LuaState L, LuaString text, ReadOnlySpan<LuaValue> args, int argument, int from, ref ByteBuffer result)
    {
        ReadOnlySpan<byte> format = text.Span;
        FormatPiece[] pieces = L.Formats.Get(text).Pieces;
        for (int i = from; i < pieces.Length; i++)
        {
            ref readonly FormatPiece piece = ref pieces[i];
            result.Add(format.Part(piece.Start, piece.Length));
            if (!piece.Converts)
            {
                continue;
            }

            if (++argument > args.Length)
            {
                L.ArgumentError(argument, "no value");
                return false;
            }

            if (piece.Specification.IsTooLong)
            {
                L.Error("invalid format (too long)");
                return false;
            }

            if (!AddConverted(L, format, in piece.Specification, args[argument - 1], argument, ref result))
            {
                if (L.IsAsked)
                {
                    L.GoOnLater(new SuspendedFormat(L.StringFormatFunction, args.ToArray(), argument, i, result.Written.ToArray()));
                }

                return false;
            }
        }

        return true;
    }

    private static bool AddConverted(
        LuaState L, ReadOnlySpan<byte> format, ref readonly FormatSpecification specification, LuaValue value, int argument, ref ByteBuffer result)
    {
        switch (specification.Letter)
        {
            case (byte)'d' or (byte)'i':
            {
                if (!Arguments.Integer(L, value, argument, out long integer) || !IsWellFormed(L, format, in specification))
                {
                    return false;
                }

                NumberConversions.AddDecimal(ref result, in specification, integer);
                return true;
            }

            case (byte)'u' or (byte)'o' or (byte)'x' or (byte)'X':
            {
                if (!Arguments.Integer(L, value, argument, out long integer) || !IsWellFormed(L, format, in specification))
                {
                    return false;
                }

                NumberConversions.AddUnsigned(ref result, in specification, (ulong)integer);
                return true;
            }

            case (byte)'a' or (byte)'A':
            {
                // Here the reference looks at the modifiers first.
                if (!IsWellFormed(L, format, in specification) || !Arguments.Number(L, value, argument, out double number))
                {
                    return false;
                }

                NumberConversions.AddFloat(ref result, in specification, number);
                return true;
            }

            case (byte)'f' or (byte)'e' or (byte)'E' or (byte)'g' or (byte)'G':
            {
                if (!Arguments.Number(L, value, argument, out double number) || !IsWellFormed(L, format, in specification))
                {
                    return false;
                }

                NumberConversions.AddFloat(ref result, in specification, number);
                return true;
            }

            case (byte)'c':
            {
                // Here, too, the reference looks at the modifiers first.
                if (!IsWellFormed(L, format, in specification) || !Arguments.Integer(L, value, argument, out long integer))
                {
                    return false;
                }

                specification.AddText(ref result, [(byte)integer]);
                return true;
            }

            case (byte)'s':
                return AddString(L, format, in specification, value, argument, ref result);
            case (byte)'q':
                if (specification.HasModifiers)
                {
                    L.Error("specifier '%q' cannot have modifiers");
                    return false;
                }

                return LiteralForm.TryAdd(L, value, argument, ref result);
            case (byte)'p':
                if (!IsWellFormed(L, format, in specification))
                {
                    return false;
                }

                specification.AddText(ref result, ObjectAddress.Of(value).Span);
                return true;
            default:
                return RefuseConversion(L, specification.Text(format));
        }
    }

    private static bool AddString(
        LuaState L, ReadOnlySpan<byte> format, ref readonly FormatSpecification specification, LuaValue value, int argument, ref ByteBuffer result)
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
        return AddText(L, format, in specification, LuaOperations.ToLuaString(value), argument, ref result);
    }

    private static bool AddText(
        LuaState L, ReadOnlySpan<byte> format, ref readonly FormatSpecification specification, LuaString text, int argument, ref ByteBuffer result)
    {
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

        if (!IsWellFormed(L, format, in specification))
        {
            return false;
        }

        specification.AddText(ref result, text.Span);
        return true;
    }

    private static bool IsWellFormed(LuaState L, ReadOnlySpan<byte> format, ref readonly FormatSpecification specification) =>
        specification.IsWellFormed || RefuseModifiers(L, specification.Text(format));

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
    /// <param name="piece">The piece of the format that says how.</param>
    /// <param name="written">What stands before it in the result, the piece's text included.</param>
    private sealed class SuspendedFormat(LibraryFunction target, LuaValue[] arguments, int argument, int piece, byte[] written)
        : NativeContinuation(target)
    {
        internal override LuaValue GoOn(LuaState L, LuaValue result)
        {
            LuaValue text = L.CheckText(result);
            if (text.IsAbrupt)
            {
                return text;
            }

            LuaString format = LuaOperations.ToLuaString(arguments[0]);
            var buffer = new ByteBuffer(written.Length + format.Length);
            try
            {
                buffer.Add(written);
                ref readonly FormatSpecification specification = ref L.Formats.Get(format).Pieces[piece].Specification;
                return AddText(L, format.Span, in specification, LuaOperations.ToLuaString(text), argument, ref buffer)
                    && AddFormatted(L, format, arguments, argument, piece + 1, ref buffer)
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
