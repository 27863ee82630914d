-- Weak values go away with a collection when nothing else holds them; strings, numbers and booleans stay.
--[==[ expects
28	13
8	12	12
true	nil	nil	1.5	true	text 1
true	two	three	11
true	two	three	11
1
0	nil
1	true	nil
]==]
local function count(t)
  local n = 0
  for _ in pairs(t) do n = n + 1 end
  return n
end

local function fill(t)
  for i = 1, 10 do t[i] = {} end
  for i = 1, 10 do t["x" .. i] = {} end
  for i = 1, 5 do t["s" .. i] = "text " .. i end
  t[11] = 1.5
  t[12] = true
  t[13] = function() return t end
end

local cache = setmetatable({}, { __mode = "v" })
fill(cache)
local kept = cache.x3
print(count(cache), #cache)
collectgarbage()
print(count(cache), #cache, rawlen(cache))
print(cache.x3 == kept, cache.x4, cache[1], cache[11], cache[12], cache.s1)

-- The slots can be used again.
cache[1] = kept
cache[2] = "two"
table.insert(cache, 3, "three")
print(cache[1] == kept, cache[2], cache[3], count(cache))
collectgarbage()
print(cache[1] == kept, cache[2], cache[3], count(cache))

-- A key that is an object keeps its entry while the value lives.
local byObject = setmetatable({}, { __mode = "v" })
local value = {}
byObject[{}] = value
byObject[{}] = {}
collectgarbage()
print(count(byObject))
value = nil
collectgarbage()
print(count(byObject), next(byObject))

-- The whole of a list.
local list = setmetatable({}, { __mode = "v" })
for i = 1, 100 do list[#list + 1] = { i } end
local last = list[100]
collectgarbage()
print(count(list), list[100] == last, list[99])
