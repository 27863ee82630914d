namespace FLua.Runtime;

/// <summary>A Lua state: the globals, the loaded modules, the coroutines and the error in flight of one program.</summary>
/// <remarks>A state is used by one thread at a time. Two states are independent: each may run on a thread of its own. Lua 5.4 §4.</remarks>
public sealed partial class LuaState
{
    /// <summary>The version of the runtime, which compiled code compares with the one that it was printed for.</summary>
    public const string RuntimeVersion = "0.1.0";

    private LuaState(LuaOptions options)
    {
        Options = options;
        Platform = options.Platform ?? new ConsolePlatform(ownsProcess: false);

        // A delegate to a method of an interface takes .NET longer to make than all else here.
        Output = new OutputBuffer(() => Platform.OpenStandardOutput(), Platform.IsOutputTerminal);
        Globals = new LuaTable(0, 64);
        Registry = new LuaTable(2, 2);
        Loaded = new LuaTable(0, 16);
        MainCoroutine = new LuaCoroutine(default, CoroutineStatus.Running);
        Current = MainCoroutine;
        Registry.SetInt(1, MainCoroutine);
        Registry.SetInt(2, Globals);
        Registry.SetString(LuaString.Constant("_LOADED"u8), Loaded);
    }

    /// <summary>The global variables: <c>_G</c>. Lua 5.4 §2.2.</summary>
    public LuaTable Globals { get; }

    /// <summary>The table of loaded modules: <c>package.loaded</c>. Lua 5.4 §6.3.</summary>
    public LuaTable Loaded { get; }

    /// <summary>What the state was created with.</summary>
    public LuaOptions Options { get; }

    /// <summary>The registry: <c>debug.getregistry()</c>.</summary>
    internal LuaTable Registry { get; }

    /// <summary>The world outside: standard streams, environment, exit.</summary>
    internal ILuaPlatform Platform { get; }

    /// <summary>Buffered standard output, shared by <c>print</c> and <c>io</c>.</summary>
    internal OutputBuffer Output { get; }

    /// <summary>Creates a state, with the standard library unless the options say otherwise.</summary>
    public static LuaState Create(LuaOptions? options = null)
    {
        options ??= new LuaOptions();
        var state = new LuaState(options);
        if (options.OpenStandardLibraries)
        {
            state.OpenStandardLibraries();
        }

        return state;
    }

    /// <summary>Opens the whole standard library.</summary>
    public void OpenStandardLibraries()
    {
        OpenBaseLibrary();
        OpenPackageLibrary();
        OpenCoroutineLibrary();
        OpenTableLibrary();
        OpenIoLibrary();
        OpenOsLibrary();
        OpenStringLibrary();
        OpenMathLibrary();
        OpenUtf8Library();
        OpenDebugLibrary();
    }

    /// <summary>Opens the basic functions: <c>print</c>, <c>pairs</c>, <c>pcall</c> … Lua 5.4 §6.1.</summary>
    public void OpenBaseLibrary() => BaseLibrary.Open(this);

    /// <summary>Opens <c>coroutine</c>. Lua 5.4 §6.2.</summary>
    public void OpenCoroutineLibrary() => CoroutineLibrary.Open(this);

    /// <summary>Opens <c>package</c> and <c>require</c>. Lua 5.4 §6.3.</summary>
    public void OpenPackageLibrary() => PackageLibrary.Open(this);

    /// <summary>Opens <c>string</c>, and makes it the metatable of strings. Lua 5.4 §6.4.</summary>
    public void OpenStringLibrary() => StringLibrary.Open(this);

    /// <summary>Opens <c>utf8</c>. Lua 5.4 §6.5.</summary>
    public void OpenUtf8Library() => Utf8Library.Open(this);

    /// <summary>Opens <c>table</c>. Lua 5.4 §6.6.</summary>
    public void OpenTableLibrary() => TableLibrary.Open(this);

    /// <summary>Opens <c>math</c>. Lua 5.4 §6.7.</summary>
    public void OpenMathLibrary() => MathLibrary.Open(this);

    /// <summary>Opens <c>io</c>. Lua 5.4 §6.8.</summary>
    public void OpenIoLibrary() => IoLibrary.Open(this);

    /// <summary>Opens <c>os</c>. Lua 5.4 §6.9.</summary>
    public void OpenOsLibrary() => OsLibrary.Open(this);

    /// <summary>Opens <c>debug</c>. Lua 5.4 §6.10.</summary>
    public void OpenDebugLibrary() => DebugLibrary.Open(this);
}
