-- os.time, os.date in UTC, os.clock, os.getenv, os.difftime.
--[==[ expects
1970-01-01 00:00:00	2023-11-14 22:13:20	Sunday February 15 046 07 0 70 AM 12 %
Thu Jan  1 00:00:00 1970	01/01/70 01:01:01 01/01/70 1970-01-01 01:01:01 01:01	Sun Sep  9|
|	|Sep 20 2001 36 7
2009	2	13	23	31	30	6	44	false
86400	86400.0	integer
2025	1	29	3	2	40	29	4
2000-03-01	28	12
false	field 'month' missing in date table
false	field 'month' is not an integer
false	field 'month' is not an integer
false	field 'year' is not an integer
false	bad argument #1 to 'os.date' (invalid conversion specifier '%Q')
false	bad argument #1 to 'os.date' (invalid conversion specifier '%E')
false	bad argument #2 to 'os.date' (number expected, got string)
false	date result cannot be represented in this installation
number	true	number	true	string	nil	string	false	bad argument #1 to 'os.getenv' (string expected, got no value)
true	05:07	0	true	true
true	true
]==]
print(os.date("!%Y-%m-%d %H:%M:%S", 0), os.date("!%Y-%m-%d %H:%M:%S", 1700000000), os.date("!%A %B %d %j %U %w %y %p %I %%", 86400 * 45))
print(os.date("!%c", 0), os.date("!%x %X %D %F %T %R", 3661), os.date("!%a %b %e|%n|%t|%h %C %G %V %u", 1e9))
local t = os.date("!*t", 1234567890) print(t.year, t.month, t.day, t.hour, t.min, t.sec, t.wday, t.yday, t.isdst)
local a = os.time { year = 2024, month = 1, day = 31, hour = 12 } local b = os.time { year = 2024, month = 2, day = 1, hour = 12 } print(b - a, os.difftime(b, a), math.type(a))
local n = { year = 2024, month = 14, day = -3, hour = 25, min = 61, sec = 3700 } os.time(n) print(n.year, n.month, n.day, n.hour, n.min, n.sec, n.yday, n.wday)
print(os.date("%Y-%m-%d", os.time { year = 2000, month = 2, day = 30 }), os.date("%d", os.time { year = 2023, month = 3, day = 0 }), os.date("%H", os.time { year = 2023, month = 1, day = 1 }))
print(pcall(os.time, { year = 2024 })) print(pcall(os.time, { year = 2024, month = "x", day = 1 })) print(pcall(os.time, { year = 2024, month = 1.5, day = 1 })) print(pcall(os.time, { year = 1e100, month = 1, day = 1 })) print(pcall(os.date, "%Q")) print(pcall(os.date, "%E")) print(pcall(os.date, "*t", "x")) print(pcall(os.date, "!%H", 2 ^ 60))
print(type(os.time()), os.time() > 1600000000, type(os.clock()), os.clock() >= 0, type(os.date()), os.getenv("FLUA_SURELY_NOT_SET"), type(os.getenv("PATH")), pcall(os.getenv))
local start = os.clock() local x = 0 for i = 1, 100000 do x = x + i end print(os.clock() >= start, os.date("!%H:%M", 3600 * 5 + 60 * 7), os.date("!*t", 0).hour, #os.date("%c") > 10, os.date("") == "")
print(os.time { year = "2024", month = "06", day = "15", hour = 0 } == os.time { year = 2024, month = 6, day = 15, hour = 0 }, os.time { year = 1970, month = 1, day = 2, hour = 0, isdst = false } ~= nil)
