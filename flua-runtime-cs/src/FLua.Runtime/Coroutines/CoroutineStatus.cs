namespace FLua.Runtime;

/// <summary>What a coroutine is doing: <c>coroutine.status</c>.</summary>
internal enum CoroutineStatus : byte
{
    /// <summary>It waits to be resumed, or was never resumed.</summary>
    Suspended,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It resumed another coroutine, which runs.</summary>
    Normal,

    /// <summary>It has ended.</summary>
    Dead,
}
