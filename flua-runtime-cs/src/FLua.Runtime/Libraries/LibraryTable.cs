namespace FLua.Runtime;

/// <summary>The table of a library while it is filled.</summary>
internal readonly struct LibraryTable
{
    /// <summary>The most results that a function gives: about as many as the reference's stack holds.</summary>
    public const int MaxResults = 999_000;

    private readonly string _prefix;

    private LibraryTable(string prefix, LuaTable table)
    {
        _prefix = prefix;
        Table = table;
    }

    /// <summary>The table.</summary>
    public LuaTable Table { get; }

    /// <summary>Makes the table of a library, a global variable and a loaded module.</summary>
    public static LibraryTable Open(LuaState L, string name, int size)
    {
        var table = new LuaTable(0, size);
        L.Globals.SetString(Key(name), table);
        L.Loaded.SetString(Key(name), table);
        return new LibraryTable(name + ".", table);
    }

    /// <summary>A table of functions that is no library, such as the methods of files; the prefix goes into messages.</summary>
    public static LibraryTable Of(string prefix, LuaTable table) => new(prefix, table);

    /// <summary>The constant string of a name, which is ASCII.</summary>
    public static LuaString Key(string name) => LuaString.Constant(LuaString.FromLatin1(name).Span);

    /// <summary>Adds a function.</summary>
    public LibraryFunction Add(string name, LibraryBody body, LibraryBody1? body1 = null, LibraryBody2? body2 = null, LibraryBody3? body3 = null)
    {
        var function = new LibraryFunction(_prefix + name, body, body1, body2, body3);
        Table.SetString(Key(name), function);
        return function;
    }

    /// <summary>Adds a value.</summary>
    public void Set(string name, LuaValue value) => Table.SetString(Key(name), value);
}
