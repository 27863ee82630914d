using System;
using System.Globalization;
using System.IO;

namespace FLua.Runtime;

/// <summary>The library <c>io</c>. Lua 5.4 §6.8.</summary>
internal static partial class IoLibrary
{
    private const string HandleName = "FILE*";

    private static readonly LuaString FileText = LuaString.Constant("file"u8);
    private static readonly LuaString ClosedFileText = LuaString.Constant("closed file"u8);

    /// <summary>Makes the library and puts it into the globals and the loaded modules.</summary>
    internal static void Open(LuaState L)
    {
        var state = new IoState();
        L.Io = state;
        OpenMethods(state);
        LibraryTable io = LibraryTable.Open(L, "io", 14);
        io.Add("close", static (L, args) => Close(L, args));
        io.Add("flush", static (L, args) => Flush(L));
        io.Add("input", static (L, args) => Input(L, args));
        io.Add("lines", static (L, args) => Lines(L, args));
        io.Add("open", static (L, args) => OpenFile(L, args));
        io.Add("output", static (L, args) => Output(L, args));
        io.Add("popen", static (L, args) => OpenPipe(L, args));
        io.Add("read", static (L, args) => Read(L, args));
        io.Add("tmpfile", static (L, args) => OpenTemporary(L));
        io.Add("type", static (L, args) => Type(L, args));
        L.IoWriteFunction = io.Add("write", static (L, args) => Write(L, args), static (L, a) => Write(L, [a]));

        bool ownsStandardFiles = L.Platform is ConsolePlatform;
        state.Input = state.Handle(LuaFile.OfInput(new LazyInput(L.Platform), L.FlushOutput, ownsStandardFiles ? 0 : -1));
        state.OutputFile = LuaFile.OfOutput(L.Output, ownsStandardFiles ? 1 : -1);
        state.Output = state.Handle(state.OutputFile);
        var errors = new OutputBuffer(() => L.ErrorStream, lineBuffered: false, L.FlushPrinted) { Mode = OutputBuffer.BufferMode.None };
        io.Set("stdin", state.Input);
        io.Set("stdout", state.Output);
        io.Set("stderr", state.Handle(LuaFile.OfOutput(errors, ownsStandardFiles ? 2 : -1)));
    }

    /// <summary>The file of a handle; null when the value is none.</summary>
    private static LuaFile? FileOf(LuaValue value) => (value.o as LuaUserData)?.Value as LuaFile;

    /// <summary>The open file of the first argument: false with an error pending.</summary>
    private static bool OpenFileOf(LuaState L, ReadOnlySpan<LuaValue> args, out LuaFile file)
    {
        file = FileOf(Arguments.At(args, 1))!;
        if (file == null)
        {
            return Arguments.WrongType(L, args, 1, HandleName);
        }

        if (file.IsClosed)
        {
            L.Error("attempt to use a closed file");
            return false;
        }

        return true;
    }

    private static LuaValue Type(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.Any(L, args, 1, out LuaValue value))
        {
            return LuaValue.Abrupt;
        }

        LuaFile? file = FileOf(value);
        return L.Return1(file == null ? default : file.IsClosed ? ClosedFileText : FileText);
    }

    private static LuaValue OpenFile(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString name) || !Arguments.OptString(L, args, 2, LuaString.OfByte((byte)'r'), out LuaString? mode))
        {
            return LuaValue.Abrupt;
        }

        mode = Arguments.UpToZero(mode);
        if (!IsMode(mode.Span))
        {
            return L.ArgumentError(2, "invalid mode");
        }

        string path = Arguments.UpToZero(name).ToString();
        return TryOpen(path, mode.Span, out LuaFile file, out SystemError error)
            ? L.Return1(L.Io!.Handle(file))
            : error.Return(L, path);
    }

    /// <summary>Whether a mode is one of C's: <c>[rwa]%+?b*</c>.</summary>
    private static bool IsMode(ReadOnlySpan<byte> mode)
    {
        if (mode.IsEmpty || !"rwa"u8.Contains(mode[0]))
        {
            return false;
        }

        mode = mode[1..];
        if (!mode.IsEmpty && mode[0] == '+')
        {
            mode = mode[1..];
        }

        return !mode.ContainsAnyExcept((byte)'b');
    }

    private static bool TryOpen(string path, ReadOnlySpan<byte> mode, out LuaFile file, out SystemError error)
    {
        bool isUpdate = mode.Contains((byte)'+');
        (FileMode kind, FileAccess access) = mode[0] switch
        {
            (byte)'r' => (FileMode.Open, FileAccess.Read),
            (byte)'w' => (FileMode.Create, FileAccess.Write),
            _ => (FileMode.OpenOrCreate, FileAccess.Write),
        };
        file = null!;
        error = default;
        if (path.Length == 0)
        {
            error = SystemError.NotFound;
            return false;
        }

        try
        {
            // Files of C are not locked against others. The buffers are ours.
            Stream stream = new FileStream(
                path, kind, isUpdate ? FileAccess.ReadWrite : access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (mode[0] == 'a')
            {
                stream = new AppendingStream(stream);
                if (!isUpdate && stream.CanSeek)
                {
                    stream.Seek(0, SeekOrigin.End);
                }
            }

            file = new LuaFile(stream);
            return true;
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            if (!Directory.Exists(path))
            {
                error = SystemError.Of(exception, path);
                return false;
            }

            if (access == FileAccess.Read && !isUpdate)
            {
                file = new LuaFile();
                return true;
            }

            error = SystemError.Directory;
            return false;
        }
    }

    private static LuaValue OpenTemporary(LuaState L)
    {
        try
        {
            string path = Path.Combine(Path.GetTempPath(), "lua_" + Path.GetRandomFileName());
            const FileShare Share = FileShare.ReadWrite | FileShare.Delete;
            var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, Share, bufferSize: 0, FileOptions.DeleteOnClose);
            return L.Return1(L.Io!.Handle(new LuaFile(stream)));
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            return SystemError.Of(exception).Return(L);
        }
    }

    private static LuaValue OpenPipe(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.String(L, args, 1, out LuaString command)
            || !Arguments.OptString(L, args, 2, LuaString.OfByte((byte)'r'), out LuaString? mode))
        {
            return LuaValue.Abrupt;
        }

        mode = Arguments.UpToZero(mode);
        if (mode.Length != 1 || mode.Span[0] is not ((byte)'r' or (byte)'w'))
        {
            return L.ArgumentError(2, "invalid mode");
        }

        try
        {
            // What was written before must not come behind what the command writes.
            L.FlushOutput();
            L.Io!.FlushAll();
            ProcessPipe process = ProcessPipe.Start(command, mode.Span[0] == 'r');
            return L.Return1(L.Io.Handle(new LuaFile(process.Stream) { Process = process }));
        }
        catch (Exception exception) when (ProcessPipe.IsStartFailure(exception))
        {
            return SystemError.Of(exception).Return(L, command.ToString());
        }
    }

    private static LuaValue Close(LuaState L, ReadOnlySpan<LuaValue> args) =>
        args.Length == 0 ? CloseFile(L, [L.Io!.Output]) : CloseFile(L, args);

    private static LuaValue Flush(LuaState L) => DefaultOutput(L) is { } file ? Flush(L, file) : LuaValue.Abrupt;

    private static LuaValue Read(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        LuaFile file = FileOf(L.Io!.Input)!;
        return file.IsClosed ? L.Error("default input file is closed") : ReadFormats(L, file, args, 1);
    }

    private static LuaValue Write(LuaState L, ReadOnlySpan<LuaValue> args) =>
        DefaultOutput(L) is { } file ? WriteValues(L, file, L.Io!.Output, args, 1) : LuaValue.Abrupt;

    /// <summary>The default output; null with an error pending when it is closed.</summary>
    private static LuaFile? DefaultOutput(LuaState L)
    {
        LuaFile file = L.Io!.OutputFile;
        if (file.IsClosed)
        {
            L.Error("default output file is closed");
            return null;
        }

        return file;
    }

    private static LuaValue Input(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!ChooseFile(L, args, "r"u8, out LuaUserData? handle))
        {
            return LuaValue.Abrupt;
        }

        L.Io!.Input = handle ?? L.Io.Input;
        return L.Return1(L.Io.Input);
    }

    private static LuaValue Output(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!ChooseFile(L, args, "w"u8, out LuaUserData? handle))
        {
            return LuaValue.Abrupt;
        }

        L.Io!.Output = handle ?? L.Io.Output;
        L.Io.OutputFile = FileOf(L.Io.Output)!;
        return L.Return1(L.Io.Output);
    }

    /// <summary>The file that a first argument, a name or a handle, chooses; null when there is none. False with an error pending.</summary>
    private static bool ChooseFile(LuaState L, ReadOnlySpan<LuaValue> args, ReadOnlySpan<byte> mode, out LuaUserData? handle)
    {
        handle = null;
        LuaValue choice = Arguments.At(args, 1);
        if (choice.IsNil)
        {
            return true;
        }

        if (choice.IsNumber || choice.o.IsString())
        {
            return OpenOrRaise(L, LuaOperations.ToLuaString(choice), mode, out handle);
        }

        handle = choice.o as LuaUserData;
        return OpenFileOf(L, args, out _);
    }

    /// <summary>Opens a file, or raises that it cannot be opened.</summary>
    private static bool OpenOrRaise(LuaState L, LuaString name, ReadOnlySpan<byte> mode, out LuaUserData? handle)
    {
        string path = Arguments.UpToZero(name).ToString();
        if (TryOpen(path, mode, out LuaFile file, out SystemError error))
        {
            handle = L.Io!.Handle(file);
            return true;
        }

        L.Error("cannot open file '" + path + "' (" + error.Text + ")");
        handle = null;
        return false;
    }

    private static LuaValue Lines(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        ReadOnlySpan<LuaValue> formats = args.Length > 1 ? args[1..] : default;
        if (Arguments.IsNoneOrNil(args, 1))
        {
            return OpenFileOf(L, [L.Io!.Input], out _) && LinesOf(L, L.Io.Input, formats, mustClose: false, out LuaValue lines)
                ? L.Return1(lines)
                : LuaValue.Abrupt;
        }

        if (!Arguments.String(L, args, 1, out LuaString name)
            || !OpenOrRaise(L, name, "r"u8, out LuaUserData? handle)
            || !LinesOf(L, handle!, formats, mustClose: true, out LuaValue iterator))
        {
            return LuaValue.Abrupt;
        }

        // The fourth value closes the file when the loop is left.
        return L.ReturnN(LuaOperations.Values(iterator, default, default, handle));
    }

    /// <summary>The text of a handle: <c>file (0x…)</c>.</summary>
    private static LuaString Describe(LuaUserData handle, LuaFile file) =>
        file.IsClosed
            ? LuaString.Constant("file (closed)"u8)
            : LuaString.FromText(string.Create(CultureInfo.InvariantCulture, $"file (0x{ObjectIdentity.Of(handle):x12})"));
}
