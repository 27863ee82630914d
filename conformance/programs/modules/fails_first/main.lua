-- A module that fails may be required again: it runs a second time, and its global functions are others then.
--[==[ expects
false
1
true
2	2
true
2
]==]
local function try() return pcall(function() return require "m" end) end
local function call() return f() end
print((try()))
print(call())
print((try()))
print(call(), f())
print((try()))
print(call())
