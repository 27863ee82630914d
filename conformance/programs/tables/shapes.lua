-- Tables that have the same fields share what says where they are; nobody sees it.
--[==[ expects
1	0	x=1 y=2 z=3
3	0	y=6 z=9
4	0	extra=constant x=4 y=8 z=12
5	0	dynamic=computed x=5 y=10 z=15
6	1	1=item x=6 y=12 z=18
7	0	1.5=float key x=7 y=14 z=21
8	0	x=8 y=16 z=24
10	0	
11	0	x=11 y=22 z=33
12	0	3=beyond a hole x=12 y=24 z=36
40	0	x=40 y=80 z=120
nil	nil
10	40	a=10 b=3 c=0 d=late
20	80	a=20 b=6 c=0 d=late
30	50	a=30 b=2 c=0 d=late
7335
1	624	36	1	35	nil
2	625	36	2	35	nil
3	626	36	3	35	nil
4	627	36	4	35	nil
4.0 7.5 11.0
6.5 12.5 18.5	moves
9.0 17.5 26.0	moves	computed
6.0 6.0 6.0
11.0 11.0 11.0	seven	yes
3.0 3.0 3.0; 6.0 6.0 6.0; 9.0 9.0 9.0; 12.0 12.0 12.0; 15.0 15.0 15.0; 18.0 18.0 18.0; 21.0 21.0 21.0; 24.0 24.0 24.0; 27.0 27.0 27.0; 30.0 30.0 30.0; 33.0 33.0 33.0; 36.0 36.0 36.0; 
false	shapes.lua:114: attempt to perform arithmetic on a nil value (field 'vz')
false	shapes.lua:114: attempt to perform arithmetic on a nil value (field 'z')
false	shapes.lua:112: attempt to perform arithmetic on a nil value (field 'vx')
false	shapes.lua:112: attempt to index a nil value (local 'o')
5.0 5.0 5.0
3 5.0 7
12	84	448
7	28	84	7	28	84
7	vx=1.0 vy=1.0 vz=1.0 x=1.0 y=1.0 z=1.0
true	nil	text1
true	nil	text2
true	nil	text3
1=again
10	value	false	invalid key to 'next'
]==]

local function sorted(t)
  local lines = {}
  for k, v in pairs(t) do lines[#lines + 1] = tostring(k) .. "=" .. tostring(v) end
  table.sort(lines)
  return table.concat(lines, " ")
end

-- The same fields in many objects, of which some then go their own ways.
local function point(x, y, z) return { x = x, y = y, z = z } end
local points = {}
for i = 1, 40 do points[i] = point(i, i * 2, i * 3) end
points[3].x = nil
points[4].extra = "constant"
points[5]["dyn" .. "amic"] = "computed"
points[6][1] = "item"
points[7][1.5] = "float key"
points[8][points[9]] = "object key"
points[8][points[9]] = nil
points[10].x, points[10].y, points[10].z = nil, nil, nil
points[11].z = points[11].x + points[11].y
points[12][3] = "beyond a hole"
for _, i in ipairs({ 1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 40 }) do print(i, #points[i], sorted(points[i])) end
print(next(points[10]), next({}))

-- Fields added one by one, in two orders, with and without a metatable.
local Class = {}
Class.__index = Class
local function object(flag, a, b, c)
  local self = setmetatable({}, Class)
  if flag then
    self.a = a
    self.b = b
  else
    self.b = b
    self.a = a
  end
  self.c = c
  return self
end
function Class:sum() return self.a + self.b * 10 + self.c * 100 end
local total = 0
for i = 1, 30 do
  local o = object(i % 3 == 0, i, i % 7, i % 5)
  if i % 10 == 0 then o.d = "late" end
  total = total + o:sum()
  if i % 10 == 0 then print(i, o:sum(), sorted(o)) end
end
print(total)

-- Many fields, more than are shared.
local function large(n)
  local t = { first = 0 }
  t.f1 = 1 t.f2 = 2 t.f3 = 3 t.f4 = 4 t.f5 = 5 t.f6 = 6 t.f7 = 7 t.f8 = 8 t.f9 = 9 t.f10 = 10
  t.f11 = 11 t.f12 = 12 t.f13 = 13 t.f14 = 14 t.f15 = 15 t.f16 = 16 t.f17 = 17 t.f18 = 18 t.f19 = 19 t.f20 = 20
  t.f21 = 21 t.f22 = 22 t.f23 = 23 t.f24 = 24 t.f25 = 25 t.f26 = 26 t.f27 = 27 t.f28 = 28 t.f29 = 29 t.f30 = 30
  t.f31 = 31 t.f32 = 32 t.f33 = 33 t.f34 = 34 t.f35 = 35
  t.f7 = n
  return t
end
for i = 1, 4 do
  local t, sum, count = large(i), 0, 0
  for _, v in pairs(t) do sum, count = sum + v, count + 1 end
  print(i, sum, count, t.f7, t.f35, t.f36)
end

-- Code that looks at several fields of one object: of any shape, of none, with fields that are not there.
local function move(o, dt)
  o.x = o.x + o.vx * dt
  o.y = o.y + o.vy * dt
  o.z = o.z + o.vz * dt
  return o
end
local function show(o) return string.format("%s %s %s", o.x, o.y, o.z) end
local body = { x = 1.5, y = 2.5, z = 3.5, vx = 1.0, vy = 2.0, vz = 3.0 }
for _ = 1, 5 do move(body, 0.5) end
print(show(body))
body.label = "moves"
for _ = 1, 5 do move(body, 0.5) end
print(show(body), body.label)
body["na" .. "me"] = "computed"
for _ = 1, 5 do move(body, 0.5) end
print(show(body), body.label, body.name)
local computed = {}
for _, k in ipairs({ "x", "y", "z", "vx", "vy", "vz" }) do computed[k] = 1.0 end
for _ = 1, 5 do move(computed, 1.0) end
print(show(computed))
computed[7], computed[true] = "seven", "yes"
for _ = 1, 5 do move(computed, 1.0) end
print(show(computed), computed[7], computed[true])
for i = 1, 12 do
  local o = {}
  o["k" .. i] = i
  o.x, o.y, o.z, o.vx, o.vy, o.vz = 0.0, 0.0, 0.0, 1.0, 1.0, 1.0
  o["l" .. i] = i
  for _ = 1, 3 do move(o, i + 0.0) end
  io.write(show(o), "; ")
end
print()
print(pcall(move, { x = 1.0, y = 1.0, z = 1.0, vx = 1.0, vy = 1.0 }, 1.0))
print(pcall(move, { x = 1.0, y = 1.0, vx = 1.0, vy = 1.0, vz = 1.0 }, 1.0))
print(pcall(move, "text", 1.0))
print(pcall(move, nil, 1.0))
print(show(move(setmetatable({ x = 1.0, y = 1.0, z = 1.0 }, { __index = { vx = 2.0, vy = 2.0, vz = 2.0 } }), 2.0)))
print(show(move({ x = 1, y = 2, z = 3, vx = 1, vy = 1.5, vz = 2 }, 2)))

-- One table under two names.
local function both(a, b)
  a.p = a.p + 1
  b.p = b.p + 1
  a.q = a.q + b.p
  b.q = b.q + a.p
  a.r = a.r + b.q
  b.r = b.r + a.q
end
local one = {}
for _, k in ipairs({ "p", "q", "r" }) do one[k] = 0 end
for _ = 1, 6 do both(one, one) end
print(one.p, one.q, one.r)
local first, second = { p = 1, q = 1, r = 1 }, { r = 1, q = 1, p = 1 }
for _ = 1, 6 do both(first, second) end
print(first.p, first.q, first.r, second.p, second.q, second.r)

-- A traversal of a table that such code looks at meanwhile.
local walked = {}
for _, k in ipairs({ "x", "y", "z", "vx", "vy", "vz", "w" }) do walked[k] = 1.0 end
local seen = 0
for k in pairs(walked) do
  seen = seen + 1
  for _ = 1, 3 do move(walked, 0.0) end
  if k == "w" then walked[k] = nil end
end
print(seen, sorted(walked))

-- Weak tables whose fields are constant names, and objects that only they know.
local weak = {}
for i = 1, 3 do
  weak[i] = setmetatable({ kept = points[i], lost = {}, text = "text" .. i }, { __mode = "v" })
end
collectgarbage()
for i = 1, 3 do print(weak[i].kept == points[i], weak[i].lost, weak[i].text) end
weak[1].lost = "again"
print(sorted({ weak[1].lost, weak[2].lost, weak[3].lost }))

-- Constructors whose values are nil now and then.
local function node(value, left, right) return { value = value, left = left, right = right } end
local root = node(1, node(2), node(3, nil, node(4)))
local function sum(n) return n and n.value + sum(n.left) + sum(n.right) or 0 end
print(sum(root), next(node(5)), pcall(next, node(6), "left"))
