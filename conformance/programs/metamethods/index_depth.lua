-- Chains of `__index` up to 2,000 tables; longer ones and loops are an error.
--[==[ expects
bottom	bottom	bottom
false	index_depth.lua:18: '__index' chain too long; possible loop
false	index_depth.lua:21: '__index' chain too long; possible loop
false	index_depth.lua:25: '__index' chain too long; possible loop
false	index_depth.lua:26: '__newindex' chain too long; possible loop
nil	nil
nil	stored
false	index_depth.lua:38: '__newindex' chain too long; possible loop
]==]
local function chain(n)
  local t = { value = "bottom" }
  for _ = 1, n do t = setmetatable({}, { __index = t }) end
  return t
end
print(chain(1).value, chain(100).value, chain(1999).value)
print(pcall(function() return chain(2100).value end))
local loop = {}
setmetatable(loop, { __index = loop })
print(pcall(function() return loop.x end))
local a, b = {}, {}
setmetatable(a, { __index = b, __newindex = b })
setmetatable(b, { __index = a, __newindex = a })
print(pcall(function() return a.x end))
print(pcall(function() a.x = 1 end))
print(rawget(a, "x"), rawget(b, "x"))
local function newindex_chain(n)
  local bottom = {}
  local t = bottom
  for _ = 1, n do t = setmetatable({}, { __newindex = t }) end
  return t, bottom
end
local t, bottom = newindex_chain(1000)
t.key = "stored"
print(rawget(t, "key"), bottom.key)
t = newindex_chain(2100)
print(pcall(function() t.key = 1 end))
