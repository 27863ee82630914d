-- A program that changes functions of the library finds the changed ones, wherever it reads them.
--[==[ expects
4.0	changed 16	nil	1	2
max	max	1
x	y	zz
UP	UP	c
1	6
false	changed_math.lua:24: attempt to call a nil value (field 'abs')
]==]
local floor = math.floor
local before = math.sqrt(16)
function math.sqrt(x) return "changed " .. x end
math.abs = nil
print(before, math.sqrt(16), math.abs, floor(1.5), math.max(1, 2))
local m = math
m.max = function() return "max" end
print(math.max(1, 2), m.max(3, 4), math.min(1, 2))
function string.trim(s) return (s:gsub("^%s+", "")) end
print(string.trim("  x"), ("  y"):trim(), string.rep("z", 2))
string.upper = function() return "UP" end
print(("a"):upper(), string.upper("b"), string.lower("C"))
table.insert = function(t, v) rawset(t, 1, v) end
local t = {} table.insert(t, 5) table.insert(t, 6) print(#t, t[1])
print(pcall(function() return math.abs(1) end))
