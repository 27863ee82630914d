using System;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>A message for a value that reached the host as an error, as the reference's interpreter prints it.</summary>
    internal string ErrorMessage(LuaValue error)
    {
        if (error.o.IsString(out LuaString? text))
        {
            return text.ToString();
        }

        if (error.IsNumber)
        {
            return LuaOperations.ToLuaString(error).ToString();
        }

        if (!GetMetamethod(error, Metamethod.ToString).IsNil)
        {
            LuaValue shown = ToStringMeta(error);
            if (shown.o.IsString(out LuaString? own))
            {
                return own.ToString();
            }

            if (shown.IsAbrupt)
            {
                TakeError(null);
            }
        }

        return "(error object is a " + error.TypeName + " value)";
    }
}
