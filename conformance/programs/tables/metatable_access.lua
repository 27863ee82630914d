-- rawget, rawset, rawequal, rawlen go around metamethods.
--[==[ expects
index	nil	99	2	1
true	5	5
true	false	true	true	true
false	bad argument #1 to 'rawlen' (table or string expected, got number)
4
false	bad argument #1 to 'rawget' (table expected, got string)
1
99	nil	nil	true
nil
added to the metatable later
nil
add
false	metatable_access.lua:42: attempt to perform arithmetic on a table value (upvalue 'obj')
7
false	attempt to call a table value
8
4
true
false
true	true
false
42
0
str
true
cat	cat
false
nil	nil
]==]
local t = setmetatable({ 1, 2 }, { __index = function() return "index" end, __newindex = function() error("newindex") end, __len = function() return 99 end, __eq = function() return true end })
print(t.x, rawget(t, "x"), #t, rawlen(t), rawget(t, 1))
print(rawset(t, "x", 5) == t, t.x, rawget(t, "x"))
local u = setmetatable({}, getmetatable(t))
print(t == u, rawequal(t, u), rawequal(t, t), rawequal("a", "a"), rawequal(1, 1.0))
print(pcall(rawlen, 5)) print(rawlen("four")) print(pcall(rawget, "x", 1)) print(select("#", rawget({}, 1)))
print(getmetatable(t).__len(), getmetatable({}), getmetatable(5), getmetatable("x") == getmetatable("y"))
local mt = {}
local obj = setmetatable({}, mt)
print(obj.a) mt.__index = { a = "added to the metatable later" } print(obj.a) mt.__index = nil print(obj.a)
mt.__add = function() return "add" end print(obj + 1) mt.__add = nil print(pcall(function() return obj + 1 end))
mt.__call = function(self, x) return x end print(obj(7)) mt.__call = nil print(pcall(obj))
mt.__newindex = function(t, k, v) rawset(t, k, v * 2) end obj.n = 4 print(obj.n) mt.__newindex = nil obj.m = 4 print(obj.m)
mt.__eq = function() return true end local twin = setmetatable({}, mt) print(obj == twin) mt.__eq = nil print(obj == twin)
mt.__lt = function() return true end print(obj < twin, twin < obj) mt.__lt = nil print((pcall(function() return obj < twin end)))
mt.__len = function() return 42 end print(#obj) mt.__len = nil print(#obj)
mt.__tostring = function() return "str" end print(tostring(obj)) mt.__tostring = nil print(tostring(obj):match("^table: ") ~= nil)
mt.__concat = function() return "cat" end print(obj .. "", 1 .. obj) mt.__concat = nil print((pcall(function() return obj .. "" end)))
setmetatable(obj, nil) print(getmetatable(obj), obj.a)
