using System;
using System.IO;
using Xunit;

namespace FLua.Runtime.Tests;

public sealed class IoLibraryTests : IDisposable
{
    private readonly TestState _state = new();
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Write_ThenRead_GivesTheSame()
    {
        LuaValue file = Open("w");
        Assert.Equal("userdata", Method(file, "write", "one\n", 2L, " ", 3.0, "\n", 0.5, "\n\0last"));
        Assert.Equal("true", Method(file, "close"));
        Assert.Equal("one\n2 3\n0.5\n\0last", File.ReadAllText(_path));
        file = Open("r");
        Assert.Equal("one 2 3 \n 0.5\n nil", Method(file, "read", "l", "n", "n", "L", "L", "n"));
        Assert.Equal("true", Method(file, "close"));
    }

    [Fact]
    public void Read_Formats()
    {
        File.WriteAllText(_path, "ab\n\n0x1F -7.5e2 nan\nrest\nend");
        LuaValue file = Open("r");
        Assert.Equal("a", Method(file, "read", 1L));
        Assert.Equal("", Method(file, "read", 0L));
        Assert.Equal("b ", Method(file, "read", "l", "l"));
        Assert.Equal("31 -750.0 nil", Method(file, "read", "n", "n", "n", "l"));
        Assert.Equal("nan", Method(file, "read", "*l"));
        Assert.Equal("rest\nend", Method(file, "read", "a"));
        Assert.Equal("", Method(file, "read", "a"));
        Assert.Equal("nil", Method(file, "read", "l"));
        Assert.Equal("nil", Method(file, "read", 0L));
        Assert.Equal("nil", Method(file, "read", 5L));
        Assert.Equal("false bad argument #2 to '?' (invalid format)", Caught(file, "read", "x"));
    }

    [Fact]
    public void Read_LinesLongerThanTheBuffer()
    {
        string line = new('x', 100_000);
        File.WriteAllText(_path, line + "\n" + line);
        LuaValue file = Open("r");
        Assert.Equal(line, Method(file, "read", "l"));
        Assert.Equal(line, Method(file, "read", "l"));
        Assert.Equal("nil", Method(file, "read", "l"));
        Assert.Equal("0", Method(file, "seek", "set"));
        Assert.Equal(line + "\n" + line, Method(file, "read", "a"));
        Assert.Equal("50000", Method(file, "seek", "set", 50_000L));
        Assert.Equal(line[..50_000], Method(file, "read", "l"));
    }

    [Fact]
    public void Seek_KnowsWhatIsBuffered()
    {
        File.WriteAllText(_path, "0123456789");
        LuaValue file = Open("r+");
        Assert.Equal("012", Method(file, "read", 3L));
        Assert.Equal("3", Method(file, "seek"));
        Assert.Equal("userdata", Method(file, "write", "XY"));
        Assert.Equal("5", Method(file, "seek", "cur"));
        Assert.Equal("56", Method(file, "read", 2L));
        Assert.Equal("10", Method(file, "seek", "end"));
        Assert.Equal("8", Method(file, "seek", "end", -2L));
        Assert.Equal("89", Method(file, "read", "a"));
        Assert.Equal("nil Invalid argument 22", Method(file, "seek", "set", -1L));
        Method(file, "close");
        Assert.Equal("012XY56789", File.ReadAllText(_path));
    }

    [Fact]
    public void Append_GoesToTheEndWhateverWasRead()
    {
        File.WriteAllText(_path, "start");
        LuaValue file = Open("a+");
        Method(file, "seek", "set");
        Assert.Equal("st", Method(file, "read", 2L));
        Method(file, "write", "+end");
        Method(file, "close");
        Assert.Equal("start+end", File.ReadAllText(_path));
    }

    [Fact]
    public void Lines_CloseTheirFile()
    {
        File.WriteAllText(_path, "a\nb\n");
        LuaValue[] results = _state.L.Call(_state["io.lines"], _path);
        Assert.Equal(4, results.Length);
        Assert.Equal("a", _state.Call(results[0]));
        Assert.Equal("b", _state.Call(results[0]));
        Assert.Equal("file", _state.Call(_state["io.type"], results[3]));
        Assert.Equal("", _state.Call(results[0]));
        Assert.Equal("closed file", _state.Call(_state["io.type"], results[3]));
        Assert.Equal("false file is already closed", _state.Call(_state["pcall"], results[0]));
    }

    [Fact]
    public void Mistakes_HaveTheReferencesTexts()
    {
        Assert.Equal("nil /nonexistent/x: No such file or directory 2", _state.Call(_state["io.open"], "/nonexistent/x"));
        Assert.Equal("nil /tmp: Is a directory 21", _state.Call(_state["io.open"], "/tmp", "w"));
        Assert.Equal("false bad argument #2 to 'io.open' (invalid mode)", _state.Call(_state["pcall"], _state["io.open"], "x", "rz"));
        Assert.Equal("false bad argument #2 to 'io.popen' (invalid mode)", _state.Call(_state["pcall"], _state["io.popen"], "x", "rw"));
        Assert.Equal(
            "false cannot open file '/nonexistent/x' (No such file or directory)",
            _state.Call(_state["pcall"], _state["io.lines"], "/nonexistent/x"));
        LuaValue file = Open("w");
        Assert.Equal("nil Bad file descriptor 9", Method(file, "read"));
        Method(file, "close");
        Assert.Equal("false attempt to use a closed file", Caught(file, "read"));
        Assert.Equal("file (closed)", _state.Call(_state["tostring"], file));
        file = Open("r");
        Assert.Equal("nil Bad file descriptor 9", Method(file, "write", "x"));
        Assert.Equal("nil cannot close standard file", _state.Call(_state["io.close"]));
        Assert.Equal("nil", _state.Call(_state["io.type"], 1L));
        Assert.Equal("false bad argument #1 to 'io.write' (string expected, got table)", _state.Call(_state["pcall"], _state["io.write"], new LuaTable()));
    }

    [Fact]
    public void DefaultFiles_CanBeChosen()
    {
        _state.Call(_state["io.output"], _path);
        Assert.Equal("userdata", _state.Call(_state["io.write"], "x", 1L, "\n"));
        Assert.Equal("true", _state.Call(_state["io.close"]));
        Assert.Equal("false default output file is closed", _state.Call(_state["pcall"], _state["io.write"], "x"));
        _state.Call(_state["io.input"], _path);
        Assert.Equal("x1", _state.Call(_state["io.read"]));
        _state.Call(_state["io.output"], _state["io.stdout"]);
        _state.Call(_state["io.write"], "to the platform");
        _state.Call(_state["io.flush"]);
        Assert.Equal("to the platform", _state.Platform.OutputText);
    }

    [Fact]
    public void FilesStillOpen_AreWrittenOutWhenTheStateCloses()
    {
        LuaValue file = Open("w");
        Method(file, "write", "kept");
        Assert.Equal("", File.ReadAllText(_path));
        _state.L.Close();
        Assert.Equal("kept", File.ReadAllText(_path));
        GC.KeepAlive(file.o);
    }

    [Fact]
    public void Popen_ReadsAndTellsTheStatus()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        LuaValue pipe = _state.L.Call(_state["io.popen"], "echo hello; exit 3")[0];
        Assert.Equal("hello", Method(pipe, "read", "l"));
        Assert.Equal("nil exit 3", Method(pipe, "close"));
        Assert.Equal("nil exit 5", _state.Call(_state["os.execute"], "exit 5"));
        Assert.Equal("nil signal 9", _state.Call(_state["os.execute"], "kill -9 $$"));
        Assert.Equal("true exit 0", _state.Call(_state["os.execute"], "true"));
    }

    [Fact]
    public void TemporaryFiles_CanBeWrittenAndRead()
    {
        LuaValue file = _state.L.Call(_state["io.tmpfile"])[0];
        Method(file, "write", "abc");
        Method(file, "seek", "set");
        Assert.Equal("abc", Method(file, "read", "a"));
        Method(file, "close");
    }

    private LuaValue Open(string mode) => _state.L.Call(_state["io.open"], _path, mode)[0];

    private LuaValue Find(LuaValue file, string name) => LuaOperations.GetField(_state.L, file, LuaString.FromText(name));

    private string Method(LuaValue file, string name, params ReadOnlySpan<LuaValue> args) => _state.Call(Find(file, name), [file, .. args]);

    private string Caught(LuaValue file, string name, params ReadOnlySpan<LuaValue> args) =>
        _state.Call(_state["pcall"], [Find(file, name), file, .. args]);
}
