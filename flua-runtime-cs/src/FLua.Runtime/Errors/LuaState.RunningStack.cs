namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>The built-in <c>debug.traceback</c>.</summary>
    internal LibraryFunction? DebugTraceback;

    /// <summary>What is known of the running stack, from level 0, the library function that asks, on.</summary>
    /// <remarks>Inside a message handler these are the activations that the error passed. Otherwise nobody keeps a record of the stack while it runs.</remarks>
    internal Trace RunningStack()
    {
        var stack = new Trace();
        HandlerStack? handler = _handlerStack;
        if (handler == null)
        {
            return stack;
        }

        // The handler itself: level 1 when it is a Lua function, level 0 when it is the library function that asks.
        if (handler.Handler is NativeFunction native)
        {
            stack.Add(native, 0);
        }
        else
        {
            stack.Add(DebugTraceback!, 0);
            if (handler.Handler != null)
            {
                stack.Add(handler.Handler, 0);
            }
        }

        for (int level = 0; level < handler.Trace.Count; level++)
        {
            stack.AddCopy(handler.Trace, level);
        }

        if (handler.Boundary != null)
        {
            stack.Add(handler.Boundary, 0);
        }

        return stack;
    }

    /// <summary>What is known of the running stack as <c>debug.traceback</c> writes it, from a level on.</summary>
    internal string WriteRunningStack(int level) => Traceback.Write(this, RunningStack().From(level), _handlerStack?.Boundary == null);
}
