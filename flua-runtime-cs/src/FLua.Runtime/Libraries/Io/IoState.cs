using System;
using System.Collections.Generic;

namespace FLua.Runtime;

/// <summary>What the library <c>io</c> keeps for a state: the default files, and those that are open.</summary>
internal sealed class IoState
{
    private List<WeakReference<LuaFile>>? _open;
    private int _pruneAt = 64;

    /// <summary>The metatable of file handles.</summary>
    public LuaTable Metatable { get; } = new(0, 6);

    /// <summary>The default input: a file handle.</summary>
    public LuaUserData Input { get; set; } = null!;

    /// <summary>The default output: a file handle.</summary>
    public LuaUserData Output { get; set; } = null!;

    /// <summary>The file of the default output.</summary>
    public LuaFile OutputFile { get; set; } = null!;

    /// <summary>The handle of a file; a file that can be written to is flushed at the end of the program.</summary>
    public LuaUserData Handle(LuaFile file)
    {
        if (file is { CanWrite: true, IsStandard: false })
        {
            AddOpen(file);
        }

        return new LuaUserData(file, Metatable);
    }

    private void AddOpen(LuaFile file)
    {
        _open ??= [];
        if (_open.Count >= _pruneAt)
        {
            _open.RemoveAll(static reference => !reference.TryGetTarget(out LuaFile? target) || target.IsClosed);
            _pruneAt = Math.Max(64, 2 * _open.Count);
        }

        _open.Add(new WeakReference<LuaFile>(file));
    }

    /// <summary>Flushes all files.</summary>
    public void FlushAll()
    {
        if (_open != null)
        {
            FlushOpen(_open);
        }
    }

    private static void FlushOpen(List<WeakReference<LuaFile>> open)
    {
        foreach (WeakReference<LuaFile> reference in open)
        {
            if (reference.TryGetTarget(out LuaFile? file) && !file.IsClosed)
            {
                file.TryFlush();
            }
        }
    }
}

public sealed partial class LuaState
{
    /// <summary>What the library <c>io</c> keeps; null before it is opened.</summary>
    internal IoState? Io { get; set; }
}
