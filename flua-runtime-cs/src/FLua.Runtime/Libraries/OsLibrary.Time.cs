using System;
using System.Globalization;

namespace FLua.Runtime;

internal static partial class OsLibrary
{
    private static LuaValue DiffTime(LuaState L, ReadOnlySpan<LuaValue> args) =>
        Arguments.Integer(L, args, 1, out long later) && Arguments.Integer(L, args, 2, out long earlier)
            ? L.Return1(later >= earlier ? (double)unchecked((ulong)(later - earlier)) : -(double)unchecked((ulong)(earlier - later)))
            : LuaValue.Abrupt;

    private static LuaValue Time(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (Arguments.IsNoneOrNil(args, 1))
        {
            return L.Return1(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        }

        if (!Arguments.Table(L, args, 1, out LuaTable table)
            || !Field(L, table, "year", -1, 1900, out long year)
            || !Field(L, table, "month", -1, 1, out long month)
            || !Field(L, table, "day", -1, 0, out long day)
            || !Field(L, table, "hour", 12, 0, out long hour)
            || !Field(L, table, "min", 0, 0, out long minute)
            || !Field(L, table, "sec", 0, 0, out long second))
        {
            return LuaValue.Abrupt;
        }

        LuaValue daylight = Lookup(L, table, "isdst");
        if (daylight.IsAbrupt)
        {
            return daylight;
        }

        long time = CalendarTime.ToTime(year, month, day, (hour * 3600) + (minute * 60) + second, daylight.IsNil ? null : daylight.IsTrue);
        CalendarTime normal = CalendarTime.OfLocal(time);
        if (!normal.IsRepresentable || time == -1)
        {
            return L.Error("time result cannot be represented in this installation");
        }

        SetFields(table, normal);
        return L.Return1(time);
    }

    private static LuaValue Lookup(LuaState L, LuaTable table, string name)
    {
        LuaString key = LibraryTable.Key(name);
        return table.Meta == null ? table.GetString(key) : NoYield.GetIndex(L, table, key);
    }

    /// <summary>A field of a date: false with an error pending.</summary>
    /// <param name="L">The state.</param>
    /// <param name="table">The date.</param>
    /// <param name="name">The field.</param>
    /// <param name="absent">What an absent field stands for; negative when it must be there.</param>
    /// <param name="delta">What C subtracts from the field, which must then fit its integers.</param>
    /// <param name="value">The value.</param>
    private static bool Field(LuaState L, LuaTable table, string name, long absent, int delta, out long value)
    {
        LuaValue field = Lookup(L, table, name);
        value = absent;
        if (field.IsAbrupt)
        {
            return false;
        }

        if (!field.TryToInteger(out long given))
        {
            if (!field.IsNil)
            {
                L.Error($"field '{name}' is not an integer");
                return false;
            }

            if (absent < 0)
            {
                L.Error($"field '{name}' missing in date table");
                return false;
            }

            return true;
        }

        if (given >= 0 ? given - delta > int.MaxValue : int.MinValue + (long)delta > given)
        {
            L.Error($"field '{name}' is out-of-bound");
            return false;
        }

        value = given;
        return true;
    }

    private static void SetFields(LuaTable table, in CalendarTime time)
    {
        table.SetString(LibraryTable.Key("year"), time.Year);
        table.SetString(LibraryTable.Key("month"), (long)time.Month);
        table.SetString(LibraryTable.Key("day"), (long)time.Day);
        table.SetString(LibraryTable.Key("hour"), (long)time.Hour);
        table.SetString(LibraryTable.Key("min"), (long)time.Minute);
        table.SetString(LibraryTable.Key("sec"), (long)time.Second);
        table.SetString(LibraryTable.Key("yday"), (long)time.YearDay);
        table.SetString(LibraryTable.Key("wday"), time.Weekday + 1L);
        table.SetString(LibraryTable.Key("isdst"), time.IsDaylight);
    }

    private static LuaValue Date(LuaState L, ReadOnlySpan<LuaValue> args)
    {
        if (!Arguments.OptString(L, args, 1, LuaString.Constant("%c"u8), out LuaString? format))
        {
            return LuaValue.Abrupt;
        }

        if (!Arguments.OptInteger(L, args, 2, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), out long time))
        {
            return LuaValue.Abrupt;
        }

        ReadOnlySpan<byte> text = format.Span;
        bool isUniversal = text.Length > 0 && text[0] == '!';
        if (isUniversal)
        {
            text = text[1..];
        }

        CalendarTime calendar = isUniversal ? CalendarTime.OfUniversal(time) : CalendarTime.OfLocal(time);
        if (!calendar.IsRepresentable)
        {
            return L.Error("date result cannot be represented in this installation");
        }

        if (text.StartsWith("*t"u8) && (text.Length == 2 || text[2] == 0))
        {
            var table = new LuaTable(0, 9);
            SetFields(table, calendar);
            return L.Return1(table);
        }

        var result = new ByteBuffer(stackalloc byte[256]);
        LuaValue value = AddDate(L, ref result, text, calendar) ? L.Return1(LuaString.Of(result.Written)) : LuaValue.Abrupt;
        result.Dispose();
        return value;
    }

    private static bool AddDate(LuaState L, ref ByteBuffer result, ReadOnlySpan<byte> format, in CalendarTime time)
    {
        int at = 0;
        while (at < format.Length)
        {
            if (format[at] != '%')
            {
                result.Add(format[at++]);
                continue;
            }

            ReadOnlySpan<byte> rest = format[(at + 1)..];
            int length = DateFormat.SpecifierLength(rest);
            if (length == 0)
            {
                string shown = Arguments.UpToZero(LuaString.Of(rest)).ToString();
                L.ArgumentError(1, "invalid conversion specifier '%" + shown + "'");
                return false;
            }

            DateFormat.Add(ref result, rest[length - 1], time);
            at += length + 1;
        }

        return true;
    }
}
