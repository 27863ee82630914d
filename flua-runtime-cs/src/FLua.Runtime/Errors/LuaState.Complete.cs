using System;
using System.Globalization;
using System.Text;

namespace FLua.Runtime;

public sealed partial class LuaState
{
    // The error in flight reaches a compiled activation and still lacks something.
    private void CompleteInFunction(LuaFunction function, int siteNumber)
    {
        FunctionInfo? info = function.Info;
        Site site = info == null ? default : info.SiteAt(siteNumber);
        switch (_completion)
        {
            case Completion.Level:
                _raisingFunction ??= function;
                if (--_errorLevel > 0)
                {
                    return;
                }

                PrependPosition(info, site.Line);
                break;
            case Completion.Operand:
                ValueName? operand = _calleeName ?? site.Operand(_errorNumber);
                SetMessage(info, site.Line, Describe(operand));
                break;
            case Completion.Argument:
                SetMessage(info, site.Line, ArgumentMessage(_calleeName ?? site.First));
                break;
            default:
                SetMessage(info, site.Line, _errorText);
                break;
        }

        _completion = Completion.None;
    }

    // The error in flight leaves a function of the library and still lacks something.
    private void CompleteInNative(LuaFunction function)
    {
        switch (_completion)
        {
            case Completion.Level or Completion.Argument when _raisingFunction == null:
                _raisingFunction = function;
                return;
            case Completion.Level:
                if (--_errorLevel > 0)
                {
                    return;
                }

                break;
            case Completion.Operand:
                _error = LuaString.FromText(Describe(_calleeName));
                break;
            case Completion.Argument:
                _error = LuaString.FromText(ArgumentMessage(null));
                break;
            default:
                _error = LuaString.FromText(_errorText);
                break;
        }

        _completion = Completion.None;
    }

    // The error in flight reaches its boundary: what is missing now stays missing. The boundary is a library function that called the
    // function in which the error was raised, or the root of a coroutine or of the program.
    private void CompleteAtBoundary(LuaFunction? boundary)
    {
        if (_completion != Completion.None)
        {
            _raisingFunction ??= boundary;
            switch (_completion)
            {
                case Completion.Operand:
                    _error = LuaString.FromText(Describe(_calleeName));
                    break;
                case Completion.Argument:
                    _error = LuaString.FromText(ArgumentMessage(null));
                    break;
                case Completion.Operation:
                    _error = LuaString.FromText(_errorText);
                    break;
                default:
                    break;
            }

            _completion = Completion.None;
        }

        _calleeName = null;
        _raisingFunction = null;
    }

    private string Describe(ValueName? operand)
    {
        string suffix = operand?.Suffix ?? "";

        // A type's name may contain anything, so only texts with a place of their own for the name are searched for it.
        int place = _errorText.StartsWith("attempt to ", StringComparison.Ordinal) ? -1 : _errorText.IndexOf("%s", StringComparison.Ordinal);
        return place < 0 ? _errorText + suffix : string.Concat(_errorText.AsSpan(0, place), suffix, _errorText.AsSpan(place + 2));
    }

    // "bad argument": a method does not count self, and a function that nothing names is looked up among the loaded modules.
    private string ArgumentMessage(ValueName? name)
    {
        int argument = _errorNumber;
        if (name?.Kind == "method")
        {
            argument--;
            if (argument == 0)
            {
                return "calling '" + name.Name + "' on bad self (" + _errorText + ")";
            }
        }

        string shown = name?.Name ?? (_raisingFunction == null ? null : FunctionNames.Global(this, _raisingFunction)) ?? "?";
        return "bad argument #" + argument.ToString(CultureInfo.InvariantCulture) + " to '" + shown + "' (" + _errorText + ")";
    }

    private void SetMessage(FunctionInfo? info, int line, string message) => _error = LuaString.FromText(Position(info, line) + message);

    private void PrependPosition(FunctionInfo? info, int line)
    {
        string position = Position(info, line);
        if (position.Length == 0 || !_error.o.IsString(out LuaString? message))
        {
            return;
        }

        ReadOnlySpan<byte> text = message.Span;
        int length = Encoding.UTF8.GetByteCount(position);
        var bytes = new byte[length + text.Length];
        Encoding.UTF8.GetBytes(position, bytes);
        text.CopyTo(bytes.AsSpan(length));
        _error = LuaString.Take(bytes);
    }

    private static string Position(FunctionInfo? info, int line)
    {
        if (info == null)
        {
            return "";
        }

        // A stripped function has no lines.
        string number = line > 0 ? line.ToString(CultureInfo.InvariantCulture) : "?";
        return info.ShownSource + ":" + number + ": ";
    }
}
