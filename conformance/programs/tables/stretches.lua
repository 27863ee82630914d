-- Runs of field accesses and arithmetic are tried at once; whatever is unusual must come out as if they ran one by one.
--[==[ expects
3.0	-0.5	0.25	-0.5	3
4.5	-3.5	0.25	-0.5	6
19	26	3	4	3
19.0	26.0	3.0	4.0	-9223372036854775806
7.0	34.0	3.0	0x10	1.5
false	stretches.lua:90: attempt to perform arithmetic on a nil value (field 'vy')
false	stretches.lua:91: attempt to perform arithmetic on a nil value (field 'n')
false	stretches.lua:90: attempt to perform arithmetic on a table value (field 'y')
false	stretches.lua:89: attempt to index a nil value (local 'self')
false	stretches.lua:89: attempt to index a number value (local 'self')
false	stretches.lua:89: attempt to perform arithmetic on a nil value (field 'vx')
false	stretches.lua:90: attempt to perform arithmetic on a nil value (field 'vy')
2.0	1.0	1
3.0	2.0	11	10
5.0	3.0	12	10
get x, get vx, set x 4.5, get y, get vy, set y 4.5, get n, set n 2.5
sum	2.0	2
2.5	1.5
0.0	0.0
2	1
0	0
2.5	c	1
2.5	2.5	2.5
1	1	c
2.5	1	2.5
3	1	nil	2.5
5
6	4
12	12
14.0	14.0
6.5	4
6.0	4.0
20	14
6	4
false	stretches.lua:177: attempt to perform arithmetic on a nil value (field '?')
2.0	s	s
2.0	1.5	1.5
false	stretches.lua:200: attempt to add a 'string' with a 'number'
5.5	5.5
x	4.0
false	stretches.lua:200: attempt to perform arithmetic on a nil value (field '?')
2.0
true	2.5
2	2.5	3
2.0	2.75
3.0	5.0
false	stretches.lua:221: attempt to index a nil value (field 'vel')
false	stretches.lua:222: attempt to perform arithmetic on a nil value (field 'y')
0.0	0.0	-0.0	-nan	-0.0	2.0
inf	0.0	inf	1.0	-1e+308	-nan
-nan	inf	-inf	-nan	-inf	-nan
9223372036854775807	-9223372036854775807	-9223372036854775808	9.2233720368548e+18	-9223372036854775808	1
3.5	2.5	1.5	6.0	-3	10.75
9.007199254741e+15	9.007199254741e+15	9.007199254741e+15	9.007199254741e+15	-9.007199254741e+15	8.1129638414607e+31
2.5	4.5035996273705e+15
4.5035996273705e+15	4.5035996273705e+15
658	1250496027	19081
658	1250496027.0	19081.0
false	stretches.lua:250: attempt to perform bitwise operation on a string value (field 'h')
false	stretches.lua:250: number (field 'h') has no integer representation
1365	897012311	13687
15.5625	5.25
10.5	4.5
12.1875	4.5
false	stretches.lua:266: attempt to perform arithmetic on a nil value (field '?')
6.5	6.5	2.5	5.0
y
vy
n
2.0	10.0	2
2.5	2.5	1.0	1.0	2
1	1	1	1	2	2	3	2
1.6961161351382	3.4029033784546	7	1.4882366167056	5.0990195135928
1.6961161351382	3.4029033784546	7	1.4882366167056	5.0990195135928
1.2425356250363	2.8805700005813	8	0.94660451975006	4.1231056256177
1.6961161351382	3.4029033784546	-9223372036854775805	-9.1510399964971e+18	5.0990195135928
1.6961161351382	3.4029033784546	5	4.9607887223519	5.0990195135928
true
false	attempt to compare table with number
false	stretches.lua:333: attempt to perform 'n%0'
true	-2	3
true	-2	3
true	-2	3.0
false	stretches.lua:334: number (local 'a') has no integer representation
]==]
local function move(self, dt)
  self.x = self.x + self.vx * dt
  self.y = self.y + self.vy * dt
  self.n = self.n + 1
end
local function show(p) print(p.x, p.y, p.vx, p.vy, p.n) end

-- floats, integers, and one of them an integer
local p = {x = 1.5, y = 2.5, vx = 0.25, vy = -0.5, n = 0}
for _ = 1, 3 do move(p, 2.0) end
show(p)
for _ = 1, 3 do move(p, 2) end
show(p)
p = {x = 1, y = 2, vx = 3, vy = 4, n = 0}
for _ = 1, 3 do move(p, 2) end
show(p)
p = {x = 1.0, y = 2, vx = 3.0, vy = 4.0, n = math.maxinteger}
for _ = 1, 3 do move(p, 2.0) end
show(p)

-- strings that are numbers, and things that are not
p = {x = "1", y = 2.0, vx = 3.0, vy = "0x10", n = 0.5}
move(p, 2.0)
show(p)
print(pcall(move, {x = 1.0, y = 1.0, vx = 1.0, n = 1}, 1.0))
print(pcall(move, {x = 1.0, y = 1.0, vx = 1.0, vy = 1.0}, 1.0))
print(pcall(move, {x = 1.0, y = {}, vx = 1.0, vy = 1.0, n = 1}, 1.0))
print(pcall(move, nil, 1.0))
print(pcall(move, 7, 1.0))
print(pcall(move, "text", 1.0))

-- what was done before the error stays done
p = {x = 1.0, vx = 1.0, y = 1.0, n = 1}
print(pcall(move, p, 1.0))
print(p.x, p.y, p.n)

-- metatables: inherited fields, and stores that a metamethod sees
local log = {}
local class = {vx = 0.5, vy = 0.25, n = 10}
class.__index = class
p = setmetatable({x = 1.0, y = 1.0}, class)
move(p, 4.0)
print(p.x, p.y, rawget(p, "n"), class.n)
move(p, 4.0)
print(p.x, p.y, rawget(p, "n"), class.n)
local proxy = setmetatable({}, {
  __index = function(_, k) log[#log + 1] = "get " .. k return 1.5 end,
  __newindex = function(_, k, v) log[#log + 1] = "set " .. k .. " " .. tostring(v) end,
})
move(proxy, 2.0)
print(table.concat(log, ", "))
local V = {}
V.__add = function(a, b) return "sum" end
V.__mul = function(a, b) return setmetatable({}, V) end
p = {x = setmetatable({}, V), y = 1.0, vx = setmetatable({}, V), vy = 1.0, n = 1}
move(p, 1.0)
print(p.x, p.y, p.n)

-- two names for one table
local function exchange(a, b)
  a.x = a.x + b.x
  b.x = a.x - b.x
  a.x = a.x - b.x
  return a.x, b.x
end
print(exchange({x = 1.5}, {x = 2.5}))
local one = {x = 3.5}
print(exchange(one, one))
print(exchange({x = 1}, {x = 2}))
one = {x = 3}
print(exchange(one, one))

-- two indices for one element
local function rotate(t, i, j, k)
  local first = t[i]
  t[i] = t[j]
  t[j] = t[k]
  t[k] = first
  return t[i], t[j], t[k]
end
local t = {1, 2.5, "c", true, {}}
print(rotate(t, 1, 2, 3))
print(rotate(t, 1, 1, 1))
print(rotate(t, 2, 2, 3))
print(rotate(t, 1, 2, 1))
print(select("#", rotate(t, 1, 2, 9)), t[1], t[2], t[9])
print(#t)
local function bump(t, i, j)
  t[i] = t[i] + 1
  t[j] = t[j] * 2
  t[i] = t[i] + t[j]
  return t[i], t[j]
end
print(bump({1, 2, 3}, 1, 2))
print(bump({1, 2, 3}, 2, 2))
print(bump({1.5, 2.5, 3}, 2, 2))
print(bump({1.5, 2, 3}, 1, 2))
print(bump({1, 2.0, 3}, 1, 2))
print(bump({[1] = 5, [2.0] = 7}, 1.0, 2))
print(bump({a = 1, b = 2}, "a", "b"))
print(pcall(bump, {1, 2}, 1, 3))

-- a store of another type, then a read through the other name
local function retype(t, i, j)
  local sum = t[i] + 0.5
  t[i] = t[j]
  return sum, t[i], t[j]
end
print(retype({1.5, "s"}, 1, 2))
print(retype({1.5, 2.5}, 1, 1))
local function overwrite(t, i, j, v)
  t[i] = v
  t[j] = t[j] + 1.5
  return t[i], t[j]
end
print(pcall(overwrite, {1.5, 2.5}, 1, 1, "x"))
print(overwrite({1.5, 2.5}, 1, 1, "4"))
print(overwrite({1.5, 2.5}, 1, 2, "x"))
print(pcall(overwrite, {1.5, 2.5}, 1, 1, nil))

-- an element that decides which element
local function chase(t, links, i)
  links[i] = links[i] + 1
  t[links[i]] = t[links[i]] + 0.5
  return t[links[i]]
end
print(chase({0.5, 1.5, 2.5}, {0, 1}, 2))
local both = {1, 2, 3}
print(pcall(chase, both, both, 1))
print(both[1], both[2], both[3])

-- nested tables
local function nested(o)
  o.pos.x = o.pos.x + o.vel.x
  o.pos.y = o.pos.y + o.vel.y
  return o.pos.x, o.pos.y
end
print(nested({pos = {x = 1.5, y = 2.5}, vel = {x = 0.5, y = 0.25}}))
local same = {x = 1.5, y = 2.5}
print(nested({pos = same, vel = same}))
print(pcall(nested, {pos = {x = 1.5, y = 2.5}}))
print(pcall(nested, {pos = {x = 1.5}, vel = same}))

-- edges of arithmetic
local function arithmetic(t)
  local a, b = t.a, t.b
  return a + b, a - b, a * b, a / b, -a, (a + b) * (a - b) + 2
end
print(arithmetic({a = 0.0, b = -0.0}))
print(arithmetic({a = 1e308, b = 1e308}))
print(arithmetic({a = math.huge, b = -math.huge}))
print(arithmetic({a = math.mininteger, b = -1}))
print(arithmetic({a = 3, b = 0.5}))
print(arithmetic({a = 2^53, b = 1}))
local function mixed(t, i)
  t.f = t.f * i + 1
  t.g = t.g + 9007199254740993 * 0.5
  return t.f, t.g
end
print(mixed({f = 0.5, g = 0.5}, 3))
print(mixed({f = 0.5, g = 0.5}, 9007199254740993))
local function bits(t)
  t.h = (t.h ~ 0x55) & 0xff
  t.h = t.h << 3 | t.h >> 5
  t.s = (t.s * 1103515245 + 12345) % 2147483648
  t.q = t.s // 65536 % 32768
  return t.h, t.s, t.q
end
print(bits({h = 7, s = 42, q = 0}))
print(bits({h = 7.0, s = 42.0, q = 0.0}))
print(pcall(bits, {h = "7", s = 42, q = 0}))
print(pcall(bits, {h = 7.5, s = 42, q = 0}))
print(bits({h = -1, s = -42, q = 0}))

-- variables that are read after, before and never
local function variables(t, n)
  local sum, last = 0, nil
  for i = 1, n do
    local x = t[i] * 0.5
    local y = x + t[i]
    local unused = y * x
    sum = sum + x * y
    last = y
  end
  return sum, last
end
print(variables({1.5, 2.5, 3.5}, 3))
print(variables({1, 2, 3}, 3))
print(variables({1, 2.5, "3"}, 3))
print(pcall(variables, {1, 2.5}, 3))
local function closures(t)
  local x = t.a + t.b * 2.0
  local get = function() return x end
  t.a = t.a + 1.0
  t.b = t.b + t.a
  return get(), x, t.a, t.b
end
print(closures({a = 1.5, b = 2.5}))

-- a coroutine that is suspended in the middle
local co = coroutine.wrap(function()
  local slow = setmetatable({x = 1.0, vx = 2.0}, {__index = function(_, k) return coroutine.yield(k) end})
  move(slow, 0.5)
  return slow.x, slow.y, slow.n
end)
print(co())
print(co(8.0))
print(co(4.0))
print(co(1))

-- weak tables and prototypes
local weak = setmetatable({x = 1.5, y = 1.5, vx = 1.0, vy = 1.0, n = 1}, {__mode = "kv"})
move(weak, 1.0)
show(weak)
local Base = {count = 0, f = function() return 1 end}
Base.__index = Base
local object = setmetatable({}, Base)
local function count(class)
  class.count = class.count + 1
  class.total = (class.total or 0) + class.count * 2
  return class.count, class.total
end
print(object.f(), object:f(), count(Base), object.count, count(Base), object.count, count(object), Base.count)

-- functions of the library among them
local sqrt, abs, max, min = math.sqrt, math.abs, math.max, math.min
local function library(o)
  local dx, dy = o.x - o.y, o.y * 2.0
  local d = sqrt(dx * dx + dy * dy)
  o.x = o.x + abs(dx) / d
  o.y = max(o.y, d) - min(o.x, d)
  o.n = max(o.n, 3) + abs(o.n)
  o.m = min(o.n, o.k) * math.sin(o.x)
  return o.x, o.y, o.n, o.m, d
end
print(library({x = 1.5, y = 2.5, n = -4, k = 1.5}))
print(library({x = 1.5, y = 2.5, n = -4, k = 1.5, m = 0.0}))
print(library({x = 1, y = 2, n = 4, k = 1, m = 0}))
print(library({x = 1.5, y = 2.5, n = math.mininteger, k = 7, m = 0.5}))
print(library({x = "1.5", y = 2.5, n = 2, k = 7, m = 0.5}))
print(library({x = 0.0 / 0.0, y = -0.0, n = 2, k = 7, m = 0.5}) ~= nil)
print(pcall(library, {x = 1.5, y = 2.5, n = {}, k = 1}))

-- a division of what turns out to be integers only behind it
local function divided(t)
  local a, b = t.a % t.b, t.a // t.b
  t.c = ~a
  t[b] = t[b] + ~b
  return t.c, b
end
print(pcall(divided, {a = 7, b = 0, c = 1}))
print(pcall(divided, {a = 7, b = 2, c = 1, [3] = 0}))
print(pcall(divided, {5, 6, 7, a = 7, b = 2, c = 1}))
print(pcall(divided, {5, 6, 7, a = 7.0, b = 2.0, c = 1}))
print(pcall(divided, {5, 6, 7, a = 7.0, b = 0.0, c = 1}))
