-- Functions of the library whose last argument is a call or varargs, where their result would have a known kind.
--[==[ expects
true	true	2.0	2	2	integer	2	3	x,x,x	1	nil	nil	2	98	3	2	ello	AB	2	1	5	1	true	true	1.0	3.0	3.1415926535898	AB	2	1,2	2	3
true	4.0	2
eq
true	true	2.0	4	number	2	4	1
false	library_calls_with_open_arguments.lua:18: bad argument #1 to 'rawequal' (value expected)
true	false	4.0	16	number	3	16	2
130.0
true	false
true	false
false	library_calls_with_open_arguments.lua:20: bad argument #1 to 'sqrt' (number expected, got string)
]==]
local function two(a, b) return a, b end
local p = {}
print(rawequal(p, two(p, p)), math.ult(two(1, 2)), math.sqrt(two(4, 1)), math.floor(two(2.5, 1)), math.max(two(1, 2)), math.type(two(1, 2)), select("#", two(1, 2)), string.len(two("abc", 1)), ("x"):rep(two(3, ",")), math.abs(two(-1, 2)), tostring(two(nil, 1)), type(two(nil, 1)), rawlen(two({1, 2}, 1)), string.byte(two("abc", 2)), math.tointeger(two(3.0, 1)), math.fmod(two(5, 3)), string.sub(two("hello", 2)), string.char(two(65, 66)), tonumber(two("10", 2)), string.format(two("%s", 1)), rawget(two({5}, 1)), next(two({7}, nil)), setmetatable(two({}, {})) ~= nil, getmetatable(two("x", 1)) ~= nil, math.exp(two(0, 1)), math.log(two(8, 2)), math.pi, utf8.char(two(65, 66)), utf8.len(two("ab", 1)), table.concat(two({1, 2}, ",")), table.unpack(two({1, 2, 3}, 2)))
local a, b, c = rawequal(two(1, 1)), math.sqrt(two(9, 1)), math.floor(two(1.5, 1)) print(a, b + 1, c + 1)
if rawequal(two(p, p)) then print "eq" end local function va(...) return rawequal(...), math.sqrt(...), math.floor(...), type(...), select("#", ...), math.max(...), string.len(...) end print(pcall(va, 4, 4)) print(pcall(va)) print(pcall(va, 16, 1, 2))
local s = 0 for i = 1, 5 do s = s + math.sqrt(two(i * i, 1)) + math.floor(two(i + 0.5, 1)) if rawequal(two(i, 3)) then s = s + 100 end end print(s)
print(pcall(rawequal, two(1))) print(pcall(function() return rawequal(two(1)) end)) print(pcall(function() return math.sqrt(two("x")) end))
