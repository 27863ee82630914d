-- `function a.b.c`, `function a.b:c`, recursion of `local function`, and calls of every spelling.
--[==[ expects
1	4	true	3
true	2	nil	2
false	index	paren
done
2432902008176640000	-4249290049419214848
TEXT	litlit	4	12	5
string	long	7	table
nested
5
false	method_definitions.lua:36: attempt to index a nil value (field 'x')
false	method_definitions.lua:37: attempt to index a nil value (local 'n')
false	method_definitions.lua:38: attempt to index a nil value (global 'undefined_table')
2	1
]==]
local a = { b = { c = {} } }
function a.f(x) return x end
function a.b.g(x) return x * 2 end
function a.b.c:m(x) return self == a.b.c, x end
function a:self_and(...) return self == a, select("#", ...), ... end
print(a.f(1), a.b.g(2), a.b.c:m(3))
print(a:self_and(nil, 2))
print(a.b.c.m({}, 4), a["f"]("index"), (a.f)("paren"))
function global_function(n) if n == 0 then return "done" end return global_function(n - 1) end
print(global_function(5))
local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end
print(fact(20), fact(21))
local s = "text"
print(s:upper(), ("lit"):rep(2), s:len(), #s:rep(3), ("%d"):format(5))
print(a.f "string", a.f [[long]], a.f { 7 }[1], type(a.f {}))
a.b.c.n = function(self) return function() return function() return "nested" end end end
print(a.b.c:n()()())
local obj = { list = { function(self) return self end } }
print(obj.list[1](5))
print(pcall(function() function a.x.y.z() end end))
print(pcall(function() local n; function n.f() end end))
print(pcall(function() function undefined_table.f() end end))
do local function f() return 1 end; local g = f; f = function() return 2 end; print(f(), g()) end
