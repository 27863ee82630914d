using System;
using System.IO;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>Positions in the standard files, which .NET opens as streams without any.</summary>
internal static class StandardFile
{
    /// <summary>Whether the system can be asked at all.</summary>
    public static bool HasPositions => !OperatingSystem.IsWindows();

    /// <summary>Moves to a position, and gives it; an <see cref="IOException"/> has the number of the system's error.</summary>
    public static long Seek(int descriptor, long offset, SeekOrigin origin)
    {
        try
        {
            long position = NativeMethods.lseek(descriptor, offset, (int)origin);
            return position >= 0 ? position : throw new IOException("the file has no such position", Marshal.GetLastPInvokeError());
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new NotSupportedException(exception.Message);
        }
    }

    private static class NativeMethods
    {
#pragma warning disable IDE1006, SA1300, SYSLIB1054 // The name is C's, and generated imports would need unsafe code.
        [DllImport("libc", ExactSpelling = true, SetLastError = true)]
        public static extern long lseek(int file, long offset, int origin);
#pragma warning restore IDE1006, SA1300, SYSLIB1054
    }
}
