-- Varargs kept in closures, passed on, selected from, and held across yields.
--[==[ expects
3	1	1	3
false	varargs_passed_on.lua:54: bad argument #1 to 'select' (index out of range)
a
nil
c
a	nil	c
3	a	nil	c
11	2	1	2	3
1	2	3	4	1	2	3	4
1nilfalsex
x
9
50	2
false	bad argument #1 to 'select' (index out of range)
false	bad argument #1 to 'select' (index out of range)
2	3
b	false	bad argument #1 to 'select' (number has no integer representation)
1=1 2=2 1	2
1=3 2=4 3	4

1	3	nil
4	1	nil	3	nil
true	1	1
0
1	nil
18	6
close	nil
1	2	nil
close	E
false	E
1,2,3	0	2
200	51
a b c
250
def	nil
def	1	1
1	nil	nil	2
X	X
true	3	nil	nil	3
2	1	2
0	1	2
3	1	2

]==]
local function pack2(...) return {n = select("#", ...), ...} end
local function f(...)
  local g = function(...) return select("#", ...), ... end
  local a = pack2(...)
  local x = g(...)
  local t = {...}
  t[1] = "changed"
  return x, a[1], (select(1, ...)), select(-1, ...)
end
print(f(1, 2, 3)) print(pcall(f))
local function co(...)
  local n = select("#", ...)
  for i = 1, n do coroutine.yield((select(i, ...))) end
  coroutine.yield(...)
  local t = table.pack(...)
  return t.n, ...
end
local c = coroutine.wrap(co)
print(c("a", nil, "c")) print(c()) print(c()) print(c()) print(c())
local function mutate(...) local a, b = ... a = 10 local function inner(...) a = a + 1 return a, ... end return inner(b, ...) end
print(mutate(1, 2, 3))
local function rec(n, ...) if n == 0 then return ... end local r = {rec(n - 1, n, ...)} r[#r + 1] = n return table.unpack(r) end
print(rec(4))
local function fold(f, z, ...) local n = select("#", ...) for i = 1, n do z = f(z, (select(i, ...))) end return z end
print(fold(function(a, b) return a .. tostring(b) end, "", 1, nil, false, "x"))
local function curry(f, ...) local a = {...} local n = select("#", ...) return function(...) local b = table.move({...}, 1, select("#", ...), n + 1, table.move(a, 1, n, 1, {})) return f(table.unpack(b, 1, n + select("#", ...))) end end
print(curry(math.max, 1, 5)(3, 9), curry(print, "x")())
print(select("#", table.unpack({}, 1, 50)), (select("#", nil, nil)))
print(pcall(select, 0, 1)) print(pcall(select, -5, 1)) print(select(-2, 1, 2, 3)) print(select(2.0, "a", "b"), pcall(select, 1.5, 1))
local function va(...) for i, v in ipairs{...} do io.write(i, "=", tostring(v), " ") end print(...) return ... end
print((va(1, 2)), va(3, 4), (va()))
local mt = setmetatable({}, {__call = function(self, ...) return select("#", ...), ... end, __index = function(t, k) return k end})
print(mt(1, nil, 3, nil)) print(pcall(mt, 1))
local function tail(...) return mt(...) end print(tail()) print(tail(nil))
local function vararg_in_loop(...) local s = 0 for i = 1, 3 do local function h(...) local a, b = ... return (a or 0) + (b or 0) end s = s + h(...) + h(i, ...) end return s end
print(vararg_in_loop(1, 2), vararg_in_loop())
local function closes(...) local t <close> = setmetatable({}, {__close = function(_, e) print("close", e) end}) return ... end print(closes(1, 2, nil))
print(pcall(function(...) local t <close> = setmetatable({}, {__close = function(_, e) print("close", e) end}) error((...), 0) end, "E"))
print(table.concat({(function(...) return ... end)(1, 2, 3)}, ","), #{(function() end)()}, #{(function() return nil, nil end)(), 1})
local function many(n) if n == 0 then return end return n, many(n - 1) end print(select("#", many(200)), (select(150, many(200))))
print(string.format("%s %s %s", (function(...) return ... end)("a", "b", "c")))
print(math.max(table.unpack((function() local t = {} for i = 1, 250 do t[i] = i end return t end)())))
local function both(a, ...) a = a or "def" local b = ... return a, b, ... end print(both()) print(both(nil, 1)) print(both(1, nil, 2))
local t = {f = function(self, ...) return self.x, ... end, x = "X"} print(t:f(t:f(1)), (t:f()))
print(xpcall(function(...) return select("#", ...), ... end, print, nil, nil, 3))
local w = coroutine.wrap(function(...) local a = {...} while true do a = {coroutine.yield(#a, ...)} end end) print(w(1, 2)) print(w()) print(w(nil, nil, 5))
goto e do ::x:: end ::e:: print(...)
