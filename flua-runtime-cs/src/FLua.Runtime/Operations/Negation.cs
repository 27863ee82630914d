namespace FLua.Runtime;

/// <summary>What remains to do of <c>a &lt;= b</c> when it was asked as <c>not (b &lt; a)</c>: an activation of its own when <c>__lt</c> yields.</summary>
internal sealed class Negation : Continuation
{
    private static readonly Negation Instance = new();

    private Negation()
    {
    }

    /// <summary>The negation of a metamethod's result.</summary>
    internal static LuaValue Of(LuaState L, LuaValue result)
    {
        if (!result.IsAbrupt)
        {
            return LuaValue.Bool(!result.IsTrue);
        }

        return L.Pending == Pending.Yield ? L.Save(Instance, null, 1) : result;
    }

    /// <inheritdoc/>
    public override LuaValue Resume(LuaState L, Frame frame) => L.Return1(LuaValue.Bool(!L.ResumeValue.IsTrue));
}
