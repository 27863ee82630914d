-- A program that finds the libraries by `package.loaded` and by the metatable of strings.
--[==[ expects
1	xx	number
by loaded	by the metatable	by globals
]==]
print(math.floor(1.5), string.rep("x", 2), type(1))
package.loaded.math.floor = function() return "by loaded" end
debug.getmetatable("").__index.rep = function() return "by the metatable" end
package.loaded["_G"].type = function() return "by globals" end
print(math.floor(1.5), string.rep("x", 2), type(1))
