using System;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

/// <content>Upvalues, of functions of programs that name one of these functions; others are as if stripped.</content>
internal static partial class DebugLibrary
{
    // What stands for a variable as its identity, so that cells need not be Lua values.
    private static readonly ConditionalWeakTable<Cell, LuaUserData> Identities = [];

    private static void AddUpvalueFunctions(LibraryTable library)
    {
        library.Add("getupvalue", static (L, args) => GetUpvalue(L, args));
        library.Add("setupvalue", static (L, args) => SetUpvalue(L, args));
        library.Add("upvalueid", static (L, args) => UpvalueId(L, args));
        library.Add("upvaluejoin", static (L, args) => JoinUpvalues(L, args));
    }

    private static LuaValue GetUpvalue(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Integer(L, args, 2, out long number) || !Arguments.Function(L, args, 1, out LuaFunction function))
        {
            return LuaValue.Abrupt;
        }

        return HasUpvalue(function, number)
            ? L.Return2(UpvalueName(function, number), function.Upvalue((int)number - 1).Value)
            : L.Return0();
    }

    private static LuaValue SetUpvalue(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (args.Length < 3)
        {
            return L.ArgumentError(3, "value expected");
        }

        if (!Arguments.Integer(L, args, 2, out long number) || !Arguments.Function(L, args, 1, out LuaFunction function))
        {
            return LuaValue.Abrupt;
        }

        if (!HasUpvalue(function, number))
        {
            return L.Return0();
        }

        function.Upvalue((int)number - 1).Value = args[2];
        return L.Return1(UpvalueName(function, number));
    }

    private static LuaValue UpvalueId(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Integer(L, args, 2, out long number) || !Arguments.Function(L, args, 1, out LuaFunction function))
        {
            return LuaValue.Abrupt;
        }

        return L.Return1(HasUpvalue(function, number) ? Identities.GetValue(function.Upvalue((int)number - 1), static cell => new LuaUserData(cell) { IsLight = true }) : default);
    }

    private static LuaValue JoinUpvalues(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!CheckUpvalue(L, args, 1, out LuaFunction function, out int index)
            || !CheckUpvalue(L, args, 3, out LuaFunction other, out int otherIndex))
        {
            return LuaValue.Abrupt;
        }

        if (function is NativeFunction)
        {
            return L.ArgumentError(1, "Lua function expected");
        }

        if (other is NativeFunction)
        {
            return L.ArgumentError(3, "Lua function expected");
        }

        function.Upvalue(index) = other.Upvalue(otherIndex);
        return L.Return0();
    }

    // A function and the number of one of its upvalues, as arguments from a position on.
    private static bool CheckUpvalue(LuaState L, ReadOnlySpan<LuaValue> args, int position, out LuaFunction function, out int index)
    {
        function = null!;
        index = 0;
        if (!Arguments.Integer(L, args, position + 1, out long number) || !Arguments.Function(L, args, position, out function))
        {
            return false;
        }

        if (!HasUpvalue(function, number))
        {
            L.ArgumentError(position + 1, "invalid upvalue index");
            return false;
        }

        index = (int)number - 1;
        return true;
    }

    private static bool HasUpvalue(LuaFunction function, long number) => number >= 1 && number <= function.UpvalueCount;

    private static LuaValue UpvalueName(LuaFunction function, long number)
    {
        if (function is NativeFunction)
        {
            return LuaString.Empty;
        }

        string[] names = function.Info?.UpvalueNames ?? [];
        return LuaString.FromText(number <= names.Length ? names[number - 1] : "(no name)");
    }
}
