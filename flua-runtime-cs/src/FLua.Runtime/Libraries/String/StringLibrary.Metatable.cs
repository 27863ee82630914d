using System;

namespace FLua.Runtime;

internal static partial class StringLibrary
{
    /// <summary>A binary operation of <see cref="LuaOperations"/> on numbers.</summary>
    private delegate LuaValue Operation(LuaState L, LuaValue a, LuaValue b);

    /// <summary>
    /// Makes the metatable of strings: <c>__index</c> is the library, and the arithmetic metamethods convert numerals, as in the reference.
    /// </summary>
    /// <remarks>Arithmetic with strings normally does not come here: <see cref="LuaOperations"/> converts them itself, with the same results.</remarks>
    private static void OpenMetatable(LuaState L, LuaTable library)
    {
        var metatable = new LuaTable(0, 9);
        metatable.SetString(MetamethodNames.Index, library);
        LibraryTable metamethods = LibraryTable.Of("", metatable);
        AddArithmetic(metamethods, "__add", Metamethod.Add, static (L, a, b) => LuaOperations.Add(L, a, b));
        AddArithmetic(metamethods, "__sub", Metamethod.Sub, static (L, a, b) => LuaOperations.Sub(L, a, b));
        AddArithmetic(metamethods, "__mul", Metamethod.Mul, static (L, a, b) => LuaOperations.Mul(L, a, b));
        AddArithmetic(metamethods, "__mod", Metamethod.Mod, static (L, a, b) => LuaOperations.Mod(L, a, b));
        AddArithmetic(metamethods, "__pow", Metamethod.Pow, static (L, a, b) => LuaOperations.Pow(L, a, b));
        AddArithmetic(metamethods, "__div", Metamethod.Div, static (L, a, b) => LuaOperations.Div(L, a, b));
        AddArithmetic(metamethods, "__idiv", Metamethod.IDiv, static (L, a, b) => LuaOperations.IDiv(L, a, b));
        AddArithmetic(metamethods, "__unm", Metamethod.Unm, static (L, a, b) => LuaOperations.Neg(L, b));
        L.StringMetatable = metatable;
    }

    private static void AddArithmetic(LibraryTable metamethods, string name, Metamethod metamethod, Operation operation) =>
        metamethods.Add(name, (L, args) => Arithmetic(L, args, name, metamethod, operation));

    /// <summary>Converts both operands to numbers and computes; otherwise tries the second operand's metamethod.</summary>
    private static LuaValue Arithmetic(LuaState L, ReadOnlySpan<LuaValue> args, string name, Metamethod metamethod, Operation operation)
    {
        LuaValue a = Arguments.At(args, 1);
        LuaValue b = Arguments.At(args, 2);

        // With one argument the reference finds the first, converted, in the place of the second.
        if (ToNumber(a, out LuaValue x) && ToNumber(args.Length == 1 ? x : b, out LuaValue y))
        {
            LuaValue result = operation(L, x, y);
            return result.IsAbrupt ? result : L.Return1(result);
        }

        LuaValue handler = b.o.IsString() ? default : L.GetMetamethod(b, metamethod);
        if (handler.IsNil)
        {
            return L.Error($"attempt to {name[2..]} a '{a.TypeName}' with a '{b.TypeName}'");
        }

        LuaValue other = L.CallNoYield2(handler, a, b);
        return other.IsAbrupt ? other : L.Return1(other);
    }

    private static bool ToNumber(LuaValue value, out LuaValue number)
    {
        number = value;
        return value.IsNumber || (value.o.IsString(out LuaString? text) && NumberParser.TryParse(text.Span, out number));
    }
}
