using System;
using System.IO;

namespace FLua.Runtime;

/// <summary><c>load</c>, <c>loadfile</c> and <c>dofile</c>, over the texts and files that were compiled together with the program. Lua 5.4 §6.1.</summary>
/// <remarks>
/// The compiler refuses these functions where it sees them by name, or compiles what it sees them given. What they are asked for beyond that
/// would need a compiler when the program runs: a plain error.
/// </remarks>
internal static partial class BaseLibrary
{
    private static readonly LuaString BothModes = LuaString.Constant("bt"u8);

    private static void OpenDynamicCode(LibraryTable library)
    {
        library.Add("load", static (L, args) => Load(L, args));
        library.Add("loadfile", static (L, args) => LoadFile(L, args));
        library.Set("dofile", new DofileFunction());
    }

    /// <summary>Loads a file by the path that the program gives: a function, or an error message as text.</summary>
    /// <remarks>Abrupt when the file was not compiled.</remarks>
    internal static LuaValue FindFile(LuaState L, string function, LuaValue name, string mode, LuaValue environment)
    {
        if (!name.o.IsString(out LuaString? path))
        {
            return Refuse(L, function);
        }

        string text = path.ToString();
        if (L.FindFile(text) is { } chunk)
        {
            return chunk.Load != null && !mode.Contains('t', StringComparison.Ordinal) ? WrongMode("text", mode) : Make(chunk, environment);
        }

        return Unreadable(text) is { } reason ? LuaString.FromText(reason) : Refuse(L, function);
    }

    private static LuaValue Load(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaValue chunk = Arguments.At(args, 1);
        bool isText = chunk.o.IsString() || chunk.IsNumber;
        LuaString? text = isText ? LuaOperations.ToLuaString(chunk) : null;
        if (!Arguments.OptString(L, args, 3, BothModes, out LuaString? mode)
            || !Arguments.OptString(L, args, 2, text ?? LuaString.Constant("=(load)"u8), out LuaString? name)
            || (!isText && !Arguments.Function(L, args, 1, out _)))
        {
            return LuaValue.Abrupt;
        }

        if (text == null)
        {
            if (!L.HasTexts)
            {
                return Refuse(L, "load");
            }

            LuaValue read = ReadPieces(L, chunk, out text);
            if (text == null)
            {
                return L.Return2(default, read);
            }
        }

        LuaValue environment = args.Length >= 4 ? args[3] : L.Globals;
        return Give(L, FindText(L, text, UntilZero(name!), mode!.ToString(), environment));
    }

    private static LuaValue LoadFile(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.OptString(L, args, 1, LuaString.Empty, out LuaString? path) || !Arguments.OptString(L, args, 2, BothModes, out LuaString? mode))
        {
            return LuaValue.Abrupt;
        }

        LuaValue name = Arguments.IsNoneOrNil(args, 1) ? default : path!;
        return Give(L, FindFile(L, "loadfile", name, mode!.ToString(), args.Length >= 3 ? args[2] : L.Globals));
    }

    // The results of load: a function, or nil and a message.
    private static LuaValue Give(LuaState L, LuaValue found) =>
        found.IsAbrupt ? found : found.o is LuaFunction ? L.Return1(found) : L.Return2(default, found);

    private static LuaValue FindText(LuaState L, LuaString text, string name, string mode, LuaValue environment)
    {
        if (text.Length > 0 && text.Span[0] == 0x1b)
        {
            return mode.Contains('b', StringComparison.Ordinal) ? FindBinary(L, text.Span, name) : WrongMode("binary", mode);
        }

        if (!mode.Contains('t', StringComparison.Ordinal))
        {
            return WrongMode("text", mode);
        }

        return L.FindText(text, name) is { } chunk ? Make(chunk, environment) : Refuse(L, "load");
    }

    // A chunk name is a string of C: a zero ends it.
    private static string UntilZero(LuaString name)
    {
        string text = name.ToString();
        int zero = text.IndexOf('\0', StringComparison.Ordinal);
        return zero < 0 ? text : text[..zero];
    }

    // A header that no version of the reference wrote is told from code that only the reference could run.
    private static LuaValue FindBinary(LuaState L, ReadOnlySpan<byte> text, string name)
    {
        ReadOnlySpan<byte> signature = "\u001bLua"u8;
        string? reason = text.Length < signature.Length ? "truncated chunk"
            : !text.StartsWith(signature) ? "not a binary chunk"
            : text.Length == signature.Length ? "truncated chunk"
            : text[signature.Length] != 0x54 ? "version mismatch"
            : null;
        if (reason == null)
        {
            return Refuse(L, "load");
        }

        string shown = name.StartsWith('=') || name.StartsWith('@') ? name[1..] : name.StartsWith('\u001b') ? "binary string" : name;
        return LuaString.FromText(shown + ": bad binary format (" + reason + ")");
    }

    private static LuaValue WrongMode(string kind, string mode) => LuaString.FromText("attempt to load a " + kind + " chunk (mode is '" + mode + "')");

    private static LuaValue Make(LoadedChunk chunk, LuaValue environment) =>
        chunk.Load != null ? chunk.Load(environment) : LuaString.FromText(chunk.Message);

    // Calls a reader until it gives nil or an empty piece. Without a text, the result is the error of the reader.
    private static LuaValue ReadPieces(LuaState L, LuaValue reader, out LuaString? text)
    {
        text = null;
        var bytes = new MemoryStream();
        while (true)
        {
            LuaValue piece = L.CallContained(reader, [], null, out LuaValue error);
            if (piece.IsAbrupt)
            {
                return error;
            }

            if (L.ResultCount == 0 || piece.IsNil || piece.o is LuaString { Length: 0 })
            {
                text = LuaString.Of(bytes.ToArray());
                return default;
            }

            if (!piece.o.IsString() && !piece.IsNumber)
            {
                return LuaString.FromText("reader function must return a string");
            }

            bytes.Write(LuaOperations.ToLuaString(piece)!.Span);
        }
    }

    // Why a file cannot be read, in the system's words; null when it can.
    private static string? Unreadable(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return null;
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            return Directory.Exists(path)
                ? "cannot read " + path + ": " + SystemError.Directory.Text
                : "cannot open " + path + ": " + SystemError.Of(exception).Text;
        }
    }

    private static LuaValue Refuse(LuaState L, string name) =>
        L.Error("dynamic code is not available in a compiled program: '" + name + "' would need the compiler when the program runs");
}
