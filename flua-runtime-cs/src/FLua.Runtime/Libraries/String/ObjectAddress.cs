using System.Globalization;

namespace FLua.Runtime;

/// <summary>What stands for the address of an object: <c>%p</c>.</summary>
internal static class ObjectAddress
{
    /// <summary>Strings up to this length are one object for equal bytes in the reference.</summary>
    private const int LongestShortString = 40;

    private static readonly LuaString None = LuaString.Constant("(null)"u8);

    /// <summary>The address of a value as text; <c>(null)</c> for values that are no objects.</summary>
    public static LuaString Of(LuaValue value)
    {
        if (value.o is not LuaObject o)
        {
            return None;
        }

        long identity = o.IsString(out LuaString? text) && text.Length <= LongestShortString ? (uint)text.Hash : ObjectIdentity.Of(o);
        return LuaString.FromLatin1("0x" + identity.ToString("x12", CultureInfo.InvariantCulture));
    }
}
