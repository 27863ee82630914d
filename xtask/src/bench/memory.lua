-- Live bytes after full collections: a million integers in an array, and a million small objects in another. Both are in a table, since an array that
-- nobody else sees need not be one of values.
local function live()
  collectgarbage()
  collectgarbage()
  return collectgarbage("count") * 1024
end

local before = live()
local kept = { numbers = {}, objects = {} }
local numbers, objects = kept.numbers, kept.objects
for i = 1, 1000000 do
  numbers[i] = i
end
local after = live()
for i = 1, 1000000 do
  objects[i] = { x = i, y = i, z = i }
end
local last = live()
print(string.format("@live %d %.1f %.1f", #numbers + #objects, (after - before) / 1000000, (last - after) / 1000000))
