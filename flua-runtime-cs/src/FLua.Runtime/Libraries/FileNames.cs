using System;
using System.IO;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>Removes and renames files as C's library does, which also tells what exactly is wrong; .NET where that is not to be had.</summary>
internal static class FileNames
{
    /// <summary>Removes a file or an empty directory.</summary>
    public static bool TryRemove(LuaString name, out SystemError error)
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                return IsDone(NativeMethods.remove(ZeroTerminated(name)), out error);
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                // No such library here: the other way.
            }
        }

        return IsDone(RemoveByNet, name.ToString(), "", out error);
    }

    /// <summary>Gives a file or directory another name.</summary>
    public static bool TryRename(LuaString from, LuaString to, out SystemError error)
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                return IsDone(NativeMethods.rename(ZeroTerminated(from), ZeroTerminated(to)), out error);
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                // No such library here: the other way.
            }
        }

        return IsDone(RenameByNet, from.ToString(), to.ToString(), out error);
    }

    private static void RemoveByNet(string name, string unused)
    {
        if (Directory.Exists(name))
        {
            Directory.Delete(name);
        }
        else if (File.Exists(name))
        {
            File.Delete(name);
        }
        else
        {
            // .NET has nothing against a file that is not there.
            throw new FileNotFoundException(name);
        }
    }

    private static void RenameByNet(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to, overwrite: true);
        }
    }

    private static bool IsDone(int result, out SystemError error)
    {
        error = result == 0 ? default : SystemError.OfNumber(Marshal.GetLastPInvokeError());
        return result == 0;
    }

    private static bool IsDone(Action<string, string> action, string first, string second, out SystemError error)
    {
        error = default;
        try
        {
            action(first, second);
            return true;
        }
        catch (Exception exception) when (SystemError.IsKnown(exception))
        {
            error = first.Length == 0 ? SystemError.NotFound : SystemError.Of(exception);
            return false;
        }
    }

    private static byte[] ZeroTerminated(LuaString text)
    {
        var bytes = new byte[text.Length + 1];
        text.Span.CopyTo(bytes);
        return bytes;
    }

    private static class NativeMethods
    {
#pragma warning disable IDE1006, SA1300, SYSLIB1054 // The names are C's, and generated imports would need unsafe code.
        [DllImport("libc", ExactSpelling = true, SetLastError = true)]
        public static extern int remove(byte[] name);

        [DllImport("libc", ExactSpelling = true, SetLastError = true)]
        public static extern int rename(byte[] from, byte[] to);
#pragma warning restore IDE1006, SA1300, SYSLIB1054
    }
}
