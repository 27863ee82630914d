-- Where `require` is assigned, what it gives is not the module of the name.
--[==[ expects
other
other
]==]
local other = { f = function() return "other" end }
function require(name) return other end
local m = require "m"
print(m.f())
local function call() return m.f() end
print(call())
