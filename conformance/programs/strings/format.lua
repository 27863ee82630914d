-- string.format: every conversion, flags, widths and precisions, and its errors.
--[==[ expects
42    42|42   |00042|+42| 42|007	3	10	-5
ff FF 0xff 10 010 0000beef	ffffffffffffffff	Lua	    A|B    |
3.141590 3.14      3.142|3.1       |+3.1|0000003.14	0	2	3.
1.234568e+04 1.23e+04 1.200000E-04    5.0e+00|	100000 1e+20 0.0001 1e-05 3.14 1.50000	1E-10
0x1p+0 0X1P-1 0x1.92p+1	0x0p+0	inf -inf inf	nan	1152921504606846976.000	 -0.0|
str 12 true nil	       abc|abc       |ab|    a|	custom	%
"line\
break \"quoted\" \\ back\0zero\13\9\1272"	1 0x1.4p+1 true nil	0x8000000000000000	0x1.5555555555555p-2	1e9999	-1e9999	(0/0)	"\1\0001"
true	1000	99	yyyyyyyyyyyyyyyyyyyy	é                  |	0.1	0.10000000000000001	    1    2	3|    4
0.3333333333333333148296162562	1000000000000000.000	1e+15	1.23457e+08	0	  005|005     |	   +5|
%y	false	invalid conversion '%y' to 'format'
%	false	invalid conversion '%' to 'format'
%10	false	invalid conversion '%10' to 'format'
%-	false	invalid conversion '%-' to 'format'
%.123d	false	invalid conversion specification: '%.123d'
%123d	false	invalid conversion specification: '%123d'
%d	true	1
%5	false	invalid conversion '%5' to 'format'
%ll	false	invalid conversion '%l' to 'format'
%0.5.5f	false	invalid conversion specification: '%0.5.5f'
%#d	false	invalid conversion specification: '%#d'
%+s	false	invalid conversion specification: '%+s'
%05s	false	invalid conversion specification: '%05s'
% c	false	invalid conversion specification: '% c'
%.3c	false	invalid conversion specification: '%.3c'
%p%	false	bad argument #3 to 'string.format' (no value)
%F	false	invalid conversion '%F' to 'format'
%q	true	1
%5q	false	specifier '%q' cannot have modifiers
%u	true	1
false	bad argument #2 to 'string.format' (number expected, got string)
false	bad argument #2 to 'string.format' (number has no integer representation)
false	bad argument #2 to 'string.format' (number has no integer representation)
false	bad argument #2 to 'string.format' (no value)
false	bad argument #2 to 'string.format' (number expected, got string)
false	bad argument #2 to 'string.format' (number expected, got table)
false	bad argument #2 to 'string.format' (value has no literal form)
false	bad argument #3 to 'string.format' (no value)
false	bad argument #2 to 'string.format' (number has no integer representation)
false	bad argument #1 to 'string.format' (string expected, got no value)
false	bad argument #1 to 'string.format' (string expected, got table)
(null)	true	true	(null)	    (null)|	true
no conversions			1 2	99.50%	  7:05	ab   =  2.2;	3
]==]
local f = string.format
print(f("%d %5d|%-5d|%05d|%+d|% d|%.3d", 42, 42, 42, 42, 42, 42, 7), f("%d", 3.0), f("%d", "10"), f("%i", -5))
print(f("%x %X %#x %o %#o %08x", 255, 255, 255, 8, 8, 48879), f("%x", -1), f("%c%c%c", 76, 117, 97), f("%5c|%-5c|", 65, 66))
print(f("%f %.2f %10.3f|%-10.1f|%+.1f|%010.2f", 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159), f("%.0f", 0.5), f("%.0f", 1.5), f("%#.0f", 3))
print(f("%e %.2e %E %10.1e|", 12345.678, 12345.678, 0.00012, 5), f("%g %g %g %g %.3g %#g", 100000, 1e20, 0.0001, 1e-5, 3.14159, 1.5), f("%G", 1e-10))
print(f("%a %A %.2a", 1, 0.5, 3.14159), f("%a", 0), f("%f %e %g", math.huge, -math.huge, math.huge), (f("%f", 0 / 0):gsub("-", "")), f("%.3f", 2 ^ 60), f("%5.1f|", -0.0))
print(f("%s %s %s %s", "str", 12, true, nil), f("%10s|%-10s|%.2s|%5.1s|", "abc", "abc", "abc", "abc"), f("%s", setmetatable({}, { __tostring = function() return "custom" end })), f("%%"))
print(f("%q", 'line\nbreak "quoted" \\ back\0zero\r\t\1272'), f("%q %q %q %q", 1, 2.5, true, nil), f("%q", math.mininteger), f("%q", 1 / 3), f("%q", math.huge), f("%q", -math.huge), f("%q", 0 / 0), f("%q", "\1\0001"))
print(f("%s", "embedded\0zero") == "embedded\0zero", #f("%s", ("x"):rep(1000)), #f("%99d", 1), f("%.20s", ("y"):rep(50)), f("%-20s|", "é"), f("%.14g", 0.1), f("%.17g", 0.1), f("%5s%5s", 1, 2), f("%i|%5i", 3, 4))
print(f("%.99f", 1 / 3):sub(1, 30), f("%.3f", 1e15), f("%.10g", 1e15), f("%g", 123456789), f("%d", -0), f("%5.3d|%-8.3d|", 5, 5), f("%+5d|", 5))
for _, c in ipairs { "%y", "%", "%10", "%-", "%.123d", "%123d", "%d", "%5", "%ll", "%0.5.5f", "%#d", "%+s", "%05s", "% c", "%.3c", "%p%", "%F", "%q", "%5q", "%u" } do print(c, pcall(f, c, 1)) end
print(pcall(f, "%d", "x")) print(pcall(f, "%d", 1.5)) print(pcall(f, "%d", "1.5")) print(pcall(f, "%s")) print(pcall(f, "%c", "x")) print(pcall(f, "%f", {})) print(pcall(f, "%q", {})) print(pcall(f, "%s%s", 1)) print(pcall(f, "%d", 2 ^ 63)) print(pcall(f)) print(pcall(f, {}))
print(f("%p", 1), f("%p", "x") ~= nil, f("%p", {}) ~= f("%p", {}), f("%p", nil), f("%10p|", true), (f("%p", print):match("^0x") or f("%p", print)) ~= nil)
print(f("no conversions"), f(""), f("%s", ""), f("%s %s", 1, 2, 3), f("%5.2f%%", 99.5), f("%3d:%02d", 7, 5), f("%-5s=%5.1f;", "ab", 2.25), f("%x", 3.0))
