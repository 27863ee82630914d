-- A version for numbers of a function with varargs, suspended and resumed.
--[==[ expects
4
34	2	x	y
5
68	2	nil	nil
end
1.5
6.0
8.0	4	4.0	1	nil	three	4.0
]==]
local function f(cb, n, ...)
  local s = 0
  for i = 1, n do s = s + i * n - n // 2 end
  local a = cb(n + 1)
  return s + a + n * n, select('#', ...), ...
end
local co = coroutine.wrap(function()
  print(f(function(x) return coroutine.yield(x) end, 3, "x", "y"))
  print(f(coroutine.yield, 4, nil, nil))
  return "end"
end)
print(co()) print(co(10)) print(co(20))
-- What is left open until the end: varargs in a table, by index, and passed on.
local function g(pause, n, ...)
  local sum = 0.0
  for i = 1, n do
    sum = sum + i * 0.5
    if i % 2 == 0 then sum = sum + pause(sum) end
  end
  local all = {...}
  return sum, #all, (select(n, ...)), ...
end
local resume = coroutine.wrap(function() return g(coroutine.yield, 4, 1, nil, "three", 4.0) end)
print(resume()) print(resume(1)) print(resume(2))
