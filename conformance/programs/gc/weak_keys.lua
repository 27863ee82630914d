-- Weak keys: an entry lives as long as its key, and its value does not keep the key alive.
--[==[ expects
105
5	a	true	a string key keeps its value	so does a number	or a boolean
4
100	100
0
1	1	true
0	0
2	true	true
]==]
local function count(t)
  local n = 0
  for _ in pairs(t) do n = n + 1 end
  return n
end

local registry = setmetatable({}, { __mode = "k" })
local a, b = {}, {}
local function fill()
  registry[a] = "a"
  registry[b] = { b }
  for i = 1, 50 do registry[{}] = i end
  for i = 1, 50 do
    local key = {}
    registry[key] = { key, registry }
  end
  registry.name = { "a string key keeps its value" }
  registry[1] = { "so does a number" }
  registry[true] = { "or a boolean" }
end

fill()
print(count(registry))
collectgarbage()
print(count(registry), registry[a], registry[b][1] == b, registry.name[1], registry[1][1], registry[true][1])
b = nil
collectgarbage()
print(count(registry))

-- A chain of ephemerons lives and dies as one.
local chain = setmetatable({}, { __mode = "k" })
local head = {}
local function build()
  local key = head
  for i = 1, 100 do
    local following = {}
    chain[key] = { following, i }
    key = following
  end
end
build()
collectgarbage()
local key, steps = head, 0
while chain[key] do
  key, steps = chain[key][1], chain[key][2]
end
print(count(chain), steps)
key, head = nil, nil
collectgarbage()
print(count(chain))

-- Two tables that hold each other's keys.
local one, two = setmetatable({}, { __mode = "k" }), setmetatable({}, { __mode = "k" })
local function cross()
  local x, y = {}, {}
  one[x] = y
  two[y] = x
  return x
end
local x = cross()
collectgarbage()
print(count(one), count(two), two[one[x]] == x)
x = nil
collectgarbage()
print(count(one), count(two))

-- Both weak.
local both = setmetatable({}, { __mode = "kv" })
local k, v = {}, {}
both[k] = v
both[{}] = v
both[k], both[1], both[2] = v, v, {}
both[v] = {}
collectgarbage()
print(count(both), both[k] == v, both[1] == v)
