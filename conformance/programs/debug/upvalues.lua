--[==[ expects
1	index	1
a	1
b	2

a	12	10
true	false
4	true	nil
false	bad argument #2 to 'debug.upvaluejoin' (invalid upvalue index)
false	bad argument #2 to 'debug.upvaluejoin' (invalid upvalue index)
1	b
2	a
3	_ENV
4	nil
_ENV
nil
true	self	other
2	0
false
i	z	2
in env
false	upvalues.lua:46: attempt to index a nil value (global 'nope')
]==]
local a, b = 1, 2
local function f() return a + b end
local index = 0 local function named() index = index + 1 return index end print(named(), debug.getupvalue(named, 1))
local function g() return b, a, x end
print(debug.getupvalue(f, 1)) print(debug.getupvalue(f, 2)) print(debug.getupvalue(f, 3))
print(debug.setupvalue(f, 1, 10), f(), a)
print(debug.upvalueid(f, 1) == debug.upvalueid(g, 2), debug.upvalueid(f, 1) == debug.upvalueid(g, 1))
debug.upvaluejoin(f, 1, g, 1)
print(f(), pcall(debug.upvalueid, f, 9))
print(pcall(debug.upvaluejoin, f, 9, g, 1)) print(pcall(debug.upvaluejoin, print, 1, g, 1))
for i = 1, 4 do print(i, (debug.getupvalue(g, i))) end
local function h() return y end
print((debug.getupvalue(h, 1)) , debug.upvaluejoin(h, 1, function() return a end, 1))
print(y)
local function self(n) if n == 0 then return 0 end return self(n - 1) end
print(debug.getupvalue(self, 1) == "self", debug.setupvalue(self, 1, function() return "other" end), self(3))
print(debug.getinfo(f, "u").nups, debug.getinfo(print, "u").nups)
local t = {} for i = 1, 3 do t[i] = function() return i end end
print(debug.upvalueid(t[1],1) == debug.upvalueid(t[2],1)) print(debug.setupvalue(t[1],1,"z"), t[1](), t[2]())
local function setfenv(fn, env) local i = 1 while true do local n = debug.getupvalue(fn, i) if n == "_ENV" then debug.upvaluejoin(fn, i, function() return env end, 1) return fn elseif not n then return fn end i = i + 1 end end
local function show() return (zz) end
print(setfenv(show, {zz = "in env"})())
print(pcall(function() return nope.x end))
