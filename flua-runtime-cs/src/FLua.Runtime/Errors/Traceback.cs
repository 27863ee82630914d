using System.Globalization;
using System.Text;

namespace FLua.Runtime;

/// <summary>Writes stacks as <c>debug.traceback</c> does.</summary>
internal static class Traceback
{
    // Of a long stack the first ten levels are shown, and the last eleven.
    private const int First = 10;
    private const int Last = 11;

    /// <summary>A stack.</summary>
    /// <param name="L">The state.</param>
    /// <param name="trace">The activations, innermost first.</param>
    internal static string Write(LuaState L, Trace trace)
    {
        var text = new StringBuilder("stack traceback:");
        int total = trace.Count;
        bool isLong = total > First + Last + 1;
        for (int level = 0; level < total; level++)
        {
            if (isLong && level == First)
            {
                // The reference says one less than it skips.
                int skipped = total - First - Last;
                text.Append("\n\t...\t(skipping ").Append((skipped - 1).ToString(CultureInfo.InvariantCulture)).Append(" levels)");
                level += skipped;
            }

            WriteEntry(L, text, trace, level);
        }

        return text.ToString();
    }

    /// <summary>The activations of a coroutine that does not run.</summary>
    internal static Trace StackOf(LuaState L, LuaCoroutine coroutine)
    {
        if (coroutine.Trace != null)
        {
            return coroutine.Trace;
        }

        var trace = new Trace(isWhole: true);
        if (coroutine.Status == CoroutineStatus.Suspended && coroutine.Function.IsNil)
        {
            trace.Add(L.CoroutineYieldFunction, 0);
            AddFrames(trace, coroutine.Top, null);
        }

        return trace;
    }

    /// <summary>Appends the activations that were saved, from the innermost one down to a frame that is not meant any more.</summary>
    internal static void AddFrames(Trace trace, Frame? frame, Frame? floor)
    {
        Transfer? transfer = null;
        for (; frame != null && frame != floor; frame = frame.Parent)
        {
            LuaFunction function = frame.Shown;
            bool isNative = function is NativeFunction;
            if (frame.Function is HookEnd)
            {
                transfer = HookEnd.TransferOf(frame);
            }
            else if (frame.Function is HookedCall && !HookedCall.IsShown(frame))
            {
                // The function itself stands above.
                if (trace.Count > 0)
                {
                    trace.Last().CalledAs ??= frame.CalledAs;
                }
            }
            else if (isNative || function.Info != null)
            {
                trace.Add(function, isNative ? 0 : frame.State);
                ref TraceEntry entry = ref trace.Last();
                entry.TakeCall(frame);
                entry.Values = frame.Values;
                entry.Transfer = transfer;
                transfer = null;
            }
        }
    }

    /// <summary>What the caller calls the function of an activation: from the operation that called it, or from the caller's site.</summary>
    internal static ValueName? NameOf(Trace trace, int level)
    {
        ref TraceEntry entry = ref trace.At(level);
        if (entry.CalledAs != null)
        {
            return entry.CalledAs;
        }

        if (entry.IsTailCalled || !trace.Has(level + 1))
        {
            return null;
        }

        ref TraceEntry caller = ref trace.At(level + 1);
        return caller.Function.Info?.SiteAt(caller.Site).First;
    }

    private static void WriteEntry(LuaState L, StringBuilder text, Trace trace, int level)
    {
        ref TraceEntry entry = ref trace.At(level);
        WriteLevel(L, text, entry.Function, entry.Site, NameOf(trace, level));
        if (entry.IsTailCalled)
        {
            text.Append("\n\t(...tail calls...)");
        }
    }

    private static void WriteLevel(LuaState L, StringBuilder text, LuaFunction function, int siteNumber, ValueName? name)
    {
        FunctionInfo? info = function.Info;
        text.Append("\n\t").Append(info == null ? "[C]" : info.ShownSource).Append(':');
        int line = info == null ? 0 : info.SiteAt(siteNumber).Line;
        if (line > 0)
        {
            text.Append(line.ToString(CultureInfo.InvariantCulture)).Append(':');
        }

        text.Append(" in ");
        if (FunctionNames.Global(L, function) is { } global)
        {
            text.Append("function '").Append(global).Append('\'');
        }
        else if (name != null)
        {
            text.Append(name.Kind).Append(" '").Append(name.Name).Append('\'');
        }
        else if (info == null)
        {
            text.Append('?');
        }
        else if (info.Line == 0)
        {
            text.Append("main chunk");
        }
        else
        {
            text.Append("function <").Append(info.ShownSource).Append(':')
                .Append(info.Line.ToString(CultureInfo.InvariantCulture)).Append('>');
        }
    }
}
