using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace FLua.Runtime.Tests;

/// <summary>Every member of the runtime that printed code may use is a row of the compiler's table: it must exist as the row says.</summary>
public class ContractTests
{
    private static readonly Regex Row = new(@"^\s+[A-Z0-9_]+ = (\w+)\.(\w+)/(\d+|x);", RegexOptions.Multiline);

    [Fact]
    public void EveryRowOfTheCompiler_NamesAMemberOfTheRuntime()
    {
        MatchCollection rows = Row.Matches(File.ReadAllText(Table()));
        Assert.True(rows.Count > 100, "the table has its rows");
        var missing = new List<string>();
        foreach (Match row in rows)
        {
            string owner = row.Groups[1].Value;
            string member = row.Groups[2].Value;
            string arity = row.Groups[3].Value;
            Type? type = typeof(LuaState).Assembly.GetType("FLua.Runtime." + owner) ?? typeof(LuaState).Assembly.GetType($"FLua.Runtime.{owner}`1");
            bool found = type != null && (arity == "x" ? HasData(type, member) : HasMethod(type, member, int.Parse(arity)));
            if (!found)
            {
                missing.Add(row.Value.Trim());
            }
        }

        Assert.Empty(missing);
    }

    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static bool HasData(Type type, string name) =>
        type.GetField(name, Visible) is { IsAssembly: false, IsPrivate: false } || type.GetProperty(name, Visible)?.GetMethod is { IsPublic: true };

    // Fast paths have an out parameter that their rows do not count.
    private static bool HasMethod(Type type, string name, int parameters) =>
        type.GetMethods(Visible).Any(method => method.Name == name && (method.IsPublic || method.IsFamily) && method.GetParameters().Length == parameters);

    private static string Table([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "flua-codegen", "src", "csharp", "runtime.rs");
}
