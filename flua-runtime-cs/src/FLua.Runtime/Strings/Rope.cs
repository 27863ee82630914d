using System;
using System.Collections.Generic;

namespace FLua.Runtime;

/// <summary>A concatenation that is not carried out yet: two strings, the second behind the first.</summary>
/// <remarks>
/// So <c>s = s .. x</c> in a loop takes linear time: the bytes are copied once, when somebody looks. The tree may be as deep as the loop
/// was long, so nothing here recurses.
/// </remarks>
internal sealed class Rope
{
    /// <summary>From this length on a concatenation becomes a rope; shorter ones are cheaper to copy at once.</summary>
    internal const int MinimumLength = 256;

    private readonly LuaString _left;
    private readonly LuaString _right;

    internal Rope(LuaString left, LuaString right)
    {
        _left = left;
        _right = right;
    }

    /// <summary>Writes the bytes into an array of exactly the length of the whole.</summary>
    /// <remarks>From the end to the start, because ropes mostly grow at their end: then only the left part is left to do, and nothing waits.</remarks>
    internal void CopyTo(byte[] target)
    {
        Stack<LuaString>? waiting = null;
        Rope rope = this;
        int end = target.Length;
        while (true)
        {
            LuaString part = rope._right;
            if (part.PendingRope is Rope right)
            {
                (waiting ??= new Stack<LuaString>()).Push(rope._left);
                rope = right;
                continue;
            }

            end = CopyBefore(part, target, end);
            part = rope._left;
            while (true)
            {
                if (part.PendingRope is Rope left)
                {
                    rope = left;
                    break;
                }

                end = CopyBefore(part, target, end);
                if (waiting == null || !waiting.TryPop(out LuaString? next))
                {
                    return;
                }

                part = next;
            }
        }
    }

    private static int CopyBefore(LuaString part, byte[] target, int end)
    {
        int start = end - part.Length;
        part.Span.CopyInto(target.From(start));
        return start;
    }
}
