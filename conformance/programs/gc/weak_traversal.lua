-- Weak tables can be traversed while entries go away.
--[==[ expects
true	nil
1
nil	nil	nil
5	10,20,30,40,50	5	50	10
40 30 20
1=40 2=30 3=20 
]==]
local t = setmetatable({}, { __mode = "k" })
for i = 1, 20 do t[{}] = i end
local seen = 0
for key, value in pairs(t) do
  seen = seen + 1
  t[key] = nil
  if seen % 5 == 0 then collectgarbage() end
end
print(seen <= 20, next(t))

local values = setmetatable({}, { __mode = "v" })
for i = 1, 20 do values["k" .. i] = {} end
local visited = 0
for name, value in pairs(values) do
  visited = visited + 1
  collectgarbage()
end
print(visited)

-- next by hand, from a key whose value went away.
local names = setmetatable({}, { __mode = "v" })
names.first = {}
names.second = {}
local name = next(names)
collectgarbage()
print(names.first, names.second, next(names, name))

-- Everything else works as for any table.
local list = setmetatable({}, { __mode = "v" })
for i = 1, 5 do list[i] = i * 10 end
print(#list, table.concat(list, ","), select("#", table.unpack(list)), table.remove(list), table.remove(list, 1))
table.sort(list, function(x, y) return x > y end)
print(table.concat(list, " "))
for i, item in ipairs(list) do io.write(i, "=", item, " ") end
print()
