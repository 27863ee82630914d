-- A hundred thousand live coroutines, each with a place of its own.
--[==[ expects
10000200000
100
]==]
local list = {}
for i = 1, 100000 do
  local co = coroutine.wrap(function(a) local b = coroutine.yield(a + i) return a + b + i end)
  co(i)
  list[i] = co
end
local sum = 0
for i = 1, #list do sum = sum + list[i](1) end
print(sum)
local dead = 0
for i = 1, 100 do if not pcall(list[i]) then dead = dead + 1 end end
print(dead)
