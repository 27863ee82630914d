using System;
using System.IO;

namespace FLua.Runtime;

internal static partial class IoLibrary
{
    /// <summary>The most formats that <c>lines</c> takes.</summary>
    private const int MaxLineFormats = 250;

    private static readonly string[] Origins = ["set", "cur", "end"];
    private static readonly string[] BufferModes = ["no", "full", "line"];

    /// <summary>Fills the metatable of file handles.</summary>
    private static void OpenMethods(IoState state)
    {
        LibraryTable methods = LibraryTable.Of("file:", new LuaTable(0, 7));
        methods.Add("close", static (L, args) => CloseFile(L, args));
        methods.Add("flush", static (L, args) => OpenFileOf(L, args, out LuaFile file) ? Flush(L, file) : LuaValue.Abrupt);
        methods.Add("lines", static (L, args) => LinesOfFile(L, args));
        methods.Add("read", static (L, args) => OpenFileOf(L, args, out LuaFile file) ? ReadFormats(L, file, args[1..], 2) : LuaValue.Abrupt);
        methods.Add("seek", static (L, args) => Seek(L, args));
        methods.Add("setvbuf", static (L, args) => SetBuffer(L, args));
        methods.Add("write", static (L, args) => WriteToFile(L, args));

        LibraryTable metatable = LibraryTable.Of("file:", state.Metatable);
        metatable.Set("__index", methods.Table);
        metatable.Set("__name", LuaString.Constant("FILE*"u8));
        var collect = new LibraryFunction("file:__gc", static (L, args) => Collect(L, args));
        metatable.Set("__gc", collect);
        metatable.Set("__close", collect);
        metatable.Add("__tostring", static (L, args) => FileOf(Arguments.At(args, 1)) is { } file
            ? L.Return1(Describe((LuaUserData)args[0].o!, file))
            : RaiseNoFile(L, args));
    }

    private static LuaValue WriteToFile(LuaState L, ReadOnlySpan<LuaValue> args) =>
        OpenFileOf(L, args, out LuaFile file) ? WriteValues(L, file, args[0], args[1..], 2) : LuaValue.Abrupt;

    private static LuaValue RaiseNoFile(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        Arguments.WrongType(L, args, 1, HandleName);
        return LuaValue.Abrupt;
    }

    /// <summary>What <c>__gc</c> and <c>__close</c> do: close what is still open.</summary>
    private static LuaValue Collect(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (FileOf(Arguments.At(args, 1)) is not { } file)
        {
            return RaiseNoFile(L, args);
        }

        if (file is { IsClosed: false, IsStandard: false })
        {
            file.TryClose();
            file.Process?.Wait();
        }

        return L.Return0();
    }

    private static LuaValue CloseFile(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!OpenFileOf(L, args, out LuaFile file))
        {
            return LuaValue.Abrupt;
        }

        if (file.IsStandard)
        {
            return L.Return2(default, LuaString.Constant("cannot close standard file"u8));
        }

        bool closed = file.TryClose(out SystemError error);
        if (file.Process is { } process)
        {
            return process.Wait().Return(L);
        }

        return closed ? L.Return1(true) : error.Return(L);
    }

    private static LuaValue Flush(LuaState L, LuaFile file)
    {
        try
        {
            file.Output.Flush();
            return L.Return1(true);
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            return SystemError.Of(exception).Return(L);
        }
    }

    private static LuaValue WriteValues(LuaState L, LuaFile file, LuaValue handle, ReadOnlySpan<LuaValue> values, int firstArgument)
    {
        if (!file.CanWrite)
        {
            return WriteToReader(L, handle, values, firstArgument);
        }

        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                LuaValue value = values[i];
                if (value.o.IsString(out LuaString? text))
                {
                    file.Write(text.Span);
                }
                else if (value.IsNumber)
                {
                    WriteNumber(file, value);
                }
                else
                {
                    return L.TypeError(firstArgument + i, "string", value);
                }
            }

            return L.Return1(handle);
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            return SystemError.Of(exception).Return(L);
        }
    }

    /// <summary>Writes to a file that is open for reading only: an error, but only if there is something to write.</summary>
    private static LuaValue WriteToReader(LuaState L, LuaValue handle, ReadOnlySpan<LuaValue> values, int firstArgument)
    {
        bool isSomething = false;
        for (int i = 0; i < values.Length; i++)
        {
            if (!Arguments.String(L, values[i], firstArgument + i, out LuaString text))
            {
                return LuaValue.Abrupt;
            }

            isSomething |= text.Length > 0;
        }

        return isSomething ? SystemError.BadFileDescriptor.Return(L) : L.Return1(handle);
    }

    /// <summary>Writes a number. Unlike <c>tostring</c>, the reference writes floats with integer values without <c>.0</c>.</summary>
    private static void WriteNumber(LuaFile file, LuaValue value)
    {
        Span<byte> room = stackalloc byte[NumberFormatter.MaximumLength];
        ReadOnlySpan<byte> text = room[..NumberFormatter.Format(value, room)];
        file.Write(value.IsFloat && text.EndsWith(".0"u8) ? text[..^2] : text);
    }

    private static LuaValue Seek(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!OpenFileOf(L, args, out LuaFile file)
            || !Arguments.Option(L, args, 2, "cur", Origins, out int origin)
            || !Arguments.OptInteger(L, args, 3, 0, out long offset))
        {
            return LuaValue.Abrupt;
        }

        if (file.IsDirectory && origin != (int)SeekOrigin.End)
        {
            return offset >= 0 ? L.Return1(offset) : SystemError.Invalid.Return(L);
        }

        if (!file.CanSeek)
        {
            return SystemError.NotSeekable.Return(L);
        }

        try
        {
            return file.Seek(offset, (SeekOrigin)origin) is { } position ? L.Return1(position) : SystemError.Invalid.Return(L);
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            return SystemError.Of(exception).Return(L);
        }
    }

    private static LuaValue SetBuffer(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!OpenFileOf(L, args, out LuaFile file)
            || !Arguments.Option(L, args, 2, null, BufferModes, out int mode)
            || !Arguments.OptInteger(L, args, 3, 0, out _))
        {
            return LuaValue.Abrupt;
        }

        LuaValue flushed = Flush(L, file);
        file.Output.Mode = mode switch
        {
            0 => OutputBuffer.BufferMode.None,
            1 => OutputBuffer.BufferMode.Full,
            _ => OutputBuffer.BufferMode.Line,
        };
        return flushed;
    }

    private static LuaValue LinesOfFile(LuaState L, ReadOnlySpan<LuaValue> args) =>
        OpenFileOf(L, args, out _) && LinesOf(L, (LuaUserData)args[0].o!, args[1..], mustClose: false, out LuaValue iterator)
            ? L.Return1(iterator)
            : LuaValue.Abrupt;

    /// <summary>Makes the iterator over the lines of a file: false with an error pending.</summary>
    private static bool LinesOf(LuaState L, LuaUserData handle, ReadOnlySpan<LuaValue> formats, bool mustClose, out LuaValue iterator)
    {
        iterator = default;
        if (formats.Length > MaxLineFormats)
        {
            L.ArgumentError(MaxLineFormats + 2, "too many arguments");
            return false;
        }

        iterator = new LinesIterator(handle, formats.ToArray(), mustClose);
        return true;
    }

    /// <summary>What <c>lines</c> returns. It keeps the handle alive, whose finalizer would close the file.</summary>
    private sealed class LinesIterator(LuaUserData handle, LuaValue[] formats, bool mustClose) : IteratorFunction
    {
        /// <inheritdoc/>
        public override int UpvalueCount => 3 + formats.Length;

        private protected override LuaValue[] ShownUpvalues() => [handle, formats.LongLength, mustClose, .. formats];

        private protected override LuaValue Next(LuaState L)
        {
            LuaFile file = FileOf(handle)!;
            if (file.IsClosed)
            {
                return L.Error("file is already closed");
            }

            LuaValue first = ReadFormats(L, file, formats, 2);
            if (first.IsTrue)
            {
                return first;
            }

            if (L.ResultCount > 1 && L.Results[1].o.IsString(out LuaString? message))
            {
                return L.ErrorValue(message, 1);
            }

            if (mustClose)
            {
                file.TryClose();
            }

            return L.Return0();
        }
    }
}
