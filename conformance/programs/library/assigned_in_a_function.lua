-- A global that is assigned in a function which runs late.
--[==[ expects
1	xxx
late	late too	xxx
]==]
local function late() rawlen = function() return "late" end string = {rep = function() return "late too" end} end
print(rawlen({1}), string.rep("x", 3))
late()
print(rawlen({1}), string.rep("x", 3), ("x"):rep(3))
