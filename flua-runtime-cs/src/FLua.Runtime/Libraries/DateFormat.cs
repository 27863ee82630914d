using System;

namespace FLua.Runtime;

/// <summary>The conversions of C's <c>strftime</c> in the locale of C.</summary>
internal static class DateFormat
{
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The length of the conversion that a text behind a percent sign begins with: 1, 2 with a modifier, or 0 when it is none.</summary>
    public static int SpecifierLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if ("aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%"u8.Contains(text[0]))
        {
            return 1;
        }

        if (text.Length < 2)
        {
            return 0;
        }

        ReadOnlySpan<byte> modified = text[0] == 'E' ? "cCxXyY"u8 : text[0] == 'O' ? "deHImMSuUVwWy"u8 : default;
        return modified.Contains(text[1]) ? 2 : 0;
    }

    /// <summary>Adds one conversion.</summary>
    public static void Add(ref ByteBuffer buffer, byte letter, in CalendarTime time)
    {
        switch (letter)
        {
            case (byte)'a':
                buffer.AddText(Days[time.Weekday][..3]);
                break;
            case (byte)'A':
                buffer.AddText(Days[time.Weekday]);
                break;
            case (byte)'b' or (byte)'h':
                buffer.AddText(Months[time.Month - 1][..3]);
                break;
            case (byte)'B':
                buffer.AddText(Months[time.Month - 1]);
                break;
            case (byte)'c':
                AddAll(ref buffer, "%a %b %e %H:%M:%S %Y"u8, time);
                break;
            case (byte)'C':
                AddNumber(ref buffer, FloorDiv(time.Year, 100), 1, '0');
                break;
            case (byte)'d':
                AddNumber(ref buffer, time.Day, 2, '0');
                break;
            case (byte)'D' or (byte)'x':
                AddAll(ref buffer, "%m/%d/%y"u8, time);
                break;
            case (byte)'e':
                AddNumber(ref buffer, time.Day, 2, ' ');
                break;
            case (byte)'F':
                AddAll(ref buffer, "%Y-%m-%d"u8, time);
                break;
            case (byte)'g':
                AddNumber(ref buffer, Modulo(WeekYear(time, out _), 100), 2, '0');
                break;
            case (byte)'G':
                buffer.AddInteger(WeekYear(time, out _));
                break;
            case (byte)'H':
                AddNumber(ref buffer, time.Hour, 2, '0');
                break;
            case (byte)'I':
                AddNumber(ref buffer, ((time.Hour + 11) % 12) + 1, 2, '0');
                break;
            case (byte)'j':
                AddNumber(ref buffer, time.YearDay, 3, '0');
                break;
            case (byte)'m':
                AddNumber(ref buffer, time.Month, 2, '0');
                break;
            case (byte)'M':
                AddNumber(ref buffer, time.Minute, 2, '0');
                break;
            case (byte)'n':
                buffer.Add((byte)'\n');
                break;
            case (byte)'p':
                buffer.Add(time.Hour < 12 ? "AM"u8 : "PM"u8);
                break;
            default:
                AddLater(ref buffer, letter, time);
                break;
        }
    }

    // The second half of the alphabet.
    private static void AddLater(ref ByteBuffer buffer, byte letter, in CalendarTime time)
    {
        switch (letter)
        {
            case (byte)'r':
                AddAll(ref buffer, "%I:%M:%S %p"u8, time);
                break;
            case (byte)'R':
                AddAll(ref buffer, "%H:%M"u8, time);
                break;
            case (byte)'S':
                AddNumber(ref buffer, time.Second, 2, '0');
                break;
            case (byte)'t':
                buffer.Add((byte)'\t');
                break;
            case (byte)'T' or (byte)'X':
                AddAll(ref buffer, "%H:%M:%S"u8, time);
                break;
            case (byte)'u':
                buffer.AddInteger(time.Weekday == 0 ? 7 : time.Weekday);
                break;
            case (byte)'U':
                AddNumber(ref buffer, (time.YearDay + 6 - time.Weekday) / 7, 2, '0');
                break;
            case (byte)'V':
                WeekYear(time, out int week);
                AddNumber(ref buffer, week, 2, '0');
                break;
            case (byte)'w':
                buffer.AddInteger(time.Weekday);
                break;
            case (byte)'W':
                AddNumber(ref buffer, (time.YearDay + 6 - MondayBased(time)) / 7, 2, '0');
                break;
            case (byte)'y':
                AddNumber(ref buffer, Modulo(time.Year, 100), 2, '0');
                break;
            case (byte)'Y':
                buffer.AddInteger(time.Year);
                break;
            case (byte)'z':
                long minutes = Math.Abs(time.Offset) / 60;
                buffer.Add(time.Offset < 0 ? (byte)'-' : (byte)'+');
                AddNumber(ref buffer, (minutes / 60 * 100) + (minutes % 60), 4, '0');
                break;
            case (byte)'Z':
                buffer.AddText(time.Zone);
                break;
            default:
                buffer.Add((byte)'%');
                break;
        }
    }

    private static void AddAll(ref ByteBuffer buffer, ReadOnlySpan<byte> format, in CalendarTime time)
    {
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] == '%')
            {
                Add(ref buffer, format[++i], time);
            }
            else
            {
                buffer.Add(format[i]);
            }
        }
    }

    private static void AddNumber(ref ByteBuffer buffer, long value, int width, char padding)
    {
        if (value < 0)
        {
            buffer.Add((byte)'-');
            value = -value;
            width--;
        }

        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10)
        {
            digits++;
        }

        buffer.AddRepeated((byte)padding, width - digits);
        buffer.AddInteger(value);
    }

    /// <summary>The year to which the week of a day belongs, and the number of the week. ISO 8601.</summary>
    private static long WeekYear(in CalendarTime time, out int week)
    {
        // The week belongs to the year of its Thursday.
        long year = time.Year;
        int thursday = time.YearDay + 3 - MondayBased(time);
        if (thursday < 1)
        {
            year--;
            thursday += DaysOf(year);
        }
        else if (thursday > DaysOf(year))
        {
            thursday -= DaysOf(year);
            year++;
        }

        week = ((thursday - 1) / 7) + 1;
        return year;
    }

    private static int MondayBased(in CalendarTime time) => (time.Weekday + 6) % 7;

    private static int DaysOf(long year) => Modulo(year, 4) == 0 && (Modulo(year, 100) != 0 || Modulo(year, 400) == 0) ? 366 : 365;

    private static long FloorDiv(long value, long divisor) => (value - Modulo(value, divisor)) / divisor;

    private static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}
