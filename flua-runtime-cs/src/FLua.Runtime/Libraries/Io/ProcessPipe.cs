using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FLua.Runtime;

/// <summary>How a command ended.</summary>
/// <param name="IsSignal">Whether a signal ended it.</param>
/// <param name="Code">The exit code, or the number of the signal.</param>
internal readonly record struct CommandStatus(bool IsSignal, int Code)
{
    /// <summary>Returns true or nil, "exit" or "signal", and the code.</summary>
    public LuaValue Return(LuaState L) => L.Return3(
        !IsSignal && Code == 0 ? LuaValue.True : default,
        IsSignal ? LuaString.Constant("signal"u8) : LuaString.Constant("exit"u8),
        (long)Code);

    /// <summary>A status as C's <c>system</c> and <c>pclose</c> give it.</summary>
    public static CommandStatus OfWait(int status)
    {
        int signal = status & 0x7f;
        return signal == 0 ? new CommandStatus(false, (status >> 8) & 0xff) : new CommandStatus(true, signal);
    }
}

/// <summary>A command that runs in a shell of its own, and the pipe to or from it.</summary>
/// <remarks>C's library tells how a command ended, signals included, which .NET does not; where it is not to be had, .NET starts the shell.</remarks>
internal sealed class ProcessPipe
{
    private readonly nint _file;
    private readonly Process? _process;

    private ProcessPipe(Stream stream, nint file, Process? process)
    {
        Stream = stream;
        _file = file;
        _process = process;
    }

    /// <summary>The pipe.</summary>
    public Stream Stream { get; }

    /// <summary>Starts a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isRead">Whether its output is to be read, else its input is to be written.</param>
    public static ProcessPipe Start(LuaString command, bool isRead)
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                nint file = NativeMethods.popen(ZeroTerminated(command.Span), isRead ? "r\0"u8.ToArray() : "w\0"u8.ToArray());
                if (file != 0)
                {
                    var handle = new SafeFileHandle(NativeMethods.fileno(file), ownsHandle: false);
                    return new ProcessPipe(new FileStream(handle, isRead ? FileAccess.Read : FileAccess.Write, bufferSize: 0), file, null);
                }
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                // No such library here: the other way.
            }
        }

        var start = ShellStart(command);
        start.RedirectStandardOutput = isRead;
        start.RedirectStandardInput = !isRead;
        Process process = Process.Start(start) ?? throw new IOException("the shell does not start");
        return new ProcessPipe(isRead ? process.StandardOutput.BaseStream : process.StandardInput.BaseStream, 0, process);
    }

    /// <summary>Runs a command to its end.</summary>
    public static CommandStatus Run(LuaString command)
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                return CommandStatus.OfWait(NativeMethods.system(ZeroTerminated(command.Span)));
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                // No such library here: the other way.
            }
        }

        using Process process = Process.Start(ShellStart(command)) ?? throw new IOException("the shell does not start");
        process.WaitForExit();
        return new CommandStatus(false, process.ExitCode);
    }

    /// <summary>Whether an exception says that a command could not be started.</summary>
    public static bool IsStartFailure(Exception exception) =>
        SystemError.IsKnown(exception) || exception is InvalidOperationException or System.ComponentModel.Win32Exception;

    /// <summary>Waits for the command to end, after the pipe was closed.</summary>
    public CommandStatus Wait()
    {
        if (_process == null)
        {
            return CommandStatus.OfWait(NativeMethods.pclose(_file));
        }

        _process.WaitForExit();
        var status = new CommandStatus(false, _process.ExitCode);
        _process.Dispose();
        return status;
    }

    private static ProcessStartInfo ShellStart(LuaString command)
    {
        bool isWindows = OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(isWindows ? "cmd.exe" : "/bin/sh") { UseShellExecute = false };
        start.ArgumentList.Add(isWindows ? "/c" : "-c");
        start.ArgumentList.Add(command.ToString());
        return start;
    }

    private static byte[] ZeroTerminated(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length + 1];
        text.CopyTo(bytes);
        return bytes;
    }

    private static class NativeMethods
    {
#pragma warning disable IDE1006, SA1300, SYSLIB1054 // The names are C's, and generated imports would need unsafe code.
        [DllImport("libc", ExactSpelling = true)]
        public static extern nint popen(byte[] command, byte[] mode);

        [DllImport("libc", ExactSpelling = true)]
        public static extern int fileno(nint file);

        [DllImport("libc", ExactSpelling = true)]
        public static extern int pclose(nint file);

        [DllImport("libc", ExactSpelling = true)]
        public static extern int system(byte[] command);
#pragma warning restore IDE1006, SA1300, SYSLIB1054
    }
}
