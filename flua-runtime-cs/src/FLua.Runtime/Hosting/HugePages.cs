using System;
using System.Runtime.InteropServices;

namespace FLua.Runtime;

/// <summary>Pages of 2 MB for the youngest objects of a program, on Linux.</summary>
/// <remarks>
/// The system gives large pages where it is asked to, and where all of such a page may be written. The collector makes its memory writable in
/// steps of 64 kB, so asking alone changes nothing: what it has reserved behind the youngest objects is made writable here, as it would do
/// itself later. See docs/decisions/0033-huge-pages.md.
/// </remarks>
internal static class HugePages
{
    private const long PageSize = 2 << 20;

    // How far behind the youngest objects: what some collections leave.
    private const long Reach = 256 << 20;

    // With less, as in a small container, it matters that a large page is not used to its end.
    private const long EnoughMemory = 1L << 30;

    // More than the list of a program's mappings takes, and the heap is among the first.
    private const int BufferSize = 1 << 16;

    private const int ReadOnly = 0;
    private const int ReadWrite = 3;
    private const int UseHugePages = 14;
    private const int IncludeInDump = 17;

    /// <summary>Asks for large pages. Where the system has none, or memory looks other than expected, nothing happens.</summary>
    internal static void Ask()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < EnoughMemory)
        {
            return;
        }

        // It is among the youngest objects itself.
        var buffer = new byte[BufferSize];
        GCHandle pin = GCHandle.Alloc(buffer, GCHandleType.Pinned);
        try
        {
            nint address = pin.AddrOfPinnedObject();
            ReadOnlySpan<byte> mappings = buffer.AsSpan(0, ReadMappings(buffer, address));
            long start = (address + BufferSize + PageSize - 1) & -PageSize;
            long end = Math.Min(EndOfHeap(mappings, address), start + Reach) & -PageSize;
            if (end > start)
            {
                Prepare((nint)start, (nint)(end - start));
            }
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
        }
        finally
        {
            pin.Free();
        }
    }

    /// <summary>Where the memory ends that holds an address and is the collector's alone; 0 when that cannot be told.</summary>
    /// <param name="mappings">The lines of <c>/proc/self/maps</c>, in the order of their addresses. An incomplete last line is not looked at.</param>
    /// <param name="address">The address of an object.</param>
    internal static long EndOfHeap(ReadOnlySpan<byte> mappings, long address)
    {
        long end = 0;
        for (int length; (length = mappings.IndexOf((byte)'\n')) >= 0; mappings = mappings[(length + 1)..])
        {
            ReadOnlySpan<byte> line = mappings[..length];
            long mappingStart = Hexadecimal(ref line);
            line = line.IsEmpty ? line : line[1..];
            long mappingEnd = Hexadecimal(ref line);
            bool goesOn = end == 0 ? mappingStart <= address && address < mappingEnd : mappingStart == end;
            if (goesOn && IsAnonymous(line))
            {
                end = mappingEnd;
            }
            else if (end != 0)
            {
                break;
            }
        }

        return end;
    }

    private static int ReadMappings(byte[] buffer, nint address)
    {
        "/proc/self/maps\0"u8.CopyTo(buffer);
        int file = NativeMethods.open(address, ReadOnly);
        if (file < 0)
        {
            return 0;
        }

        // The system gives no more than a page at once.
        int length = 0;
        for (nint count; (count = NativeMethods.read(file, address + length, BufferSize - length)) > 0;)
        {
            length += (int)count;
        }

        _ = NativeMethods.close(file);
        return length;
    }

    // The memory must be alike all over: what is reserved is left out of core dumps, and what is used is not.
    private static void Prepare(nint start, nint length)
    {
        if (NativeMethods.mprotect(start, length, ReadWrite) == 0)
        {
            _ = NativeMethods.madvise(start, length, IncludeInDump);
            _ = NativeMethods.madvise(start, length, UseHugePages);
        }
    }

    // The rest of a line, " ---p 00000000 00:00 0 ": private memory of no file, without a name, that is reserved or may be written.
    private static bool IsAnonymous(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> noFile = " 00000000 00:00 0"u8;
        const int Permissions = 5;
        return (line.StartsWith(" ---p"u8) || line.StartsWith(" rw-p"u8))
            && line[Permissions..].StartsWith(noFile)
            && line.Length <= Permissions + noFile.Length + 1;
    }

    // Takes a number off the front.
    private static long Hexadecimal(ref ReadOnlySpan<byte> text)
    {
        long value = 0;
        for (; text.Length > 0 && char.IsAsciiHexDigitLower((char)text[0]); text = text[1..])
        {
            value = (value << 4) + (text[0] <= '9' ? text[0] - '0' : text[0] - 'a' + 10);
        }

        return value;
    }

    private static class NativeMethods
    {
#pragma warning disable IDE1006, SA1300, SYSLIB1054 // The names are C's, and generated imports would need unsafe code.
        [DllImport("libc", ExactSpelling = true)]
        public static extern int open(nint path, int flags);

        [DllImport("libc", ExactSpelling = true)]
        public static extern nint read(int file, nint bytes, nint count);

        [DllImport("libc", ExactSpelling = true)]
        public static extern int close(int file);

        [DllImport("libc", ExactSpelling = true)]
        public static extern int mprotect(nint start, nint length, int protection);

        [DllImport("libc", ExactSpelling = true)]
        public static extern int madvise(nint start, nint length, int advice);
#pragma warning restore IDE1006, SA1300, SYSLIB1054
    }
}
