using Xunit;

namespace FLua.Runtime.Tests;

/// <summary>Tests that measure the memory of the whole process, which nothing else may use meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class RunAlone
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "runs alone";
}
