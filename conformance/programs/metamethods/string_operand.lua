-- Where the other operand is a string, its metamethod is what the library calls: seen by levels of errors, and nothing yields across it.
--[==[ expects
false	add
false	string_operand.lua:19: add
false	string_operand.lua:14: mod
false	string_operand.lua:21: band
false	attempt to yield across a C-call boundary
sub
my: address
false	string_operand.lua:27: attempt to perform arithmetic on a my value (upvalue 'named')
]==]
local object = setmetatable({}, {
  __add = function(a, b) error("add", 2) end,
  __mod = function(a, b) error("mod", 1) end,
  __sub = function(a, b) return coroutine.yield("sub") end,
  __band = function(a, b) error("band", 2) end,
})
print(pcall(function() return "text" + object end))
print(pcall(function() return object + "text" end))
print(pcall(function() return "text" % object end))
print(pcall(function() return "7" & object end))
print(coroutine.wrap(function() return pcall(function() return "text" - object end) end)())
print(coroutine.wrap(function() return pcall(function() return object - "text" end) end)())
-- A name ends at a byte zero.
local named = setmetatable({}, { __name = "my\0type" })
print((tostring(named):gsub("0x%x+", "address")))
print(pcall(function() return named + 1 end))
