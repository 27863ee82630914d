-- Loops whose usual way does not suit, again and again, and then does.
--[==[ expects
186000.0
3.75	4.25	5.75	7.5	4.0
3.0 5.0	3 6 10.5
false	missed_loops.lua:11: attempt to perform arithmetic on a boolean value (field '?')
false	missed_loops.lua:17: attempt to perform arithmetic on a table value (local 'value')
Missed1 1 Hot 2 Part1 3 MostMisses 4 
]==]
local function sum(list, s)
  for i = 1, #list do s = s + list[i] * 0.5 end
  return s
end

local function total(list)
  local s = 0.0
  for _, value in ipairs(list) do s = s + value end
  return s
end

local function scale(list, by)
  for i = #list, 1, -1 do list[i] = list[i] * by end
  return table.concat(list, " ")
end

local half = setmetatable({}, { __mul = function() return 2.5 end, __add = function(a) return a + 1 end })
local integers, floats, objects, empty = { 1, 2, 3 }, { 1.5, 2.5, 3.5 }, { half, half }, {}
local s = 0
for i = 1, 12000 do
  s = s + sum(integers, 0) + sum(objects, 1.5) + total(integers) + total(empty)
end
print(s)
print(sum(floats, 0), sum(floats, 0.5), sum({ 1.5, 2, "3", half }, 0), total(floats), total({ 0.5, 1, 2.5 }))
for _ = 1, 12000 do
  local list = { "2", 3 }
  scale(list, 2)
end
print(scale({ 1.5, 2.5 }, 2), scale({ 1, "2", 3.5 }, 3))
print(pcall(sum, { 1.5, false }, 0))
print(pcall(total, { 1.5, {} }))
-- Names that the compiler gives to its own.
local Missed1, names = { Missed1 = 1, Hot = 2, Part1 = 3, MostMisses = 4 }, { "Missed1", "Hot", "Part1", "MostMisses" }
for _, name in ipairs(names) do io.write(name, " ", Missed1[name], " ") end
print()
