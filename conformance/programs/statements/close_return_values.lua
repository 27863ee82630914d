-- Results are fixed before closing, whatever the closers do; a call is no tail call in such a scope.
--[==[ expects
1	2	closed
bottom	t0 t1 t2 t3 t4
1	nil	3	nil
2
1	2	3	4	5	6	7
returned from loop	while
changed x
]==]
local log = {}
local function closer(f) return setmetatable({}, { __close = f }) end
local function f()
  local value = 1
  local c <close> = closer(function() value = 2; log[#log + 1] = "closed" end)
  return value, function() return value end
end
local a, g = f()
print(a, g(), log[1])
local function tail(n)
  local c <close> = closer(function() log[#log + 1] = "t" .. n end)
  if n == 0 then return "bottom" end
  return tail(n - 1)
end
log = {}
print(tail(4), table.concat(log, " "))
local function varargs(...)
  local c <close> = closer(function(...) log[#log + 1] = select("#", ...) end)
  return ...
end
print(varargs(1, nil, 3, nil))
print(log[#log])
local function many()
  local c <close> = closer(function() local junk = { table.unpack({ 9, 9, 9, 9, 9, 9 }) } return 1, 2, 3 end)
  return table.unpack({ 1, 2, 3, 4, 5, 6, 7 })
end
print(many())
local function loop()
  while true do
    local c <close> = closer(function() log[#log + 1] = "while" end)
    do return "returned from loop" end
  end
end
print(loop(), log[#log])
local order = {}
do
  local x <close> = closer(function() order[#order + 1] = "x" end)
  local y = "between"
  local z <close> = closer(function() order[#order + 1] = y end)
  y = "changed"
end
print(table.concat(order, " "))
