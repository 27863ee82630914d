using System.Runtime.CompilerServices;
using System.Threading;

namespace FLua.Runtime;

/// <summary>What stands for the address of an object where a program can see one: <c>tostring</c> and <c>%p</c>.</summary>
/// <remarks>Objects move in .NET, so those that are asked get a number, which no other object ever gets. The first that is asked gets the first.</remarks>
internal static class ObjectIdentity
{
    private const long First = 0x5581_0000_0000;
    private const long Step = 0x20;

    private static readonly ConditionalWeakTable<object, object> Known = new();
    private static long _count;

    /// <summary>The address of an object.</summary>
    internal static long Of(object value) => (long)Known.GetValue(value, static _ => First + (Interlocked.Increment(ref _count) * Step));
}
