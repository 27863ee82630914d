using System;

namespace FLua.Runtime;

internal static partial class MathLibrary
{
    /// <summary>Adds the functions of Lua 5.2 that the reference still has, as it is built by default.</summary>
    private static void OpenCompatibility(LibraryTable math)
    {
        math.Set("atan2", math.Table.GetString(LibraryTable.Key("atan")));
        AddFunction(math, "cosh", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Cosh(x)) : LuaValue.Abrupt);
        AddFunction(math, "sinh", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Sinh(x)) : LuaValue.Abrupt);
        AddFunction(math, "tanh", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Tanh(x)) : LuaValue.Abrupt);
        AddFunction(math, "log10", static (L, a) => Arguments.Number(L, a, 1, out double x) ? L.Return1(Math.Log10(x)) : LuaValue.Abrupt);
        AddFunction(math, "frexp", static (L, a) => Arguments.Number(L, a, 1, out double x) ? SplitFloat(L, x) : LuaValue.Abrupt);
        math.Add("ldexp", static (L, args) => Arguments.Number(L, args, 1, out double x) && Arguments.Integer(L, args, 2, out long exponent)
            ? L.Return1(Math.ScaleB(x, unchecked((int)exponent)))
            : LuaValue.Abrupt);
        math.Add("pow", static (L, args) => Arguments.Number(L, args, 1, out double x) && Arguments.Number(L, args, 2, out double y)
            ? L.Return1(LuaOperations.PowFloat(x, y))
            : LuaValue.Abrupt);
    }

    /// <summary>A mantissa from 0.5 to below 1 and the exponent of two: C's <c>frexp</c>.</summary>
    private static LuaValue SplitFloat(LuaState L, double x)
    {
        if (x == 0 || !double.IsFinite(x))
        {
            return L.Return2(x, 0L);
        }

        int exponent = Math.ILogB(x) + 1;
        return L.Return2(Math.ScaleB(x, -exponent), (long)exponent);
    }
}
