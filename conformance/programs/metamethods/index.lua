-- `__index` as a function and as a table, chains of both, absent values, rawget.
--[==[ expects
1	false	other?	x y?	nil
now own	other x y
hello	green	nil
added later	nil
found	1	100	nil
16	16	nil	0
true	3	nil
false	index.lua:36: attempt to index a nil value
false	index.lua:37: attempt to index a nil value (field 'b')
false	index.lua:38: attempt to index a nil value (field 'x')
false	index.lua:39: attempt to index a number value
false	index.lua:41: attempt to index a number value
true	false	index.lua:43: calling 'upper' on bad self (string expected, got table)
nil
fallback 1	fallback 1.5	fallback true
]==]
local log = {}
local t = setmetatable({ own = 1, no = false }, { __index = function(self, key) log[#log + 1] = tostring(key); return key .. "?" end })
print(t.own, t.no, t.other, t["x y"], rawget(t, "other"))
t.other = "now own"
print(t.other, table.concat(log, " "))
local base = { greet = function() return "hello" end, color = "red" }
local derived = setmetatable({ color = "green" }, { __index = base })
local object = setmetatable({}, { __index = derived })
print(object.greet(), object.color, object.none)
base.none = "added later"
print(object.none, rawget(object, "none"))
local chain = { deepest = "found" }
for i = 1, 100 do chain = setmetatable({ ["level" .. i] = i }, { __index = chain }) end
print(chain.deepest, chain.level1, chain.level100, chain.level101)
local counter = setmetatable({}, { __index = function(t, i) local v = i * i; rawset(t, i, v); return v end })
print(counter[4], rawget(counter, 4), rawget(counter, 5), #counter)
print(("x").len == string.len, ("abc"):len(), ("x").missing)
print(pcall(function() return (nil).x end))
print(pcall(function() local a = {}; return a.b.c end))
print(pcall(function() return object.color.x.y end))
print(pcall(function() return (5).x end))
local bad = setmetatable({}, { __index = 5 })
print(pcall(function() return bad.field end))
local stringy = setmetatable({}, { __index = "text" })
print(stringy.len == string.len, pcall(function() return stringy:upper() end))
local callable = setmetatable({}, { __index = setmetatable({}, { __call = function(_, t, k) return "never called" end }) })
print(callable.x)
local mixed = setmetatable({}, { __index = setmetatable({}, { __index = function(_, k) return "fallback " .. tostring(k) end }) })
print(mixed[1], mixed[1.5], mixed[true])
