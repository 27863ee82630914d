using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace FLua.Runtime.Tests;

/// <summary>Reads and runs one call of a library function with literal arguments: <c>string.rep('x', 3)</c>.</summary>
internal sealed class LibraryCall
{
    private readonly TestState _state;
    private readonly string _text;
    private int _at;

    private LibraryCall(TestState state, string text)
    {
        _state = state;
        _text = text;
    }

    /// <summary>The results as text, separated by spaces; after an error, <c>error: </c> and its message.</summary>
    public static string Run(TestState state, string text)
    {
        var call = new LibraryCall(state, text);
        LuaValue function = state[call.ReadName()];
        LuaValue[] args = call.ReadList('(', ')');
        LuaValue[] all = [function, .. args];
        LuaValue[] results = state.L.Call(state["pcall"], all);
        var shown = new List<string>();
        foreach (LuaValue value in results.AsSpan(1))
        {
            shown.Add(TestState.Show(value));
        }

        string joined = string.Join(" ", shown);
        return results[0].IsTrue ? joined : "error: " + joined;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    private string ReadName()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private LuaValue[] ReadList(char open, char close)
    {
        Assert(_text[_at++] == open);
        var values = new List<LuaValue>();
        while (true)
        {
            SkipSpace();
            if (_text[_at] == close)
            {
                _at++;
                return [.. values];
            }

            values.Add(ReadValue());
            SkipSpace();
            if (_text[_at] == ',')
            {
                _at++;
            }
        }
    }

    private LuaValue ReadValue()
    {
        switch (_text[_at])
        {
            case '\'':
                return ReadString();
            case '{':
                var table = new LuaTable();
                LuaValue[] items = ReadList('{', '}');
                for (int i = 0; i < items.Length; i++)
                {
                    table[i + 1L] = items[i];
                }

                return table;
            case '-' or (>= '0' and <= '9'):
                int start = _at++;
                while (_at < _text.Length && _text[_at] is not (',' or ')' or '}' or ' '))
                {
                    _at++;
                }

                Assert(NumberParser.TryParse(Encoding.ASCII.GetBytes(_text[start.._at]), out LuaValue number));
                return number;
        }

        string name = ReadName();
        return name switch { "nil" => default, "true" => true, "false" => false, _ => _state[name] };
    }

    private LuaString ReadString()
    {
        var bytes = new List<byte>();
        for (_at++; _text[_at] != '\''; _at++)
        {
            if (_text[_at] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(_text[_at].ToString()));
                continue;
            }

            _at++;
            if (_text[_at] == 'x')
            {
                bytes.Add(byte.Parse(_text.AsSpan(_at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                _at += 2;
            }
            else
            {
                bytes.Add(_text[_at] switch { 'n' => 10, '0' => 0, 't' => 9, char other => (byte)other });
            }
        }

        _at++;
        return LuaString.Of(bytes.ToArray());
    }

    private static void Assert(bool condition) => Xunit.Assert.True(condition);
}
