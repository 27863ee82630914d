-- Functions of the library in every place where a value can stand.
--[==[ expects
false	functions_as_values.lua:28: attempt to perform arithmetic on a function value (upvalue 'floor')
false	functions_as_values.lua:29: attempt to get length of a function value (upvalue 'floor')
false	functions_as_values.lua:30: attempt to perform arithmetic on a function value (field 'floor')
false	functions_as_values.lua:31: attempt to concatenate a function value (upvalue 'floor')
false	functions_as_values.lua:32: attempt to compare two function values
false	functions_as_values.lua:33: attempt to index a function value (upvalue 'floor')
false	functions_as_values.lua:34: attempt to index a function value (upvalue 'floor')
false	functions_as_values.lua:35: attempt to index a function value (upvalue 'floor')
false	functions_as_values.lua:36: bad 'for' initial value (number expected, got function)
false	functions_as_values.lua:37: bad 'for' limit (number expected, got function)
false	functions_as_values.lua:38: bad argument #1 to 'for iterator' (number expected, got nil)
false	functions_as_values.lua:39: variable 'c' got a non-closable value
key	key	true	true	1	key	true
max	true	true	false	false	false	1	true
true	true	function	integer	true
true
once
true	true	true	3
nil	1
2	true	false	bad argument #1 to 'math.floor' (number expected, got no value)
4
false	true	function
a 1	2	5
]==]
local floor = math.floor
print(pcall(function() return floor + 1 end))
print(pcall(function() return #floor end))
print(pcall(function() return -math.floor end))
print(pcall(function() return floor .. "x" end))
print(pcall(function() return floor < math.ceil end))
print(pcall(function() return floor.name end))
print(pcall(function() floor.name = 1 end))
print(pcall(function() return floor:name() end))
print(pcall(function() for i = floor, 3 do end end))
print(pcall(function() for i = 1, math.floor do end end))
print(pcall(function() for k in math.floor do end end))
print(pcall(function() local c <close> = floor end))
local t = {[floor] = "key", math.ceil, f = type, [type] = 1}
print(t[floor], t[math.floor], t[1] == math.ceil, t.f == type, t[t.f], rawget(t, floor), next({[floor] = 1}) == floor)
t[math.max] = "max"
print(t[math.max], floor == floor, floor ~= math.ceil, floor == nil, floor == 1, not floor, floor and 1, nil or type == type)
print((floor or 1) == floor, (floor and math.ceil) == math.ceil, type(floor), math.type(1), select == select)
if floor then print("true") end
while math.floor do print("once") break end
local function id(...) return ... end
print(id(floor) == floor, (id(math.floor, 2)) == floor, select(2, id(floor, type)) == type, #{floor, type, id(floor)})
local f = floor
f = nil
print(f, floor(1.5))
local g
local function set() g = math.floor end
set()
print(g(2.5), pcall(g, 3.5), pcall(floor))
local co = coroutine.wrap(math.floor)
print(co(4.5))
print(pcall(string.rep), pcall(string.rep, "x", 2), tostring(floor):match("^builtin") or tostring(floor):match("^function"))
goto over
do local floor = 1 print(floor) end
::over::
print(string.format("%s %d", "a", 1), ("%d"):format(2), #string.format("%5.1f", 2.25))
