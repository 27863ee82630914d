using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace FLua.Runtime;

public readonly partial struct LuaValue : IEquatable<LuaValue>
{
    /// <summary>The basic type.</summary>
    public LuaType Type
    {
        get
        {
            if (o == null)
            {
                return LuaType.Nil;
            }

            if (o.IsTag())
            {
                return IsNumber ? LuaType.Number : LuaType.Boolean;
            }

            if (o.IsString())
            {
                return LuaType.String;
            }

            if (o.IsTable())
            {
                return LuaType.Table;
            }

            return o switch
            {
                LuaFunction => LuaType.Function,
                LuaUserData => LuaType.UserData,
                _ => LuaType.Thread,
            };
        }
    }

    /// <summary>The name of the basic type: "nil", "number" and so on.</summary>
    public string TypeName => Type switch
    {
        LuaType.Nil => "nil",
        LuaType.Boolean => "boolean",
        LuaType.Number => "number",
        LuaType.String => "string",
        LuaType.Table => "table",
        LuaType.Function => "function",
        LuaType.UserData => "userdata",
        LuaType.Thread => "thread",
        _ => throw new InvalidOperationException("not a type"),
    };

    /// <summary>Whether this is a number, integer or float.</summary>
    /// <remarks>
    /// Both tags are compared without a branch between. With one, .NET 10's compiler, guided by a profile, merges several questions about one
    /// value wrongly: after <c>a.IsNumber &amp;&amp; b.IsNumber</c> a float was taken for a boolean.
    /// </remarks>
    public bool IsNumber => (o == Tags.Int) | (o == Tags.Float);

    /// <summary>Whether this is a string.</summary>
    public bool IsString => o.IsString();

    /// <summary>Whether this is a table.</summary>
    public bool IsTable => o.IsTable();

    /// <summary>Whether this is a function.</summary>
    public bool IsFunction => o is LuaFunction;

    /// <summary>Converts text, in UTF-8; null gives nil.</summary>
    public static implicit operator LuaValue(string? text) => new(text == null ? null : LuaString.FromText(text), 0);

    /// <summary>Whether two values are the same, without asking metamethods: <c>1</c> and <c>1.0</c> are.</summary>
    public static bool operator ==(LuaValue left, LuaValue right) => LuaOperations.RawEquals(left, right);

    /// <summary>Whether two values differ, without asking metamethods.</summary>
    public static bool operator !=(LuaValue left, LuaValue right) => !LuaOperations.RawEquals(left, right);

    /// <inheritdoc/>
    public bool Equals(LuaValue other) => LuaOperations.RawEquals(this, other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is LuaValue other && LuaOperations.RawEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (o == Tags.Float)
        {
            return LuaTable.FloatToInteger(D, out long whole) ? LuaTable.HashOf(whole) : LuaTable.HashOf(n);
        }

        return o switch
        {
            null => 0,
            LuaString text => text.Hash,
            string => LuaTable.HashOf(n),
            _ => RuntimeHelpers.GetHashCode(o),
        };
    }

    /// <summary>The integer this is or converts to: a float with an exact integer value, or a string that is the numeral of one. Lua 5.4 §3.4.3.</summary>
    public bool TryToInteger(out long value)
    {
        if (o == Tags.Int)
        {
            value = n;
            return true;
        }

        if (o == Tags.Float)
        {
            return LuaTable.FloatToInteger(D, out value);
        }

        if (o.IsString(out LuaString? text) && NumberParser.TryParse(text.Span, out LuaValue number))
        {
            return number.TryToInteger(out value);
        }

        value = 0;
        return false;
    }

    /// <summary>The number this is or converts to, as a float. Lua 5.4 §3.4.3.</summary>
    public bool TryToNumber(out double value)
    {
        if (o == Tags.Float)
        {
            value = D;
            return true;
        }

        if (o == Tags.Int)
        {
            value = n;
            return true;
        }

        if (o.IsString(out LuaString? text) && NumberParser.TryParse(text.Span, out LuaValue number))
        {
            return number.TryToNumber(out value);
        }

        value = 0;
        return false;
    }

    /// <summary>
    /// This value as a .NET type: <see cref="long"/>, <see cref="int"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="string"/>, <see cref="LuaString"/>, <see cref="LuaTable"/>, <see cref="LuaFunction"/>,
    /// <see cref="LuaUserData"/> or <see cref="LuaValue"/>.
    /// </summary>
    /// <exception cref="InvalidCastException">The value is of another type, or not within the range of <typeparamref name="T"/>.</exception>
    public T Read<T>() =>
        TryRead(out T? value) ? value! : throw new InvalidCastException(string.Concat("a Lua ", TypeName, " is no ", typeof(T).Name));

    /// <summary>This value as a .NET type, see <see cref="Read{T}"/>; numbers convert between integer and float where that is exact, strings do not.</summary>
    public bool TryRead<T>([MaybeNullWhen(false)] out T value)
    {
        if (typeof(T) == typeof(LuaValue))
        {
            LuaValue self = this;
            value = Unsafe.As<LuaValue, T>(ref self);
            return true;
        }

        if (typeof(T) == typeof(long))
        {
            bool read = ReadInteger(out long whole);
            value = Unsafe.As<long, T>(ref whole);
            return read;
        }

        if (typeof(T) == typeof(int))
        {
            bool read = ReadInteger(out long whole) && whole == (int)whole;
            int narrow = (int)whole;
            value = Unsafe.As<int, T>(ref narrow);
            return read;
        }

        if (typeof(T) == typeof(double))
        {
            double number = IsFloat ? D : n;
            value = Unsafe.As<double, T>(ref number);
            return IsNumber;
        }

        if (typeof(T) == typeof(bool))
        {
            bool truth = o == Tags.True;
            value = Unsafe.As<bool, T>(ref truth);
            return truth || o == Tags.False;
        }

        if (typeof(T) == typeof(string))
        {
            value = o.IsString(out LuaString? text) ? (T)(object)text.ToString() : default;
            return o.IsString();
        }

        // Tags are strings to .NET, and no value of a host's.
        if (o is T and not string)
        {
            value = (T)o;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The text of this value for people who debug; never runs Lua code.</summary>
    public override string ToString()
    {
        switch (Type)
        {
            case LuaType.Nil:
                return "nil";
            case LuaType.Boolean:
                return o == Tags.True ? "true" : o == Tags.False ? "false" : "(abrupt)";
            case LuaType.Number:
                return LuaOperations.ToLuaString(this).ToString();
            case LuaType.String:
                return o!.ToString()!;
            default:
                return string.Create(CultureInfo.InvariantCulture, $"{TypeName}: 0x{RuntimeHelpers.GetHashCode(o):x8}");
        }
    }

    private bool ReadInteger(out long value)
    {
        if (o == Tags.Int)
        {
            value = n;
            return true;
        }

        value = 0;
        return o == Tags.Float && LuaTable.FloatToInteger(D, out value);
    }
}
