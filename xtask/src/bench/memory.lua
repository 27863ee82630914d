-- Live bytes after full collections: a million integers in an array, and a million small objects in another.
local function live()
  collectgarbage()
  collectgarbage()
  return collectgarbage("count") * 1024
end

local before = live()
local numbers = {}
for i = 1, 1000000 do
  numbers[i] = i
end
local after = live()
local objects = {}
for i = 1, 1000000 do
  objects[i] = { x = i, y = i, z = i }
end
local last = live()
print(string.format("@live %d %.1f %.1f", #numbers + #objects, (after - before) / 1000000, (last - after) / 1000000))
