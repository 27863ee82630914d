-- Loops whose usual way calls nothing: what happens when it is left, and where.
--[==[ expects
0	integer
6	integer
6.5	float
6.5	float
7.0	float
6.5	float
0.0	-0.0	float
9.2233720368548e+18	-9223372036854775807	integer
14.0	float
false	loops_without_calls.lua:52: attempt to perform arithmetic on a table value (field '?')
false	loops_without_calls.lua:52: attempt to perform arithmetic on a table value (local 's')
false	loops_without_calls.lua:52: attempt to perform arithmetic on a nil value (local 's')
15.0	32
114.5
14.0
false	loops_without_calls.lua:71: attempt to perform arithmetic on a nil value (field '?')
0
77.0
18.0	1.0 1.5 2.0 2.5 3.0
6.0	3	3.0
3.0	nil	2.0
6.0	3	3.0
3	nil	2	-1.0
6.0	6.0
6.0
2	6
1.414213562	3.000000000	6
2.75	0	2.75
5.0	7.5	false	loops_without_calls.lua:192: attempt to perform arithmetic on a nil value (field '?')
4.0	3	3.5	0	0	1
8.25	22.25	5057.25	true
15.0	8.5	6	3
1.5
false	loops_without_calls.lua:236: attempt to perform arithmetic on a nil value (field 'x')
false	loops_without_calls.lua:236: attempt to index a number value (field '?')
false	loops_without_calls.lua:236: attempt to index a nil value (field '?')
]==]
local function mat(n, f)
  local m = {}
  for i = 1, n do
    m[i] = {}
    for j = 1, n do m[i][j] = f(i, j) end
  end
  return m
end

-- A sum that begins with an integer: integers stay, floats make a float, and what comes first decides.
local function sum(list, from)
  local s = from
  for i = 1, #list do s = s + list[i] end
  return s, math.type(s)
end
print(sum({}, 0))
print(sum({ 1, 2, 3 }, 0))
print(sum({ 1.5, 2, 3 }, 0))
print(sum({ 1, 2, 3.5 }, 0))
print(sum({ 1.5, 2.5, 3 }, 0))
print(sum({ 1.5, "2", 3 }, 0))
print(sum({ -0.0, -0.0 }, 0), sum({ -0.0, -0.0 }, -0.0))
print(sum({ 0.5, 0.5 }, math.maxinteger), sum({ 1, 1 }, math.maxinteger))
print(sum({ 1.5, 2.5 }, "10"))
print(pcall(sum, { 1.5, 2.5, {}, 1 }, 0))
print(pcall(sum, { 1.5, 2.5 }, {}))
print(pcall(sum, { 1.5, 2.5 }, nil))

-- The same with an index and a product, and left in the middle by a value of another kind.
local function dot(x, y, n)
  local s = 0
  for i = 1, n do s = s + x[i] * y[i] end
  return s
end
local V = setmetatable({}, {
  __mul = function(a, b) return 100 end,
  __index = function(_, k) return k end,
})
print(dot({ 1.5, 2.5, 3.5 }, { 2.0, 2.0, 2.0 }, 3), dot({ 1, 2, 3 }, { 4, 5, 6 }, 3))
print(dot({ 1.5, V, 3.5, 4.5 }, { 2.0, 2.0, 2.0, 1.0 }, 4))
print(dot(V, { 1.0, 2.0, 3.0 }, 3))
print(pcall(dot, { 1.5, 2.5 }, { 1.0 }, 2))
print(dot({ 1.0, 2.0 }, { 1.0, 2.0 }, 0))

-- Rows that stay the same, and one that is replaced while the loop runs.
local function row(a, i, n)
  local s = 0.0
  for k = 1, n do
    s = s + a[i][k]
    if k == 2 then a[i] = { 10.0, 20.0, 30.0, 40.0 } end
  end
  return s
end
print(row(mat(4, function(i, j) return i + j + 0.0 end), 2, 4))

-- Elements are read and written by the same loop, through two variables for one table.
local function shift(a, b, n)
  local last = 0.0
  for i = 2, n do
    a[i] = b[i - 1] + 0.5
    last = last + a[i] * 2.0
  end
  return last
end
local t = { 1.0, 1.0, 1.0, 1.0, 1.0 }
print(shift(t, t, 5), table.concat(t, " "))

-- Ways out: break, goto, return, an error; and variables that live on behind the loop.
local function find(list, limit)
  local s, at, seen = 0.0, nil, nil
  for i = 1, #list do
    local v = list[i]
    seen = v
    s = s + v
    if s > limit then
      at = i
      break
    end
  end
  return s, at, seen
end
print(find({ 1.0, 2.0, 3.0, 4.0 }, 5.5))
print(find({ 1.0, 2.0 }, 5.5))
print(find({ 1.0, 2, 3.0, 4.0 }, 5.5))
local function first(list)
  local s = 0.0
  for i = 1, #list do
    local v = list[i]
    s = s + v
    if v < 0.0 then return i, s end
  end
  return nil, s
end
print(first({ 1.0, 2.0, -1.0, 4.0 }), first({ 1.0 }), first({ 1, -2 }))
local function skip(list)
  local s = 0.0
  for i = 1, #list do
    local v = list[i]
    if v == 2.0 then goto continue end
    s = s + v * 1.5
    ::continue::
  end
  return s
end
print(skip({ 1.0, 2.0, 3.0 }), skip({ 1, 2, 3 }))
local function out(lists)
  local s = 0.0
  for _, list in ipairs(lists) do
    for i = 1, #list do
      local v = list[i]
      if v > 9.0 then goto done end
      s = s + v
    end
  end
  ::done::
  return s
end
print(out({ { 1.0, 2.0 }, { 3.0, 10.0, 5.0 }, { 7.0 } }))

-- A variable that only the loop reads, from one run of it to the next.
local function carried(n)
  local last, changes = 0.0, 0
  local list = { 1.0, 1.0, 2.0, 2.0, 2 }
  for _ = 1, n do
    for i = 1, #list do
      local v = list[i]
      if v ~= last then changes = changes + 1 end
      last = v * 1.0
    end
  end
  return changes
end
print(carried(1), carried(3))

-- While loops, downward loops, steps and floats as control variables.
local function newton(x)
  local y, n = x, 0
  while math.abs(y * y - x) > 1e-12 do
    y = (y + x / y) * 0.5
    n = n + 1
  end
  return string.format("%.9f", y), n
end
print(newton(2.0), newton(9))
local function down(list)
  local s = 0
  for i = #list, 1, -1 do s = s * 0.5 + list[i] end
  return s
end
print(down({ 1.0, 2.0, 3.0 }), down({}), down({ 1, 2, 3 }))
local function steps(list, a, b, c)
  local s = 0
  for i = a, b, c do s = s + list[i] end
  return s
end
print(steps({ 1.5, 2.5, 3.5, 4.5 }, 1, 4, 2), steps({ 1.5, 2.5, 3.5 }, 1.0, 3.0, 1.0), pcall(steps, { 1.5 }, 1, 2, 1))

-- Several sums, one of them of the other.
local function both(list)
  local s, q, p = 0, 0, 1
  for i = 1, #list do
    local v = list[i]
    s = s + v
    q = q + v * v
    p = p * v + s
  end
  return s, q, p
end
print(both({ 1.5, 2.5 }), both({ 1, 2 }), both({ 1, 2.5 }), both({}))

-- A list that grows, and one that the loop fills from empty.
local function fill(n)
  local list, s = {}, 0.0
  for i = 1, n do
    list[i] = i * 0.5
    s = s + list[i]
  end
  list[n + 2] = 7.0
  for i = 1, n + 2 do s = s + (list[i] or 0.25) end
  return s, #list >= n
end
print(fill(1), fill(5), fill(100))

-- pairs and ipairs over floats.
local function over(t)
  local s, n = 0, 0
  for i, v in ipairs(t) do s = s + v n = n + i end
  for _, v in pairs(t) do s = s + v end
  return s, n
end
print(over({ 1.5, 2.5, 3.5 }), over({ 1.5, nil, 3.5, x = 2.0 }), over({ 1, 2 }))

-- The error names the line and the variable, wherever it comes up.
local function broken(a, n)
  local s = 0
  for i = 1, n do
    s = s + a[i].x * 0.5
  end
  return s
end
print(broken({ { x = 1.0 }, { x = 2.0 } }, 2))
print(pcall(broken, { { x = 1.0 }, {} }, 2))
print(pcall(broken, { { x = 1.0 }, 5 }, 2))
print(pcall(broken, { { x = 1.0 } }, 2))
