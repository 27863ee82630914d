-- Functions of the library that are known when compiling: in place, with wrong arguments, as values, in lists.
--[==[ expects
3	-4	5	8	1e+300	0	4	0	4611686018427387904	9.2233720368548e+18
true	inf	-inf	3.1415926535898	9223372036854775807	-9223372036854775808
3	3.5	-9223372036854775808	4.0	0.0
2	2	2.5	1.5	3	true	1.0	1	-0.0	-0.0
5	5	3	1	true
4.0	1.5	3.0	0.0	1.0	1.0	0.0	3.0	0.0
111 nil 104 101 108 108 111 nil nil 
[hello][hello][ello][llo][lo][o][hello][hello][ello][llo][lo][o][][]
ll,llo,,,,l,ll,llo,llo,l,lo,,,,,l,lo,lo,,o,,,,,,o,o,hell,hello,,h,he,hel,hell,hello,hello,hell,hello,,h,he,hel,hell,hello,hello,ell,ello,,,e,el,ell,ello,ello,ll,llo,,,,l,ll,llo,llo,l,lo,,,,,l,lo,lo,,o,,,,,,o,o,,,,,,,,,,
el	101	120	nil	54	A		Hi	3	2	ababab
nil	number	string	table	function	function	boolean	thread
1	1.0	nil	s	mine
16	12	35	nil	7	10.0	nil	nil
1	a	3	true	2	3	1
known_functions.lua:87: bad argument #1 to 'floor' (number expected, got table)
known_functions.lua:88: bad argument #1 to 'floor' (number expected, got string)
known_functions.lua:89: bad argument #1 to 'floor' (number expected, got nil)
attempt to compare table with number
attempt to compare number with nil
known_functions.lua:92: bad argument #1 to 'abs' (number expected, got string)
known_functions.lua:93: bad argument #1 to 'sqrt' (number expected, got boolean)
known_functions.lua:94: bad argument #1 to 'sin' (number expected, got function)
known_functions.lua:95: bad argument #2 to 'byte' (number expected, got string)
known_functions.lua:96: bad argument #2 to 'sub' (number expected, got nil)
known_functions.lua:97: bad argument #1 to 'sub' (string expected, got table)
known_functions.lua:98: bad argument #2 to 'sub' (number has no integer representation)
known_functions.lua:99: bad argument #1 to 'char' (value out of range)
known_functions.lua:100: bad argument #1 to 'len' (string expected, got nil)
known_functions.lua:101: bad argument #1 to 'insert' (table expected, got number)
known_functions.lua:102: wrong number of arguments to 'insert'
known_functions.lua:103: invalid value (table) at index 1 in table for 'concat'
known_functions.lua:104: bad argument #1 to 'remove' (table expected, got nil)
known_functions.lua:105: bad argument #1 to 'floor' (number expected, got no value)
known_functions.lua:106: bad argument #1 to 'max' (value expected)
known_functions.lua:107: bad argument #1 to 'type' (value expected)
known_functions.lua:108: bad argument #1 to 'type' (value expected)
known_functions.lua:109: bad argument #1 to 'tostring' (value expected)
known_functions.lua:110: assertion failed!
known_functions.lua:111: said
7
known_functions.lua:113: bad argument #1 to 'assert' (value expected)
known_functions.lua:114: bad argument #1 to 'rawget' (table expected, got number)
known_functions.lua:115: bad argument #2 to 'setmetatable' (nil or table expected, got number)
known_functions.lua:116: bad argument #1 to 'select' (index out of range)
known_functions.lua:117: bad argument #1 to 'floor' (number expected, got table)
known_functions.lua:119: level two
false	handled: known_functions.lua:120: bad argument #1 to 'floor' (number expected, got table)
2	2	1	true	true
2	2
2
2
first 9 y 1	1	first	2	9	y
true	true	3
1	10
7	2	2
-2	-1	1.5
2
shadowed	1
1	2	number	2
0	0	2
0	2	9.5
]==]
local floor, ceil, abs, max, min, sqrt = math.floor, math.ceil, math.abs, math.max, math.min, math.sqrt
local byte, char, sub, len, rep = string.byte, string.char, string.sub, string.len, string.rep
local insert, remove, concat, unpack = table.insert, table.remove, table.concat, table.unpack
local type, tostring, tonumber, select, assert = type, tostring, tonumber, select, assert

print(floor(3.7), floor(-3.7), floor(5), floor("8.5"), floor(1e300), floor(-0.0), ceil(3.2), ceil(-0.5), ceil(2^62), ceil(2^63))
print(floor(0/0) ~= floor(0/0), floor(math.huge), floor(-math.huge), math.pi, math.maxinteger, math.mininteger)
print(abs(-3), abs(-3.5), abs(math.mininteger), abs("-4"), abs(-0.0))
print(max(1, 2), max(2, 1), max(1, 2.5), max(1.5, 1), max(3, 3.0), max(0/0, 1) ~= max(0/0, 1), max(1.0, 0/0), min(1, 0/0), min(-0.0, 0.0), max(-0.0, 0.0))
print(max(5), min(5), max(1, 2, 3), min(3, 2, 1), max("10", "9") == "9" or max("10", "9"))
print(sqrt(16), sqrt(2.25), sqrt("9"), math.sin(0), math.cos(0), math.exp(0), math.log(1), math.log(8, 2), math.atan(0, 1))
for i = -1, 7 do io.write(tostring((byte("hello", i))), " ") end print()
for i = -6, 7 do io.write("[", sub("hello", i), "]") end print()
for i = -3, 6 do for j = -2, 6 do io.write(sub("hello", i, j), ",") end end print()
print(sub("hello", 2.0, "3"), byte("hello", 2.0), byte("x"), byte(""), byte(65), char(65), char(), char(72, 105), len("abc"), len(12), rep("ab", 3))
print(type(nil), type(1), type("x"), type({}), type(print), type(type), type(true), type(coroutine.create(print)))
print(tostring(1), tostring(1.0), tostring(nil), tostring("s"), tostring(setmetatable({}, {__tostring = function() return "mine" end})))
print(tonumber("0x10"), tonumber(" 12 "), tonumber("z", 36), tonumber("x"), tonumber(7), tonumber("1e1"), tonumber(nil), tonumber(""))
print(assert(1), assert("a", "b"), select("#", assert(1, 2, 3)), rawequal("a", "a"), rawlen({1, 2}), rawlen("abc"), rawget({x = 1}, "x"))

-- wrong arguments are errors with the names that the program uses
local function try(f, ...) print(select(2, pcall(f, ...))) end
try(function(x) return floor(x) end, {})
try(function(x) local r = floor(x) return r end, "x")
try(function(x) local r = math.floor(x) return r end)
try(function(x) return math.max(x, 1) end, {})
try(function(x) local r = max(1, x) return r end, nil)
try(function(x) local r = abs(x) return r end, "a")
try(function(x) local r = sqrt(x) return r end, true)
try(function(x) local r = math.sin(x) return r end, print)
try(function(s, i) local r = byte(s, i) return r end, "x", "y")
try(function(s, i) local r = sub(s, i) return r end, "x")
try(function(s, i) local r = sub(s, i, i) return r end, {}, 1)
try(function(s, i) local r = string.sub(s, i, i) return r end, "x", 1.5)
try(function(s) local r = char(s) return r end, 256)
try(function(s) local r = len(s) return r end)
try(function(t) insert(t, 1) end, 5)
try(function(t) insert(t, 1, 2, 3) end, {})
try(function(t) return concat(t) end, {{}})
try(function(t) return remove(t) end)
try(function() return floor() end)
try(function() return max() end)
try(function() return type() end)
try(function() local t = type() return t end)
try(function() return tostring() end)
try(function(x) assert(x) end)
try(function(x) assert(x, "said") end)
try(function(x) assert(x, 7) end)
try(function(x) assert() end)
try(function(x) return rawget(x, 1) end, 1)
try(function(x) return setmetatable(x, 1) end, {})
try(function(x) return (select(x, 1)) end, 0)
try(function(x) for i = 1, 3 do if i == 2 then return floor(x) end end end, {})
local function level() error("level two", 2) end
try(function() level() end)
print(xpcall(function() return math.floor({}) end, function(m) return "handled: " .. m end))

-- as values, in lists, as the last of a list, in tables, as iterators
local t = {floor, max = max, math.min}
print(t[1](2.5), t.max(1, 2), t[2](1, 2), t[1] == math.floor, floor == math.floor)
print(floor(2.5), floor(2.5)) print((floor(2.5))) print(#{floor(1.5), floor(2.5)})
local out = {} insert(out, floor(9.9)) insert(out, sub("xyz", 2, 2)) insert(out, tostring(1)) insert(out, 1, "first")
print(concat(out, " "), remove(out), remove(out, 1), #out, unpack(out))
print(pcall(floor, 3.5), pcall(insert, out, "by pcall"), #out)
for k, v in next, {10} do print(k, v) end
local function tail(x) return floor(x) end
local function tails(...) return select(2, ...) end
print(tail(7.7), tails(1, 2, 3), (tails(1, 2, 3)))
local map = {} for i, f in ipairs({floor, ceil, abs}) do map[i] = f(-1.5) end print(unpack(map))
local swapped = 1 > 2 and floor or ceil
print(swapped(1.5))
local floor2 = floor
do local floor = function(x) return "shadowed" end print(floor(1.5), floor2(1.5)) end
print(math["floor"](1.5), _G.math.floor(2.5), _G.type(1), _ENV.tostring(2))
print(#arg, select("#"), select("#", nil, nil))
local function count(...) local n = select("#", ...) for i = 1, n do n = n + select(i, ...) end return n end
print(count(), count(1), count(1, 2.5, 3))
