-- Functions of numbers under all kinds of arguments: each has versions for the numbers that it is called with, and none of them may show.
--[==[ expects
float:2.0 integer:5 float:2.0 float:5.0
integer:3 integer:1
float:3.0 float:1.0
float:-4.0 float:0.5
float:inf float:-nan
integer:-4 integer:1
float:1.5 float:1.5 float:-0.0 float:-4.6116860184274e+18
integer:0 float:-0.0 float:0.0 integer:-9223372036854775808 float:-inf
float:1.0 integer:1 float:0.5 float:0.0
integer:3 integer:3
integer:5 float:3.0
integer:5 float:3.0
integer:3 integer:1
integer:3 float:3.0
float:0.125 float:0.125 integer:8 float:8.0 float:0.125
integer:3 float:3.5 large large
integer:-9223372036854775806 float:9.2233720368548e+18
false	false	false	false	false	true
false	false	false	false	false	true
false	false	false	false	false	true
false	true	false	true	true	false
false	true	false	true	true	false
false	false	true	true	false	true
true	0.5	0.5
float:-inf float:inf float:-inf
integer:1 integer:1 integer:4
integer:1 integer:2 float:5.0
integer:1 integer:3 float:5.5
integer:1 integer:4 integer:-14
integer:1 integer:5 float:-124.0
integer:2 integer:1 float:0.5
integer:2 integer:2 float:0.75
integer:2 integer:3 float:0.5
integer:2 integer:4 float:5.0
integer:2 integer:5 float:8.0
integer:3 integer:1 integer:-1
integer:3 integer:2 float:-1.5
integer:3 integer:3 integer:-1
integer:3 integer:4 integer:-10
integer:3 integer:5 integer:-16
integer:4 integer:1 integer:2
integer:4 integer:2 float:2.5
integer:4 integer:3 float:2.5
4	4	float_versions.lua:82: attempt to compare string with number
integer:4 integer:5 2
integer:5 integer:1 float:0.25
integer:5 integer:2 float:0.1875
integer:5 integer:3 float:0.125
integer:6 integer:1 integer:-9223372036854775806
integer:6 integer:2 float:9.2233720368548e+18
integer:6 integer:3 integer:-9223372036854775806
integer:6 integer:4 integer:-9223372036854775779
integer:6 integer:5 integer:-9223372036854775761
float:2.5 float:2.5 float:2.5
integer:-5 float:-5.0 integer:-5
float:0.25 integer:4 integer:4
float:2.0 float:2.0 float:2.0
float:4.0 float:4.0 float:4.0
float:6.0 float:6.0 float:6.0
float:2.0 integer:-2 integer:1 integer:5
integer:8 float:8.0 integer:8 float:5.0 float:5.0 float:5.0 float:5.0
integer:11 float:11.0 integer:11
float:82.083333333333
integer:20 float:20.0
]==]
local function show(...)
  local parts = {}
  for i = 1, select("#", ...) do
    local value = select(i, ...)
    parts[i] = math.type(value) and math.type(value) .. ":" .. tostring(value) or tostring(value)
  end
  print(table.concat(parts, " "))
end

local function lerp(a, b, t) return a + (b - a) * t end
local function idiv(a, b) return a // b, a % b end
local function half(x) return x / 2 end
local function neg(x) return -x end
local function clamp(x, lo, hi)
  if x < lo then return lo end
  if x > hi then return hi end
  return x
end
local function count(from, to, step)
  local n, last = 0, nil
  for i = from, to, step do
    n, last = n + 1, i
    if n == 5 then break end
  end
  return n, last
end
local function drift(x, n)
  while n > 0 do
    x = x * 0.5
    n = n - 1
  end
  return x
end
local function becomes(x)
  if x > 10 then x = "large" end
  return x
end
local function wrap(x) return x * 3 + 9223372036854775807 end

-- Known kinds at the call.
show(lerp(1.0, 3.0, 0.5), lerp(1, 3, 2), lerp(1, 3, 0.5), lerp(1, 3.0, 2))
show(idiv(7, 2)) show(idiv(7.0, 2)) show(idiv(-7.5, 2.0)) show(idiv(7.0, 0.0)) show(idiv(-7, 2))
show(half(3), half(3.0), half(-0.0), half(math.mininteger))
show(neg(0), neg(0.0), neg(-0.0), neg(math.mininteger), neg(1 / 0))
show(clamp(5.0, 0.0, 1.0), clamp(5, 0, 1), clamp(0.5, 0, 1), clamp(-1, 0.0, 1))
show(count(1, 3, 1)) show(count(1.0, 3.0, 0.5)) show(count(1, 3, 0.5)) show(count(3, 1, -1)) show(count(1.0, 3, 1))
show(drift(1.0, 3), drift(1, 3), drift(8, 0), drift(8.0, 0), drift(1.0, 2.5))
show(becomes(3), becomes(3.5), becomes(30), becomes(30.5))
show(wrap(1), wrap(1.0))

-- NaN, and what it does to comparisons.
local nan = 0.0 / 0.0
local function order(a, b) return a < b, a <= b, a > b, a >= b, a == b, a ~= b end
print(order(nan, 1.0)) print(order(1.0, nan)) print(order(nan, nan)) print(order(1, 1.0)) print(order(2^53, 2^53 + 1))
print(order(9007199254740993, 9007199254740992.0))
print(clamp(nan, 0.0, 1.0) ~= clamp(nan, 0.0, 1.0), clamp(0.5, nan, 1.0), clamp(0.5, 0.0, nan))
show(1 / neg(0.0), 1 / lerp(-0.0, -0.0, 0.5), 1 / half(-0.0))

-- The same through tables, variables, upvalues and the library: nothing is known at the call.
local all = { lerp, half, neg, clamp, drift, wrap }
local arguments = {
  { 1, 2, 3 }, { 1.5, 2.5, 3.5 }, { 1, 2.5, 3 }, { "10", 2, 3 }, { "0x10", "2", "1e1" },
}
for i, f in ipairs(all) do
  for j, list in ipairs(arguments) do
    if f ~= drift or j < 4 then
      local results = table.pack(pcall(f, table.unpack(list)))
      if results[1] then show(i, j, table.unpack(results, 2, results.n)) else print(i, j, results[2]) end
    end
  end
end
local chosen = half
show(chosen(5), chosen(5.0), chosen("5"))
chosen = neg
show(chosen(5), chosen(5.0), chosen("5"))
local function through(f, ...) return f(...) end
show(through(lerp, 0.0, 1.0, 0.25), through(lerp, 0, 1, 4), through(lerp, 0, "1", 4))
local made = {}
for i = 1, 3 do
  local scale = i * 0.5
  made[i] = function(x) return x * scale + i end
end
for i = 1, 3 do show(made[i](2), made[i](2.0), made[i]("2")) end

-- Metamethods instead of numbers.
local vector = {}
vector.__index = vector
local function new(x) return setmetatable({ x = x }, vector) end
function vector.__add(a, b) return new((type(a) == "table" and a.x or a) + (type(b) == "table" and b.x or b)) end
function vector.__sub(a, b) return new(a.x - b.x) end
function vector.__mul(a, b) return new((type(a) == "table" and a.x or a) * (type(b) == "table" and b.x or b)) end
function vector.__unm(a) return new(-a.x) end
function vector.__lt(a, b) return (type(a) == "table" and a.x or a) < (type(b) == "table" and b.x or b) end
show(lerp(new(1.0), new(3.0), 0.5).x, neg(new(2)).x, clamp(new(5), new(0), new(1)).x, clamp(new(5), 0, 10).x)

-- A function that computes with what another gives.
local function square(x) return x * x end
local function cube(x) return square(x) * x end
local function norm(x, y) return math.sqrt(square(x) + square(y)) end
show(cube(2), cube(2.0), cube("2"), norm(3, 4), norm(3.0, 4.0), norm(3, 4.0), norm("3", 4))
local function poly(x)
  local sum = 0
  for power = 0, 3 do sum = sum * x + power end
  return sum
end
show(poly(2), poly(2.0), poly("2"))
local function mean(a, b, c) return (a + b + c) / 3 end
local total = 0.0
for i = 1, 10 do total = total + mean(i, i + 0.5, i * 2) + mean(0.5, 0.25, i / 4) end
show(total)
local int, float = 0, 0.0
for i = 1, 10 do
  int = clamp(int + i, 0, 20)
  float = clamp(float + i, 0.0, 20.0)
end
show(int, float)
