using System;

namespace FLua.Runtime;

/// <summary>A time broken down into year, month and so on: C's <c>struct tm</c>.</summary>
internal readonly struct CalendarTime
{
    private const long SecondsPerDay = 86400;

    /// <summary>The days of 400 years.</summary>
    private const long DaysPerEra = 146097;

    // .NET's calendar has the years 1 to 9999.
    private static readonly long FirstNetSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds() + (2 * SecondsPerDay);
    private static readonly long LastNetSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds() - (2 * SecondsPerDay);

    private CalendarTime(long local, long offset, bool isDaylight, string zone)
    {
        long days = Math.DivRem(local, SecondsPerDay, out long seconds);
        if (seconds < 0)
        {
            seconds += SecondsPerDay;
            days--;
        }

        Hour = (int)(seconds / 3600);
        Minute = (int)(seconds / 60 % 60);
        Second = (int)(seconds % 60);
        Weekday = (int)((((days + 4) % 7) + 7) % 7);

        // Years that begin in March have the leap day at their end.
        long shifted = days + 719468;
        long era = (shifted >= 0 ? shifted : shifted - DaysPerEra + 1) / DaysPerEra;
        long dayOfEra = shifted - (era * DaysPerEra);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long month = ((5 * dayOfYear) + 2) / 153;
        Day = (int)(dayOfYear - (((153 * month) + 2) / 5) + 1);
        Month = (int)(month < 10 ? month + 3 : month - 9);
        Year = yearOfEra + (era * 400) + (Month <= 2 ? 1 : 0);
        YearDay = (int)(days - DaysBefore(Year, 1, 1)) + 1;
        Offset = offset;
        IsDaylight = isDaylight;
        Zone = zone;
    }

    /// <summary>The year.</summary>
    public long Year { get; }

    /// <summary>The month, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>The day of the month, from 1.</summary>
    public int Day { get; }

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour { get; }

    /// <summary>The minute.</summary>
    public int Minute { get; }

    /// <summary>The second.</summary>
    public int Second { get; }

    /// <summary>The day of the week, 0 for Sunday.</summary>
    public int Weekday { get; }

    /// <summary>The day of the year, from 1.</summary>
    public int YearDay { get; }

    /// <summary>How many seconds local time is ahead of universal time.</summary>
    public long Offset { get; }

    /// <summary>Whether daylight saving time is in force.</summary>
    public bool IsDaylight { get; }

    /// <summary>The name of the time zone.</summary>
    public string Zone { get; }

    /// <summary>Whether the year is one that C can hold.</summary>
    public bool IsRepresentable => Year - 1900 is >= int.MinValue and <= int.MaxValue;

    /// <summary>Universal time, from seconds since 1970.</summary>
    public static CalendarTime OfUniversal(long time) => new(Limit(time), 0, false, "GMT");

    /// <summary>Local time, from seconds since 1970.</summary>
    public static CalendarTime OfLocal(long time)
    {
        TimeZoneInfo zone = TimeZoneInfo.Local;
        long offset = OffsetAt(zone, time, out bool isDaylight);
        return new CalendarTime(Limit(time) + offset, offset, isDaylight, ZoneName(zone, isDaylight));
    }

    /// <summary>Seconds since 1970 of a local time; fields out of range are carried over.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, from 1.</param>
    /// <param name="day">The day, from 1.</param>
    /// <param name="seconds">The seconds since the day began.</param>
    /// <param name="isDaylight">Whether the time is meant as daylight saving time; null when that is to be found out.</param>
    public static long ToTime(long year, long month, long day, long seconds, bool? isDaylight)
    {
        long local = (DaysBefore(year, month, day) * SecondsPerDay) + seconds;
        TimeZoneInfo zone = TimeZoneInfo.Local;

        // The offset at the time depends on the time: with the one of standard time it is found in two steps.
        long standard = local - (long)zone.BaseUtcOffset.TotalSeconds;
        long time = local - OffsetAt(zone, standard, out _);
        long offset = OffsetAt(zone, time, out bool inForce);
        time = local - offset;
        OffsetAt(zone, time, out inForce);
        if (isDaylight is { } wanted && wanted != inForce)
        {
            time += wanted ? -3600 : 3600;
        }

        return time;
    }

    /// <summary>The days from 1970 to a date; the month may be out of range.</summary>
    private static long DaysBefore(long year, long month, long day)
    {
        year += Math.DivRem(month - 1, 12, out long monthIndex);
        if (monthIndex < 0)
        {
            monthIndex += 12;
            year--;
        }

        // Again years that begin in March.
        long shifted = monthIndex >= 2 ? year : year - 1;
        long monthFromMarch = (monthIndex + 10) % 12;
        long era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        long yearOfEra = shifted - (era * 400);
        long dayOfYear = ((153 * monthFromMarch) + 2) / 5;
        long dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysPerEra) + dayOfEra - 719468 + day - 1;
    }

    private static long OffsetAt(TimeZoneInfo zone, long time, out bool isDaylight)
    {
        if (time < FirstNetSecond)
        {
            isDaylight = false;
            return (long)zone.BaseUtcOffset.TotalSeconds;
        }

        if (time > LastNetSecond)
        {
            // The calendar repeats itself after 400 years, and so do the rules of the zone.
            const long Era = DaysPerEra * SecondsPerDay;
            time = LastNetSecond - Era + ((time - LastNetSecond) % Era);
        }

        var moment = DateTimeOffset.FromUnixTimeSeconds(time);
        isDaylight = zone.SupportsDaylightSavingTime && zone.IsDaylightSavingTime(moment);
        return (long)zone.GetUtcOffset(moment).TotalSeconds;
    }

    private static string ZoneName(TimeZoneInfo zone, bool isDaylight)
    {
        string name = isDaylight ? zone.DaylightName : zone.StandardName;
        return zone.BaseUtcOffset == TimeSpan.Zero && name.Contains("Universal", StringComparison.Ordinal) ? "UTC" : name;
    }

    // Far beyond the years that C can hold, so that nothing overflows.
    private static long Limit(long time) => Math.Clamp(time, -(1L << 57), 1L << 57);
}
