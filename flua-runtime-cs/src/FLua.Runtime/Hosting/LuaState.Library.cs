using System;
using System.IO;
using System.Text;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    private Stream? _errorStream;

    /// <summary>Whether <c>warn</c> writes.</summary>
    internal bool WarningsOn { get; set; }

    /// <summary>The stream of standard error.</summary>
    internal Stream ErrorStream => _errorStream ??= Platform.OpenStandardError();

    /// <summary>Writes to standard error, and takes no notice when that fails.</summary>
    internal void WriteError(ReadOnlySpan<byte> bytes)
    {
        FlushPrinted();
        try
        {
            ErrorStream.Write(bytes);
            ErrorStream.Flush();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Writes a warning, if they are on. Lua 5.4 §6.1.</summary>
    internal void Warn(ReadOnlySpan<byte> message)
    {
        if (WarningsOn)
        {
            WriteError([.. "Lua warning: "u8, .. message, (byte)'\n']);
        }
    }

    /// <summary>Warns of an error in a place where nobody can catch it.</summary>
    internal void WarnOfError(string place, LuaValue error)
    {
        ReadOnlySpan<byte> message = error.o.IsString(out LuaString? text) ? text.Span : "error object is not a string"u8;
        Warn([.. Encoding.UTF8.GetBytes("error in " + place + " ("), .. message, (byte)')']);
    }
}
