using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace FLua.Runtime.Tests;

[Collection(RunAlone.Name)]
public class HugePagesTests
{
    private const string Mappings = """
        7f2e53000000-7f2e53011000 rw-p 00000000 00:00 0 
        7f2e5d000000-7f2e5d031000 rw-p 00000000 00:00 0 
        7f2e5d031000-7f2e5e000000 ---p 00000000 00:00 0 
        7f2e5e000000-7f2e5e001000 rw-p 00000000 00:00 0 
        7f2e5e001000-7f2e60000000 r-xp 00000000 00:00 0 
        7f2e60000000-7f2e60021000 rw-p 00000000 00:00 0                          [heap]
        7f2e60021000-7f2e60031000 rw-p 00001000 fe:00 345402                     /usr/lib/libc.so.6
        7f2e60031000-7f2e60041000 rw-s 00000000 00:01 37555 
        7f2e60041000-7f2e60051000 rw-p 00000000 00:00 0 

        """;

    [Theory]
    [InlineData(0x7f2e5d000000, 0x7f2e5e001000)]
    [InlineData(0x7f2e5d030fff, 0x7f2e5e001000)]
    [InlineData(0x7f2e5d031000, 0x7f2e5e001000)]
    [InlineData(0x7f2e53000010, 0x7f2e53011000)]
    [InlineData(0x7f2e53011000, 0)]
    [InlineData(0x7f2e5e001000, 0)]
    [InlineData(0x7f2e60000000, 0)]
    [InlineData(0x7f2e60021000, 0)]
    [InlineData(0x7f2e60031000, 0)]
    [InlineData(0x7f2e60050000, 0x7f2e60051000)]
    public void EndOfHeap_GoesToWhereSomethingElseBegins(long address, long end) =>
        Assert.Equal(end, HugePages.EndOfHeap(Encoding.ASCII.GetBytes(Mappings.ReplaceLineEndings("\n")), address));

    [Theory]
    [InlineData("")]
    [InlineData("7f2e5d000000-7f2e5d031000 rw-p 00000000 00:00 0 ")]
    [InlineData("\n\n")]
    [InlineData("-\n")]
    [InlineData("7f2e5d000000\n")]
    public void EndOfHeap_OfWhatIsNoListOfMappings_IsUnknown(string text) =>
        Assert.Equal(0, HugePages.EndOfHeap(Encoding.ASCII.GetBytes(text), 0x7f2e5d000010));

    [Fact]
    public void Ask_PreparesWhatLiesBehindTheYoungestObjects()
    {
        if (!File.Exists("/sys/kernel/mm/transparent_hugepage/enabled"))
        {
            return;
        }

        HugePages.Ask();
        const int PageSize = 2 << 20;
        GCHandle pin = GCHandle.Alloc(new byte[1], GCHandleType.Pinned);
        long behind = (long)pin.AddrOfPinnedObject() + (2 * PageSize);
        pin.Free();
        string flags = FlagsOfMappingAt(behind);
        Assert.Contains(" hg", flags, StringComparison.Ordinal);
        Assert.DoesNotContain(" dd", flags, StringComparison.Ordinal);

        // The collector goes on with that memory as with any.
        byte[][] arrays = [.. Enumerable.Range(0, 4000).Select(static i => Enumerable.Repeat((byte)i, 10_000).ToArray())];
        GC.Collect();
        Assert.All(arrays, static (array, i) => Assert.True(array[0] == (byte)i && array[^1] == (byte)i));
    }

    private static string FlagsOfMappingAt(long address)
    {
        bool isInside = false;
        foreach (string line in File.ReadLines("/proc/self/smaps"))
        {
            string[] bounds = line.Split(' ')[0].Split('-');
            if (bounds.Length == 2)
            {
                isInside = long.Parse(bounds[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture) <= address
                    && address < long.Parse(bounds[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            }
            else if (isInside && line.StartsWith("VmFlags:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return "";
    }
}
