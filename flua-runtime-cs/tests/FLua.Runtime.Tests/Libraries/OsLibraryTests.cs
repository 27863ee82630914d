using Xunit;

namespace FLua.Runtime.Tests;

public class OsLibraryTests
{
    private readonly TestState _state = new();

    [Theory]
    [InlineData("os.time({})", "error: field 'year' missing in date table")]
    [InlineData("os.date('%Ez xyz')", "error: bad argument #1 to 'os.date' (invalid conversion specifier '%Ez xyz')")]
    [InlineData("os.date('%')", "error: bad argument #1 to 'os.date' (invalid conversion specifier '%')")]
    [InlineData("os.date('%Q')", "error: bad argument #1 to 'os.date' (invalid conversion specifier '%Q')")]
    [InlineData("os.date('!%c', 0)", "Thu Jan  1 00:00:00 1970")]
    [InlineData("os.date('!%Y-%m-%d %H:%M:%S', 951782400)", "2000-02-29 00:00:00")]
    [InlineData("os.date('!%a %A %b %B %j %U %V %W %G %g %u %w %y %C %e %D %F %R %T %r %p %I %h %n%t%%', 1709164800)", "Thu Thursday Feb February 060 08 09 09 2024 24 4 4 24 20 29 02/29/24 2024-02-29 00:00 00:00:00 12:00:00 AM AM 12 Feb \n\t%")]
    [InlineData("os.date('!%Ex %Oy %EY', 0)", "01/01/70 70 1970")]
    [InlineData("os.date('!%x %X %p', 3600)", "01/01/70 01:00:00 AM")]
    [InlineData("os.date('%c', 1152921504606846976)", "error: date result cannot be represented in this installation")]
    [InlineData("os.difftime(5, 3)", "2.0")]
    [InlineData("os.setlocale()", "C")]
    [InlineData("os.setlocale('xx')", "nil")]
    [InlineData("os.setlocale(nil, 'foo')", "error: bad argument #2 to 'os.setlocale' (invalid option 'foo')")]
    [InlineData("os.getenv()", "error: bad argument #1 to 'os.getenv' (string expected, got no value)")]
    [InlineData("os.remove('/nonexistent/file')", "nil /nonexistent/file: No such file or directory 2")]
    [InlineData("os.rename('/nonexistent/a', '/nonexistent/b')", "nil No such file or directory 2")]
    [InlineData("os.date('!%z', 0)", "+0000")]
    public void Time_Mistakes(string call, string expected) => Assert.Equal(expected, LibraryCall.Run(_state, call));
}
