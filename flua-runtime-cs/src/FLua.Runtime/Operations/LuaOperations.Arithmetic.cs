using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <summary>The operators of Lua, complete and as fast paths, for generated code and for the library.</summary>
/// <remarks>
/// Methods named like an operation are complete: they take any operands, run metamethods and give <see cref="LuaValue.Abrupt"/> on a
/// yield or an error. Methods that start with <c>Try</c> or <c>Peek</c> are the short ways, meant to be inlined: they never run Lua code, and
/// say when they do not apply. Lua 5.4 §3.4.
/// </remarks>
public static partial class LuaOperations
{
    private const string DivisionByZeroText = "attempt to divide by zero";
    private const string ModuloByZeroText = "attempt to perform 'n%0'";

    /// <summary>Adds two values (<c>a + b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Add(LuaState L, LuaValue a, LuaValue b)
    {
        if (TryAdd(a, b, out LuaValue result))
        {
            return result;
        }

        return ToFloat(a, out double x) && ToFloat(b, out double y) ? x + y : Arithmetic(L, Metamethod.Add, a, b);
    }

    /// <summary>Subtracts (<c>a - b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Sub(LuaState L, LuaValue a, LuaValue b)
    {
        if (TrySub(a, b, out LuaValue result))
        {
            return result;
        }

        return ToFloat(a, out double x) && ToFloat(b, out double y) ? x - y : Arithmetic(L, Metamethod.Sub, a, b);
    }

    /// <summary>Multiplies (<c>a * b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Mul(LuaState L, LuaValue a, LuaValue b)
    {
        if (TryMul(a, b, out LuaValue result))
        {
            return result;
        }

        return ToFloat(a, out double x) && ToFloat(b, out double y) ? x * y : Arithmetic(L, Metamethod.Mul, a, b);
    }

    /// <summary>Divides, always in floats (<c>a / b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Div(LuaState L, LuaValue a, LuaValue b) =>
        ToFloat(a, out double x) && ToFloat(b, out double y) ? x / y : Arithmetic(L, Metamethod.Div, a, b);

    /// <summary>Raises to a power, always in floats (<c>a ^ b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Pow(LuaState L, LuaValue a, LuaValue b) =>
        ToFloat(a, out double x) && ToFloat(b, out double y) ? PowFloat(x, y) : Arithmetic(L, Metamethod.Pow, a, b);

    /// <summary>The remainder of a floor division (<c>a % b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Mod(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            return b.n != 0 ? ModInt(a.n, b.n) : L.RuntimeError(ModuloByZeroText);
        }

        return ToFloat(a, out double x) && ToFloat(b, out double y) ? ModFloat(x, y) : Arithmetic(L, Metamethod.Mod, a, b);
    }

    /// <summary>Divides and rounds towards minus infinity (<c>a // b</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue IDiv(LuaState L, LuaValue a, LuaValue b)
    {
        if (a.o == Tags.Int && b.o == Tags.Int)
        {
            return b.n != 0 ? IDivInt(a.n, b.n) : L.RuntimeError(DivisionByZeroText);
        }

        return ToFloat(a, out double x) && ToFloat(b, out double y) ? IDivFloat(x, y) : Arithmetic(L, Metamethod.IDiv, a, b);
    }

    /// <summary>Negates (<c>-a</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LuaValue Neg(LuaState L, LuaValue a) => TryNeg(a, out LuaValue result) ? result : Arithmetic(L, Metamethod.Unm, a, a);

    /// <summary>The value of a number as a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool ToFloat(LuaValue value, out double number)
    {
        if (value.o == Tags.Float)
        {
            number = value.D;
            return true;
        }

        number = value.n;
        return value.o == Tags.Int;
    }

    /// <summary>An operator on two numbers; false for an integer division by zero.</summary>
    internal static bool TryArithmetic(Metamethod operation, LuaValue a, LuaValue b, out LuaValue result)
    {
        bool whole = a.o == Tags.Int && b.o == Tags.Int;
        ToFloat(a, out double x);
        ToFloat(b, out double y);
        bool byZero = whole && b.n == 0;
        result = operation switch
        {
            Metamethod.Add => whole ? LuaValue.Int(a.n + b.n) : x + y,
            Metamethod.Sub => whole ? LuaValue.Int(a.n - b.n) : x - y,
            Metamethod.Mul => whole ? LuaValue.Int(a.n * b.n) : x * y,
            Metamethod.Div => x / y,
            Metamethod.Pow => PowFloat(x, y),
            Metamethod.Mod => byZero ? default : whole ? LuaValue.Int(ModInt(a.n, b.n)) : ModFloat(x, y),
            Metamethod.IDiv => byZero ? default : whole ? LuaValue.Int(IDivInt(a.n, b.n)) : IDivFloat(x, y),
            Metamethod.Unm => a.o == Tags.Int ? LuaValue.Int(-a.n) : -x,
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
        return !result.IsNil;
    }

    // The operands are not both numbers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue Arithmetic(LuaState L, Metamethod operation, LuaValue a, LuaValue b)
    {
        LuaValue handler = BinaryHandler(L, operation, a, b, out LuaValue owner);
        if (handler.o is LibraryFunction && owner.o.IsString())
        {
            // What the string library put there is known.
            return StringArithmetic(L, operation, handler, a, b);
        }

        return handler.IsNil ? L.OperandError("perform arithmetic on", a.IsNumber ? b : a, a.IsNumber ? 2 : 1) : Call(L, operation, handler, a, b);
    }

    // The arithmetic metamethods of strings: operands that are numerals count as numbers; otherwise the second operand's metamethod decides,
    // which is called by the library function, as one sees by levels of errors and by what can yield.
    private static LuaValue StringArithmetic(LuaState L, Metamethod operation, LuaValue function, LuaValue a, LuaValue b)
    {
        if (ToNumber(a, out LuaValue x) && ToNumber(b, out LuaValue y))
        {
            // The reference divides inside its metamethod, a function of C, whose errors have no position.
            return TryArithmetic(operation, x, y, out LuaValue result)
                ? result
                : L.ErrorValue(LuaString.FromText(operation == Metamethod.Mod ? ModuloByZeroText : DivisionByZeroText));
        }

        LuaValue handler = b.o.IsString() ? default : L.GetMetamethod(b, operation);
        if (!handler.IsNil)
        {
            return Call(L, operation, function, a, b);
        }

        string verb = MetamethodNames.Of(operation).ToString()[2..];
        return L.RuntimeError("attempt to " + verb + " a '" + a.TypeName + "' with a '" + b.TypeName + "'");
    }

    // A number, or a string that is the numeral of one.
    private static bool ToNumber(LuaValue value, out LuaValue number)
    {
        number = value;
        return value.IsNumber || (value.o.IsString(out LuaString? text) && NumberParser.TryParse(text.Span, out number));
    }

    /// <summary>The metamethod of a binary operator: the first operand's, else the second's.</summary>
    private static LuaValue BinaryHandler(LuaState L, Metamethod operation, LuaValue a, LuaValue b, out LuaValue owner)
    {
        owner = a;
        LuaValue handler = L.GetMetamethod(a, operation);
        if (handler.IsNil)
        {
            owner = b;
            handler = L.GetMetamethod(b, operation);
        }

        return handler;
    }

    /// <summary>Calls a metamethod with two operands, and lands what it leaves.</summary>
    private static LuaValue Call(LuaState L, Metamethod operation, LuaValue handler, LuaValue a, LuaValue b)
    {
        if (!L.EnterNested())
        {
            return LuaValue.Abrupt;
        }

        LuaValue result = handler.Callee.Call2(L, a, b);
        bool isAbrupt = result.IsAbrupt && (result = L.Land()).IsAbrupt;
        L.LeaveNested();
        return isAbrupt ? L.NameCallee(operation) : result;
    }
}
