-- Calls on what calls return, strings and tables as arguments, calls that go on over lines.
--[==[ expects
4	1	two	3	four
5	s	1
x B,x B
10
1	x
1
0	nil
1	y
9	-55	121	true
2	3	4	1
anything	other	3
3
1	2	3	4	3
]==]
local t = {}
function t:add(x) self[#self + 1] = x; return self end
function t.make() return function(x) return { value = x, f = function() return x end } end end
t:add(1):add "two":add { 3 }:add [[four]]
print(#t, t[1], t[2], t[3][1], t[4])
print(t.make()(5).value, t.make()("s").f(), t.make() { 1 }.value[1])
local s = ("%s %s"):format("a", "b"):upper():rep(2, ","):gsub("A", "x")
print(s)
local result = t
  .make()
  (10)
  .f()
print(result)
local f = function(...) return select("#", ...), (...) end
print(f "x") print((f {})) print(f()) print((f)("y"))
print(#("abc"):rep(3), -("5"):rep(2), ("x"):byte() + 1, not ("x"):find("y"))
local matrix = { { 1, 2 }, { 3, 4, get = function(self, i) return self[i] end } }
print(matrix[1][2], matrix[2]:get(1), matrix[#matrix][#matrix[1]], matrix[2].get(matrix[1], 1))
local g = setmetatable({}, { __index = function(_, k) return function(_, ...) return k, ... end end })
print(g:anything(1, 2), g.other(g, 3))
print(type(f) == "function" and f(1, 2, 3))
local keys = { ["a b"] = 1, ["end"] = 2, [1.5] = 3, [true] = 4 }
print(keys["a b"], keys["end"], keys[1.5], keys[true], keys[3 / 2])
