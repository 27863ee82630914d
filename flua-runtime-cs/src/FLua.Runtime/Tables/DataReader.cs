using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace FLua.Runtime;

/// <summary>Reads the constants of a long constructor. <c>docs/runtime.md</c> has the format, which only our compiler writes.</summary>
internal ref struct DataReader
{
    private const int LongestName = 40;

    private readonly ReadOnlySpan<byte> _data;
    private readonly List<LuaString> _strings;
    private int _at;

    internal DataReader(ReadOnlySpan<byte> data)
    {
        _data = data;
        _strings = [];
        _at = 0;
    }

    /// <summary>Stores fields up to the end of a table, or of the data.</summary>
    internal void ReadFields(LuaTable table, long position)
    {
        while (_at < _data.Length && _data[_at] != '}')
        {
            if (_data[_at] != '=')
            {
                table.SetItem(position++, ReadValue());
                continue;
            }

            _at++;
            LuaValue key = ReadKey();
            if (key.o is LuaString { Length: <= LongestName } name)
            {
                table.SetField(name, ReadValue());
            }
            else
            {
                table.SetValid(key, ReadValue());
            }
        }

        _at++;
    }

    // A short name is pooled, so that it is the object by which the program reads the field.
    private LuaValue ReadKey()
    {
        if (_data[_at] != '"')
        {
            return ReadValue();
        }

        _at++;
        ReadOnlySpan<byte> bytes = Take((int)ReadInteger());
        return Remember(bytes.Length <= LongestName ? LuaString.Constant(bytes) : LuaString.Of(bytes));
    }

    private LuaValue ReadValue()
    {
        byte kind = _data[_at];
        switch (kind)
        {
            case (byte)'N':
                _at++;
                return default;
            case (byte)'T':
                _at++;
                return true;
            case (byte)'F':
                _at++;
                return false;
            case (byte)'d':
                _at++;
                return ReadFloat();
            case (byte)'x':
                _at++;
                return BitConverter.UInt64BitsToDouble(ReadBits());
            case (byte)'"':
                _at++;
                return Remember(LuaString.Of(Take((int)ReadInteger())));
            case (byte)'\'':
                _at++;
                return Remember(LuaString.OfCharacters(TakeCharacters((int)ReadInteger())));
            case (byte)'$':
                _at++;
                return _strings[(int)ReadInteger()];
            case (byte)'{':
                _at++;
                var table = new LuaTable((int)ReadInteger(), (int)ReadInteger());
                ReadFields(table, 1);
                return table;
            default:
                return ReadInteger();
        }
    }

    private LuaString Remember(LuaString text)
    {
        _strings.Add(text);
        return text;
    }

    // Digits, and the mark behind them.
    private long ReadInteger()
    {
        bool negative = _data[_at] == '-';
        if (negative)
        {
            _at++;
        }

        ulong value = 0;
        uint digit;
        while ((digit = _data[_at++] - (uint)'0') <= 9)
        {
            value = (value * 10) + digit;
        }

        return negative ? (long)(0 - value) : (long)value;
    }

    private double ReadFloat()
    {
        int length = _data[_at..].IndexOf((byte)';');
        double value = double.Parse(Take(length), NumberStyles.Float, CultureInfo.InvariantCulture);
        _at++;
        return value;
    }

    private ulong ReadBits()
    {
        if (!Utf8Parser.TryParse(Take(16), out ulong bits, out _, 'X'))
        {
            throw new InvalidDataException("a float in the data of a constructor has sixteen digits");
        }

        return bits;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> taken = _data.Slice(_at, length);
        _at += length;
        return taken;
    }

    // The UTF-8 form of so many characters, each of which stands for a byte: those above U+007F take two bytes.
    private ReadOnlySpan<byte> TakeCharacters(int count)
    {
        int start = _at;
        for (int i = 0; i < count; i++)
        {
            _at += _data[_at] < 0x80 ? 1 : 2;
        }

        return _data[start.._at];
    }
}
