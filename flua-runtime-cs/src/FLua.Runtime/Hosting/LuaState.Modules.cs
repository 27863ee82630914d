using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    private Dictionary<string, BundledModule>? _modules;

    /// <summary>Refuses to run compiled code that was printed for another version of the runtime.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void RequireRuntime(string version)
    {
        _ = this;
        if (version != RuntimeVersion)
        {
            throw new InvalidOperationException(
                $"this code was compiled for version {version} of the flua runtime, but the runtime is version {RuntimeVersion}: compile it again with the flua of that version");
        }
    }

    /// <summary>Says that the code that is being loaded has no resume points: its activations can be neither suspended nor looked at.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void LoadStructured() => HasStructuredCode = true;

    /// <summary>Makes a compiled module known to <c>require</c>.</summary>
    /// <param name="name">The name that <c>require</c> takes: <c>a.b</c>.</param>
    /// <param name="path">The file's path, the second argument and result of the module's function.</param>
    /// <param name="load">Makes the main function of the module.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AddModule(string name, string path, Func<LuaState, LuaFunction> load)
    {
        _modules ??= new Dictionary<string, BundledModule>(StringComparer.Ordinal);
        _modules[name] = new BundledModule(path, load);
    }

    /// <summary>The bundled module of a name; null when there is none.</summary>
    internal BundledModule? FindModule(string name) => _modules?.GetValueOrDefault(name);
}
