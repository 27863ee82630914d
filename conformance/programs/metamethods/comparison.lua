-- `__eq`, `__lt`, `__le`: when they are called, what they return, and what they are not called for.
--[==[ expects
false	true	false	true	true	false	false	false
true	true	false	false	false	true
true	false	true	true	true
eq eq eq eq lt le lt le lt le lt lt le le lt
true	true	true	true	true	false
true	false	true	false	true
false	comparison.lua:34: attempt to compare two table values
false	comparison.lua:35: attempt to compare table with number
false	comparison.lua:21: attempt to compare number with string
false	comparison.lua:37: attempt to compare table with number
1	2	3
a	nil	b
in conditions
2	true
]==]
local calls = {}
local mt = {}
mt.__eq = function(a, b) calls[#calls + 1] = "eq"; return a.v == b.v end
mt.__lt = function(a, b) calls[#calls + 1] = "lt"; return (type(a) == "table" and a.v or a) < (type(b) == "table" and b.v or b) end
mt.__le = function(a, b) calls[#calls + 1] = "le"; return (type(a) == "table" and a.v or a) <= (type(b) == "table" and b.v or b) end
local function new(v) return setmetatable({ v = v }, mt) end
local a, b, c = new(1), new(2), new(1)
print(a == b, a == c, a ~= c, a ~= b, a == a, a == 1, a == nil, rawequal(a, c))
print(a < b, a <= b, a > b, a >= b, a < c, a <= c)
print(a < 5, 5 < a, a <= 1, 1 >= a, a > 0)
print(table.concat(calls, " "))
local other = setmetatable({ v = 1 }, { __eq = function() return true end })
print(a == other, other == a, other == setmetatable({}, {}), other == {}, {} == other, other ~= {})
local truthy = setmetatable({}, { __eq = function() return "yes" end, __lt = function() return nil end, __le = function() return 0 end })
local twin = setmetatable({}, getmetatable(truthy))
print(truthy == twin, truthy < twin, truthy <= twin, truthy ~= twin, not (truthy < twin))
print(pcall(function() return {} < {} end))
print(pcall(function() return {} < 1 end))
print(pcall(function() return a < "x" end))
print(pcall(function() return setmetatable({}, { __le = function() return true end }) < 1 end))
local list = { new(3), new(1), new(2) }
table.sort(list)
print(list[1].v, list[2].v, list[3].v)
local t = {}
t[a] = "a"; t[b] = "b"
print(t[a], t[c], t[b])
if a < b and not (b < a) and a == c then print("in conditions") end
while a < b do a = new(a.v + 1) end
print(a.v, a == b)
