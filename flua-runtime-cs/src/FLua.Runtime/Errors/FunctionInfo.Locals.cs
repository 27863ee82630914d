using System;
using System.Globalization;

namespace FLua.Runtime;

/// <summary>A variable in scope at a site.</summary>
/// <param name="Name">Its name; <c>...</c> for the varargs, empty for a value that has none.</param>
/// <param name="Place">Its place among the values that the activation saves.</param>
/// <param name="IsCell">Whether a cell is saved there.</param>
internal readonly record struct LocalPlace(string Name, int Place, bool IsCell)
{
    /// <summary>Whether it is the array of the varargs.</summary>
    internal bool IsVarargs => Name == "...";
}

public sealed partial class FunctionInfo
{
    private string[]? _localsBySite;

    /// <summary>The name of a parameter, counted from 1; null when there is none, or it is not known.</summary>
    internal string? ParameterName(long number)
    {
        int end = Locals.IndexOf('|', StringComparison.Ordinal);
        if (end <= 0)
        {
            return null;
        }

        string[] names = Locals[..end].Split(',');
        return number >= 1 && number <= names.Length ? names[number - 1] : null;
    }

    /// <summary>The variables in scope at a site, the varargs last.</summary>
    internal LocalPlace[] LocalsAt(int site)
    {
        string[] sites = _localsBySite ??= Locals[(Locals.IndexOf('|', StringComparison.Ordinal) + 1)..].Split(';');
        if (Locals.Length == 0 || site < 1 || site > sites.Length || sites[site - 1].Length == 0)
        {
            return [];
        }

        string[] entries = sites[site - 1].Split(',');
        var locals = new LocalPlace[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            int mark = entries[i].LastIndexOfAny([':', '*']);
            int place = int.Parse(entries[i].AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture);
            locals[i] = new LocalPlace(entries[i][..mark], place, entries[i][mark] == '*');
        }

        return locals;
    }
}
