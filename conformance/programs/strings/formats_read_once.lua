-- A format is read once, whatever is wrong in it is found in its place each time.
--[==[ expects
plain	%	100% sure 5%		   42|42   |00042|+42| 42
 3.14|2.500   |-001.500|+1.2e+04|1e+20|0xff|010|BEEF
a          b|c         |def	"a\
b\0c"	Hi	3	7
%	false	invalid conversion '%' to 'format'
%y	false	invalid conversion '%y' to 'format'
%10q	false	specifier '%q' cannot have modifiers
%0s	false	invalid conversion specification: '%0s'
%.3c	false	invalid conversion specification: '%.3c'
% u	false	invalid conversion specification: '% u'
%#d	false	invalid conversion specification: '%#d'
%5	false	invalid conversion '%5' to 'format'
%-+ #012345678901234567890d	false	invalid format (too long)
%.123d	false	invalid conversion specification: '%.123d'
%1000d	false	invalid conversion specification: '%1000d'
%+x	false	invalid conversion specification: '%+x'
% s	false	invalid conversion specification: '% s'
ok %d %y	false	invalid conversion '%y' to 'format'
%.d %.f	true	1 2
%p%	false	invalid conversion '%' to 'format'
%5%	false	invalid conversion '%5%' to 'format'
false	false	false	false	false	true	true	false	bad argument #2 to 'string.format' (string contains zeros)
false	false	true	true	false	false	invalid conversion '%z' to 'format'
<T!|   T!|T!   |1>
<T!|   T!|T!   |2>
<T!|   T!|T!   |3>
false	attempt to yield across a C-call boundary
false	cannot resume dead coroutine
false	cannot resume dead coroutine
         50	         50|%11d
100	100|%1d
        150	        150|%11d
200	200|%1d
xxxx5	5yyyy
<<11>>	<<2>>
]==]
local f = string.format
print(f("plain"), f("%%"), f("100%% sure %d%%", 5), f(""), f("%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42))
print(f("%5.2f|%-8.3f|%08.3f|%+.1e|%g|%#x|%#o|%X", 3.14159, 2.5, -1.5, 12345.678, 1e20, 255, 8, 48879))
print(f("%s %10s|%-10s|%.3s", "a", "b", "c", "defgh"), f("%q", "a\nb\0c"), f("%c%c", 72, 105), f("%i", 3.0), f("%u", 7))
for _, bad in ipairs { "%", "%y", "%10q", "%0s", "%.3c", "% u", "%#d", "%5", "%-+ #012345678901234567890d", "%.123d", "%1000d", "%+x", "% s", "ok %d %y", "%.d %.f", "%p%", "%5%" } do
  print(bad, pcall(f, bad, 1, 2, 3))
end
print(pcall(f, "%d"), pcall(f, "%d", "x"), pcall(f, "%d", 1.5), pcall(f, "%s"), pcall(f, "%d %s", 1), pcall(f, 5), pcall(f, "%10d", "0x10"), pcall(f, "%5.1s|", "xyz\0"))
print(pcall(f, "%5s", "a\0b"), pcall(f, "%c", "x"), pcall(f, "%a", 1.0), pcall(f, "%.1a", 1.0), pcall(f, "%a", "z"), pcall(f,"%z%a","z"))
local t = setmetatable({}, { __tostring = function() return "T!" end })
for i = 1, 3 do print(f("<%s|%5s|%-5s|%d>", t, t, t, i)) end
local co = coroutine.wrap(function() return f("%s-%s-%s", setmetatable({}, { __tostring = function() coroutine.yield(1) return "y1" end }), 2, setmetatable({}, { __tostring = function() coroutine.yield(2) return "y2" end })) end)
print(pcall(co)); print(pcall(co)); print(pcall(co))
for i = 1, 200 do local w = "%" .. (i % 20 + 1) .. "d" if i % 50 == 0 then print(f(w, i), f(w .. "|%s", i, w)) end end
print(f(("x"):rep(200) .. "%d", 5):sub(-5), f("%d" .. ("y"):rep(200), 5):sub(1, 5))
getmetatable("").__tostring = function(s) return "<<" .. #s .. ">>" end
print(f("%s %5s", "abc", "de"), f("%s", t))
getmetatable("").__tostring = nil
