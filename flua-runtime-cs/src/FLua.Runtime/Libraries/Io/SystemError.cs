using System;
using System.Globalization;
using System.IO;

namespace FLua.Runtime;

/// <summary>A failure of the system, with the number and the text that C's <c>errno</c> and <c>strerror</c> give.</summary>
internal readonly struct SystemError
{
    private const int NotPermitted = 1;
    private const int NoSuchFile = 2;
    private const int InputOutput = 5;
    private const int BadDescriptor = 9;
    private const int AccessDenied = 13;
    private const int FileExists = 17;
    private const int NotDirectory = 20;
    private const int IsDirectory = 21;
    private const int InvalidArgument = 22;
    private const int IllegalSeek = 29;
    private const int BrokenPipe = 32;
    private const int NameTooLong = 36;

    private SystemError(int number) => Number = number;

    /// <summary>A file is not open for what was asked of it.</summary>
    public static SystemError BadFileDescriptor => new(BadDescriptor);

    /// <summary>A file that is a directory.</summary>
    public static SystemError Directory => new(IsDirectory);

    /// <summary>A position that does not exist.</summary>
    public static SystemError Invalid => new(InvalidArgument);

    /// <summary>A position in what has none.</summary>
    public static SystemError NotSeekable => new(IllegalSeek);

    /// <summary>A file that is not there.</summary>
    public static SystemError NotFound => new(NoSuchFile);

    /// <summary>Whether what is written is wanted by nobody: the reader of a pipe is gone, or the file was closed before the program began.</summary>
    public bool MeansReaderIsGone => Number is BadDescriptor or BrokenPipe;

    /// <summary>The number.</summary>
    public int Number { get; }

    /// <summary>The text.</summary>
    public string Text => Number switch
    {
        1 => "Operation not permitted",
        2 => "No such file or directory",
        4 => "Interrupted system call",
        5 => "Input/output error",
        6 => "No such device or address",
        9 => "Bad file descriptor",
        11 => "Resource temporarily unavailable",
        12 => "Cannot allocate memory",
        13 => "Permission denied",
        16 => "Device or resource busy",
        17 => "File exists",
        18 => "Invalid cross-device link",
        19 => "No such device",
        20 => "Not a directory",
        21 => "Is a directory",
        22 => "Invalid argument",
        23 => "Too many open files in system",
        24 => "Too many open files",
        26 => "Text file busy",
        27 => "File too large",
        28 => "No space left on device",
        29 => "Illegal seek",
        30 => "Read-only file system",
        31 => "Too many links",
        32 => "Broken pipe",
        36 => "File name too long",
        39 => "Directory not empty",
        40 => "Too many levels of symbolic links",
        _ => string.Create(CultureInfo.InvariantCulture, $"Unknown error {Number}"),
    };

    /// <summary>The failure of a number.</summary>
    public static SystemError OfNumber(int number) => new(number);

    /// <summary>Whether an exception of .NET stands for a failure of the system.</summary>
    public static bool IsKnown(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException or ArgumentException;

    /// <summary>The failure behind an exception of .NET.</summary>
    public static SystemError Of(Exception exception)
    {
        switch (exception)
        {
            case FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException:
                return new SystemError(NoSuchFile);
            case PathTooLongException:
                return new SystemError(NameTooLong);
            case UnauthorizedAccessException { InnerException: IOException inner }:
                return OfResult(inner.HResult, AccessDenied);
            case UnauthorizedAccessException:
                return new SystemError(AccessDenied);
            case IOException:
                return OfResult(exception.HResult, InputOutput);
            case NotSupportedException or ObjectDisposedException:
                return new SystemError(BadDescriptor);
            default:
                return new SystemError(InvalidArgument);
        }
    }

    /// <summary>The failure behind an exception that an operation on a path gave: .NET does not tell a missing directory from a file in its place.</summary>
    public static SystemError Of(Exception exception, string path)
    {
        SystemError error = Of(exception);
        string? folder = error.Number == NoSuchFile ? Path.GetDirectoryName(path) : null;
        while (!string.IsNullOrEmpty(folder))
        {
            if (File.Exists(folder))
            {
                return new SystemError(NotDirectory);
            }

            folder = Path.GetDirectoryName(folder);
        }

        return error;
    }

    /// <summary>Returns nil, the text, with a name in front when there is one, and the number.</summary>
    public LuaValue Return(LuaState L, string? name = null) =>
        L.Return3(default, LuaString.FromText(name == null ? Text : name + ": " + Text), (long)Number);

    // On Unix the result code of an exception is the errno; Windows has codes of its own, of which these matter.
    private static SystemError OfResult(int result, int otherwise)
    {
        if (result is > 0 and < 200)
        {
            return new SystemError(result);
        }

        return (result & 0xFFFF) switch
        {
            1 => new SystemError(NotPermitted),
            2 or 3 => new SystemError(NoSuchFile),
            5 or 32 => new SystemError(AccessDenied),
            80 or 183 => new SystemError(FileExists),
            _ => new SystemError(otherwise),
        };
    }
}
