using System;

namespace FLua.Runtime;

internal static partial class BaseLibrary
{
    // The names of the types, by LuaType.
    private static readonly LuaString[] TypeNames =
    [
        LuaString.Constant("nil"u8),
        LuaString.Constant("boolean"u8),
        LuaString.Constant("number"u8),
        LuaString.Constant("string"u8),
        LuaString.Constant("table"u8),
        LuaString.Constant("function"u8),
        LuaString.Constant("userdata"u8),
        LuaString.Constant("thread"u8),
    ];

    /// <summary>The name of a value's type.</summary>
    internal static LuaString NameOfType(LuaValue value) => TypeNames[(int)value.Type];

    private static void OpenValues(LuaState L, LibraryTable library)
    {
        L.TypeFunction = library.Add(
            "type",
            static (L, args) => args.IsEmpty ? L.ArgumentError(1, "value expected") : L.Return1(TypeNames[(int)args[0].Type]),
            static (L, value) => L.Return1(TypeNames[(int)value.Type]));
        L.ToStringFunction = library.Add(
            "tostring",
            static (L, args) => args.IsEmpty ? L.ArgumentError(1, "value expected") : ToString(L, args[0]),
            static (L, value) => L.IsItsText(value) ? L.Return1(value) : ToString(L, value));
        L.ToNumberFunction = library.Add(
            "tonumber",
            static (L, args) => ToNumber(L, args),
            static (L, value) => ToNumber(L, value),
            static (L, value, radix) => ToNumber(L, LuaOperations.Values(value, radix)));
    }

    private static LuaValue ToString(LuaState L, LuaValue value)
    {
        LuaValue text = L.ToStringBack(value, "tostring");
        return !text.IsAbrupt ? L.Return1(text) : L.IsAsked ? L.GoOnLater(new SuspendedToString(L.ToStringFunction)) : text;
    }

    /// <summary>A <c>tostring</c> whose metamethod looks at the stack.</summary>
    private sealed class SuspendedToString(LibraryFunction target) : NativeContinuation(target)
    {
        internal override LuaValue GoOn(LuaState L, LuaValue result)
        {
            LuaValue text = L.CheckText(result);
            return text.IsAbrupt ? text : L.Return1(text);
        }
    }

    private static LuaValue ToNumber(LuaState L, LuaValue value)
    {
        if (value.IsNumber)
        {
            return L.Return1(value);
        }

        return L.Return1(value.o.IsString(out LuaString? text) && NumberParser.TryParse(text.Span, out LuaValue number) ? number : default);
    }

    private static LuaValue ToNumber(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (Arguments.IsNoneOrNil(args, 2))
        {
            return args.IsEmpty ? L.ArgumentError(1, "value expected") : ToNumber(L, args[0]);
        }

        if (!Arguments.Integer(L, args, 2, out long radix))
        {
            return LuaValue.Abrupt;
        }

        if (!args[0].o.IsString(out LuaString? text))
        {
            return L.TypeError(1, "string", args[0]);
        }

        if (radix is < 2 or > 36)
        {
            return L.ArgumentError(2, "base out of range");
        }

        return L.Return1(TryParseDigits(text.Span, (int)radix, out long value) ? value : default(LuaValue));
    }

    // An integer of a base, with spaces around it and a sign; it wraps around.
    private static bool TryParseDigits(ReadOnlySpan<byte> text, int radix, out long value)
    {
        value = 0;
        text = text.Trim(" \f\n\r\t\v"u8);
        bool negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }

        if (text.IsEmpty)
        {
            return false;
        }

        foreach (byte character in text)
        {
            int digit = character switch
            {
                >= (byte)'0' and <= (byte)'9' => character - '0',
                >= (byte)'a' and <= (byte)'z' => character - 'a' + 10,
                >= (byte)'A' and <= (byte)'Z' => character - 'A' + 10,
                _ => radix,
            };
            if (digit >= radix)
            {
                return false;
            }

            value = unchecked((value * radix) + digit);
        }

        value = negative ? unchecked(-value) : value;
        return true;
    }
}
