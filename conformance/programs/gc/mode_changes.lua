-- What counts is the __mode that the metatable has when the collection comes.
--[==[ expects
no mode	3
keys	2
both	1
no longer	3
no metatable	3
its own metatable	nil	v
letters	2
not a string	3
lost	nil
]==]
local function count(t)
  local n = 0
  for _ in pairs(t) do n = n + 1 end
  return n
end

local function filled(metatable)
  local t = setmetatable({}, metatable)
  t[1] = {}
  t[{}] = 1
  t.x = "x"
  return t
end

local mt = {}
local late = filled(mt)
collectgarbage()
print("no mode", count(late))
mt.__mode = "k"
collectgarbage()
print("keys", count(late))
mt.__mode = "kv"
collectgarbage()
print("both", count(late))

local was = filled({ __mode = "kv" })
getmetatable(was).__mode = nil
collectgarbage()
print("no longer", count(was))

local without = filled({ __mode = "kv" })
setmetatable(without, nil)
collectgarbage()
print("no metatable", count(without))

local own = {}
own.__mode = "v"
setmetatable(own, own)
own[1] = {}
collectgarbage()
print("its own metatable", own[1], own.__mode)

local odd = filled({ __mode = "this is weak in keys, for it has a k" })
collectgarbage()
print("letters", count(odd))

local number = filled({ __mode = 1 })
collectgarbage()
print("not a string", count(number))

-- A weak metatable can lose its own metamethods.
local weakmt = setmetatable({}, { __mode = "v" })
weakmt.__index = function() return "found" end
local object = setmetatable({}, weakmt)
collectgarbage()
print("lost", object.anything)
