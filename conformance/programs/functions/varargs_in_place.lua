-- Varargs are used where the caller put them: `select` in place, lists that are passed on, yields, other functions by that name.
--[==[ expects
0	nil	nil	nil
1	nil	nil	nil
2	nil	nil	nil
3	1	2	nil
b	b	b	b	2	1
false	varargs_in_place.lua:108: bad argument #1 to 'select' (index out of range)
false	varargs_in_place.lua:108: bad argument #1 to 'select' (index out of range)
false	varargs_in_place.lua:108: bad argument #1 to 'select' (number has no integer representation)
false	varargs_in_place.lua:108: bad argument #1 to 'select' (number expected, got string)
false	varargs_in_place.lua:108: bad argument #1 to 'select' (number expected, got nil)
false	varargs_in_place.lua:108: bad argument #1 to 'select' (number expected, got table)
false	varargs_in_place.lua:108: bad argument #1 to 'select' (index out of range)
nil
mine	mine
mine	#	3
global
#	2
false	varargs_in_place.lua:134: attempt to call a nil value (local 'select')
false	varargs_in_place.lua:135: attempt to call a number value (local 'select')
1	1	2	3
2	1	2	3
3	1	2	3
6	1	2	3
inner	x	nil	z
relay	x	nil	z
inner	again	x	nil	z
3	again	x	nil	z
1	1	2
2	2	4
3	3	6
1	1	2
2	2	4
3	3	6
none	nil	nil
nil	nil	nil
x	nil	nil
nil	nil	nil	nil	nil
1	2	nil	nil	nil

x
nil	nil	0
nil	x	0
y	x	0
y	x	1	z
nil	nil
nil	nil	0
none	1	1
1	nil	nil
x	1	nil
1	nil	nil	nil	nil
1	2	1	nil	nil
1
x	1
nil	1	0
1	x	0
y	x	1	1
y	x	2	z	1
1	nil
nil	1	0
none	1	1
1	2	3
x	1	2
1	2	3	4	5
1	2	1	2	3
1	2	3	4	5	6
x	1	2	3	4	5	6
2	1	4	3	4	5	6
1	x	5	2	3	4	5	6
y	x	6	1	2	3	4	5	6
y	x	7	z	1	2	3	4	5	6
1	2
2	1	4	3	4	5	6
nil	nil	nil	nil
1	2	nil
0	1	2
0	0	0
1	2	3	4	5
0	1	2	3	4
2	1	5	3	4	5	6	7
1	0	6	2	3	4	5	6	7
nil	nil	0
1	3	7	7
55
nil	1
100
deep	er
0	0	0	3
4	3
8	1	7
1	3
p	q	p	q	r
true	1	2	3
true	true	1
e
]==]
local select = select

-- select with every kind of selector
local function chosen(...)
  return (select("#", ...)), (select(1, ...)), (select(2, ...)), (select(9, ...))
end
print(chosen())
print(chosen(nil))
print(chosen(nil, nil))
print(chosen(1, 2, 3))
local function picked(i, ...) return (select(i, ...)) end
print(picked(2, "a", "b"), picked(2.0, "a", "b"), picked("2", "a", "b"), picked(-1, "a", "b"), picked("#", "a", "b"), picked("#x", "a"))
print(pcall(picked, 0, "a"))
print(pcall(picked, -3, "a", "b"))
print(pcall(picked, 1.5, "a"))
print(pcall(picked, "x", "a"))
print(pcall(picked, nil, "a"))
print(pcall(picked, {}, "a"))
print(pcall(picked, math.mininteger, "a"))
print(picked(math.maxinteger, "a"))

-- another function of the name
do
  local real = select
  local select = function(what, ...) return "mine", what, real("#", ...) end
  local function f(...) return (select("#", ...)), (select(1, ...)) end
  print(f(1, 2, 3))
  local function g(...) local a, b, c = select("#", ...) return a, b, c end
  print(g(1, 2, 3))
end
local saved = _G.select
_G.select = function() return "global" end
print((function(...) return (_G.select(1, ...)) end)(5))
_G.select = saved
local callable = setmetatable({}, {__call = function(self, n, ...) return n, ... end})
print((function(...) return (callable("#", ...)), (callable(2, ...)) end)(7, 8))
print(pcall(function(...) local select = nil return (select("#", ...)) end, 1))
print(pcall(function(...) local select = 5 return (select(1, ...)) end, 1))

-- varargs live on across yields, several times over
local function slow(...)
  local total = 0
  for i = 1, select("#", ...) do
    coroutine.yield(i, ...)
    total = total + (select(i, ...) or 0)
  end
  return total, ...
end
local co = coroutine.wrap(slow)
print(co(1, 2, 3)) print(co()) print(co()) print(co())
local function relay(...)
  local function inner(...) coroutine.yield("inner", ...) return ... end
  local a = {inner(...)}
  coroutine.yield("relay", ...)
  return #a, inner("again", ...)
end
co = coroutine.wrap(relay)
print(co("x", nil, "z")) print(co()) print(co()) print(co())
local waiting = {}
for i = 1, 3 do
  waiting[i] = coroutine.wrap(function(...) while true do coroutine.yield(i, ...) end end)
  waiting[i](i, i * 2)
end
for round = 1, 2 do for i = 1, 3 do print(waiting[i]("ignored")) end end

-- what is passed on, to functions of all shapes
local function none() return "none" end
local function one(a) return a end
local function three(a, b, c) return a, b, c end
local function five(a, b, c, d, e) return a, b, c, d, e end
local function all(...) return ... end
local function some(a, b, ...) return b, a, select("#", ...), ... end
local function pass(...)
  print(none(...), one(...), (three(...)))
  print(three(...)) print(three("x", ...)) print(five(...)) print(five(1, 2, ...))
  print(all(...)) print(all("x", ...)) print(some(...)) print(some("x", ...)) print(some("x", "y", ...)) print(some("x", "y", "z", ...))
  print((all(...)), (some(...)))
  return some(...)
end
print(pass())
print(pass(1))
print(pass(1, 2, 3, 4, 5, 6))
local function none_at_all() end
local function two() return 1, 2 end
local function many() return 1, 2, 3, 4, 5, 6, 7 end
print(one(none_at_all()), three(none_at_all()))
print(three(two())) print(three(0, two())) print(three(0, 0, 0, two())) print(five(many())) print(five(0, many()))
print(some(many())) print(some(0, many())) print(some(none_at_all()))
print((three(many())), #{three(many())}, #{all(many())}, #{all(all(many()))})

-- recursion over the rest
local function sum(first, ...) if first then return first + sum(...) end return 0 end
print(sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
local function reverse(...)
  local function go(n, first, ...) if n == 0 then return end return (function(...) return ... end)(go(n - 1, ...)), first end
  return go(select("#", ...), ...)
end
print(reverse(1, 2, 3))
local function count(n, ...) if n == 0 then return select("#", ...) end return count(n - 1, n, ...) end
print(count(100))
local function depth(n, ...) if n == 0 then return ... end local a, b = depth(n - 1, ...) return a, b end
print(depth(1000, "deep", "er"))

-- tables and packs
print(#{...}, #{(...)}, #{all()}, #{nil, all(1, 2)})
local packed = table.pack(all(1, nil, 3, nil))
print(packed.n, packed[3])
local t = {all(many()), all(many())}
print(#t, t[1], t[8])
local function keep(...) local t = {...} return function() return table.unpack(t) end end
local k1, k2 = keep(1, 2), keep(3)
print(k1(), k2())
local function early(...) local a, b = ... all("clobber", "the", "stack") return a, b, ... end
print(early("p", "q", "r"))
print(pcall(all, 1, 2, 3))
print(pcall(pcall, all, 1))
print(select(2, pcall(error, "e", 0)))
