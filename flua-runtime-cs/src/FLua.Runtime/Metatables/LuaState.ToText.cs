using System.Globalization;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>Whether a value is a string and its own text: strings may get a <c>__tostring</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsItsText(LuaValue value) =>
        value.o.IsString() && (StringMetatable is not { } strings || strings.GetMetamethod(Metamethod.ToString).IsNil);

    /// <summary>The text of a value as by <c>tostring</c>, <c>__tostring</c> and <c>__name</c> included; <see cref="LuaValue.Abrupt"/> after an error. Lua 5.4 §6.1.</summary>
    internal LuaValue ToStringMeta(LuaValue value, string? caller = null)
    {
        if (value.o.IsTable(out LuaTable? table) && table.Meta == null)
        {
            return LuaValue.Object(RawText(value));
        }

        LuaValue handler = GetMetamethod(value, Metamethod.ToString);
        if (handler.IsNil)
        {
            return LuaValue.Object(RawText(value));
        }

        LuaValue text = CallNoYield1(handler, value, caller);
        return text.IsAbrupt ? text : CheckText(text);
    }

    /// <summary>As <see cref="ToStringMeta"/>, from a library function that can go on later with what <c>__tostring</c> gave: see <see cref="CallBack1"/>.</summary>
    internal LuaValue ToStringBack(LuaValue value, string caller)
    {
        LuaValue handler = value.o.IsTable(out LuaTable? table) && table.Meta == null ? default : GetMetamethod(value, Metamethod.ToString);
        if (handler.IsNil)
        {
            return LuaValue.Object(RawText(value));
        }

        LuaValue text = CallBack1(handler, value, caller);
        return text.IsAbrupt ? text : CheckText(text);
    }

    /// <summary>What <c>__tostring</c> gave, which must be a text.</summary>
    internal LuaValue CheckText(LuaValue text) =>
        text.o.IsString() ? text
        : text.IsNumber ? LuaValue.Object(NumberFormatter.ToLuaString(text))
        : Error("'__tostring' must return a string");

    /// <summary>The text of a boolean.</summary>
    internal static LuaString NameOf(bool value) => value ? TextOf.True : TextOf.False;

    private LuaString RawText(LuaValue value) => value.Type switch
    {
        LuaType.Nil => TextOf.Nil,
        LuaType.Boolean => NameOf(value.IsTrue),
        LuaType.Number => NumberFormatter.ToLuaString(value),
        LuaType.String => (LuaString)value.o!,
        _ => LuaString.FromText(string.Create(CultureInfo.InvariantCulture, $"{TypeNameOf(value)}: 0x{ObjectIdentity.Of(value.o!):x12}")),
    };

    // Apart, so that a state is made without them.
    private static class TextOf
    {
        internal static readonly LuaString Nil = LuaString.Constant("nil"u8);
        internal static readonly LuaString True = LuaString.Constant("true"u8);
        internal static readonly LuaString False = LuaString.Constant("false"u8);
    }
}
