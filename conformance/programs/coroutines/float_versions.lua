-- Functions of numbers in coroutines: what is suspended goes on with the same numbers.
--[==[ expects
yields	true	5.0
ends	true	3.25	3.5
yields	true	5
ends	true	3.25	3.5
yields	true	5
ends	true	3.25	3.5
ends	false	float_versions.lua:59: attempt to perform arithmetic on a table value (local 'x')
yields	true	6.75
yields	true	24.0
ends	true	37.25
yields	true	12.0
yields	true	41.5
ends	true	63.5
yields	true	6.75
yields	true	24.0
ends	true	37.25
ends	false	float_versions.lua:59: attempt to mul a 'string' with a 'string'
yields	true	1.0
ends	true	11.0
yields	true	1.0
ends	true	11.0
yields	true	0.25
ends	true	3.25
yields	true	13.0
ends	true	7.25	11.5
yields	true	13.0
yields	true	0.75
ends	true	11.5	7.25	2.75
yields	true	1.5
yields	true	3.75
ends	true	16.0625
yields	true	mul
ends	true	1.5
yields	true	add
yields	true	sub
ends	true	3.5	2
yields	true	add
yields	true	sub
ends	true	1.5	2
yields	true	add
yields	true	sub
ends	true	9.0	2
yields	true	lt
ends	true	slow
yields	true	lt
ends	true	1.0	2.0	2
0.5	0.25
1.0	1.0
1.5	2.25
2.0	4.0
2.5	6.25
1	1
2	4
3	9
]==]
local yield = coroutine.yield
local function square(x) return x * x end
local function add(a, b) return a + b, a - b end
local function waits(x, y)
  local s = square(x) + y
  local got = yield(s)
  local sum, difference = add(s, got)
  return sum * 0.5, difference
end
local function scale(x, n)
  local total = 0.0
  for i = 1, n do
    total = total + square(x) * i
    if i % 2 == 0 then total = total + yield(total) end
  end
  return total
end
local function twice(f, x) return f(f(x)) end
local function recursive(n, x)
  if n == 0 then yield(x) return x end
  local r = recursive(n - 1, x * 0.5)
  return r + n
end
local function drain(f, ...)
  local co = coroutine.create(f)
  local results = table.pack(coroutine.resume(co, ...))
  local step = 0
  while coroutine.status(co) ~= "dead" do
    print("yields", table.unpack(results, 1, results.n))
    step = step + 1
    results = table.pack(coroutine.resume(co, step % 2 == 0 and step or step + 0.5))
  end
  print("ends", table.unpack(results, 1, results.n))
end
drain(waits, 2.0, 1.0) drain(waits, 2, 1) drain(waits, "2", 1) drain(waits, {}, 1)
drain(scale, 1.5, 5) drain(scale, 2, 5) drain(scale, 1.5, 5.0) drain(scale, "x", 1)
drain(recursive, 4, 16.0) drain(recursive, 4, 16) drain(recursive, 2.0, 1)
drain(function() return waits(3.0, 4.0) end)
drain(function() local a, b = waits(3.0, 4.0) return b, a, scale(0.5, 2) end)
drain(function() return twice(function(x) return square(x) + yield(x) end, 1.5) end)

-- Numbers with a metatable that yields.
local slow = setmetatable({}, {
  __tostring = function() return "slow" end,
  __add = function(_, b) return yield("add") + (tonumber(b) or 0) end,
  __mul = function() return yield("mul") end,
  __sub = function() return yield("sub") end,
  __lt = function() return yield("lt") end,
})
drain(square, slow) drain(add, slow, 2.0) drain(add, 1.0, slow)
drain(function() local a, b = add(slow, 1.5) return square(a), b end)
local function less(a, b) if a < b then return a end return b end
drain(function() return tostring(less(slow, 1.0)) end) drain(function() return less(1.0, 2.0), less(2.0, slow), less(3, 2) end)

-- Wrapped, and as an iterator.
local function range(from, to, step)
  return coroutine.wrap(function()
    local x = from
    while x <= to do
      yield(x, square(x))
      x = x + step
    end
  end)
end
for x, s in range(0.5, 2.5, 0.5) do print(x, s) end
for x, s in range(1, 3, 1) do print(x, s) end
