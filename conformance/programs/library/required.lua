-- `require` gives the tables of the libraries.
--[==[ expects
required	true
required too	required too	1-2
]==]
local m = require("math")
m.floor = function() return "required" end
print(math.floor(1.5), m == math)
local s = require "string"
s.rep = function() return "required too" end
print(string.rep("x", 2), ("x"):rep(2), table.concat({1, 2}, "-"))
