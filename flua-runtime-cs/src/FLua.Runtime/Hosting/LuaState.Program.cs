using System;
using System.IO;
using System.Text;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    /// <summary>Ends the state: runs what is pending, then all finalizers, and writes out what is buffered.</summary>
    public void Close()
    {
        LuaValue error = default;
        if (MainCoroutine.CloseCount > 0)
        {
            TryCloseAbove(0, ref error, default, null);
        }

        CloseFinalizers();
        FlushOutput();
        Io?.FlushAll();
    }

    /// <summary>Writes out buffered standard output. Whoever reads it may be gone, which is no reason to complain.</summary>
    internal void FlushOutput()
    {
        try
        {
            Output.Flush();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Writes out what the reference would have written by now, before others write to where it goes.</summary>
    internal void FlushPrinted()
    {
        try
        {
            Output.FlushDue();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Whether standard output lost bytes, for any reason but that nobody wanted them; then says so on standard error.</summary>
    internal bool ReportLostOutput()
    {
        if (Output.Failure is not { } failure || SystemError.Of(failure) is not { MeansReaderIsGone: false } error)
        {
            return false;
        }

        WriteError(Encoding.UTF8.GetBytes("flua: cannot write to standard output: " + error.Text + "\n"));
        return true;
    }

    /// <summary>Runs the main function of a program; false and the message to report when it ends with an error.</summary>
    internal bool RunMain(Func<LuaState, LuaFunction> load, ReadOnlySpan<LuaValue> args, out string message)
    {
        message = "";
        nint stackPointer = StackPointer();
        SetStackLimit(stackPointer - StackStep);
        _tailFloor = stackPointer - TailWindow;
        EnterBoundary(out Boundary boundary);
        LuaFunction main;
        try
        {
            main = load(this);
        }
        catch (InvalidOperationException refused)
        {
            message = refused.Message;
            return false;
        }

        LuaValue result = Settle(CallCaught(main, args));
        LeaveBoundary(boundary);
        if (!result.IsAbrupt)
        {
            return true;
        }

        LuaValue error = TakeError(boundary, null);
        LibraryFunction handler = MakeMessageHandler();
        error = RunHandler(handler, error, null, null);
        TryCloseAbove(boundary.CloseMark, ref error, handler, null);
        message = ErrorMessage(error);
        return false;
    }

    // The message handler of the reference's interpreter: a text gets the stack; of other values only __tostring is asked.
    private static LibraryFunction MakeMessageHandler() => new("?", static (L, args) =>
    {
        LuaValue error = Arguments.At(args, 1);
        if (!error.o.IsString() && !error.IsNumber && !L.GetMetamethod(error, Metamethod.ToString).IsNil)
        {
            LuaValue text = L.ToStringMeta(error);
            if (text.IsAbrupt || text.o.IsString())
            {
                return text.IsAbrupt ? text : L.Return1(text);
            }
        }

        return L.Return1(LuaString.FromText(L.ErrorMessage(error) + "\n" + L.WriteHandlerStack()));
    });
}
