using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    private Dictionary<(LuaString Text, string Name), LoadedChunk>? _texts;
    private Dictionary<string, LoadedChunk>? _files;

    /// <summary>Whether the program has texts to load: then a function that gives a text in pieces is worth calling.</summary>
    internal bool HasTexts => _texts != null;

    /// <summary>Makes a compiled text known to <c>load</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Its chunk name.</param>
    /// <param name="load">Makes its main function with the value of <c>_ENV</c>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AddText(LuaString text, string name, Func<LuaValue, LuaFunction> load) => Texts[(text, name)] = new LoadedChunk(load, "");

    /// <summary>Makes a text known to <c>load</c> that is no Lua.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void RefuseText(LuaString text, string name, string message) => Texts[(text, name)] = new LoadedChunk(null, message);

    /// <summary>Makes a compiled file known to <c>loadfile</c> and <c>dofile</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AddFile(string path, Func<LuaValue, LuaFunction> load) => Files[path] = new LoadedChunk(load, "");

    /// <summary>Makes a file known to <c>loadfile</c> and <c>dofile</c> that is no Lua.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void RefuseFile(string path, string message) => Files[path] = new LoadedChunk(null, message);

    /// <summary>The compiled text; null when there is none.</summary>
    internal LoadedChunk? FindText(LuaString text, string name) => _texts?.GetValueOrDefault((text, name));

    /// <summary>The compiled file; null when there is none.</summary>
    internal LoadedChunk? FindFile(string path) => _files?.GetValueOrDefault(path);

    private Dictionary<(LuaString Text, string Name), LoadedChunk> Texts => _texts ??= [];

    private Dictionary<string, LoadedChunk> Files => _files ??= new Dictionary<string, LoadedChunk>(StringComparer.Ordinal);
}
