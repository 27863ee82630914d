-- The metatable of strings leads to their library.
--[==[ expects
xx
by the metatable	by the metatable
another index	3	false	metatable_of_strings.lua:11: attempt to call a nil value (method 'rep')
]==]
print(string.rep("x", 2))
getmetatable("").__index.rep = function() return "by the metatable" end
print(string.rep("x", 2), ("y"):rep(2))
getmetatable("").__index = {len = function() return "another index" end}
print(("abc"):len(), string.len("abc"), pcall(function() return ("x"):rep(2) end))
