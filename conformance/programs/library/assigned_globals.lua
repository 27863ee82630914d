-- Globals of the library that the program assigns.
--[==[ expects
number	2
my type
<2>	3
my select
false	assigned_globals.lua:19: attempt to call a nil value (global 'assert')
my floor
]==]
print(type(1), tostring(2))
function type(x) return "my type" end
print(type(1))
local saved = tostring
tostring = function(x) return "<" .. saved(x) .. ">" end
print(tostring(2), saved(3))
_G.select = function() return "my select" end
print(select("#", 1, 2))
assert = nil
print(pcall(function() assert(true) end))
math = {floor = function() return "my floor" end}
print(math.floor(1.5))
