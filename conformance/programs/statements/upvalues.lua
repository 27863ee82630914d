-- Closures share the variables they capture, through several levels, after the block has ended.
--[==[ expects
6	1
0	1
14	2	12
26	3	23
20	4	16
2
later
hey!!
15	16
replaced	rec
]==]
local function counter()
  local n = 0
  return { inc = function(by) n = n + (by or 1); return n end, get = function() return n end, reset = function() n = 0 end }
end
local c1, c2 = counter(), counter()
c1.inc() c1.inc(5) c2.inc()
print(c1.get(), c2.get())
c1.reset()
print(c1.get(), c2.get())
local function outer(a)
  return function(b)
    return function(c)
      a = a + 1
      b = b + a
      return a + b + c, a, b
    end
  end
end
local f = outer(1)
local g, h = f(10), f(20)
print(g(0)) print(h(0)) print(g(0))
local x = 1
local function read() return x end
x = 2
print(read())
do
  local y = "initial"
  function set_y(v) y = v end
  function get_y() return y end
end
set_y("later")
print(get_y())
local function param(p) local function change() p = p .. "!" end change() change() return p end
print(param("hey"))
local function loop_capture()
  local fs, sum = {}, 0
  for i = 1, 5 do fs[i] = function() sum = sum + i; return sum end end
  for i = 5, 1, -1 do fs[i]() end
  return sum, fs[1]()
end
print(loop_capture())
local rec
rec = function(n) if n > 0 then return rec(n - 1) end return "rec" end
local saved = rec
rec = function() return "replaced" end
print(saved(3), saved(0))
