-- `require "_G"` gives the table of the globals.
--[==[ expects
number	1
assigned	assigned too	true
]==]
print(type(1), math.floor(1.5))
local globals = require "_G"
globals.type = function() return "assigned" end
globals.math = {floor = function() return "assigned too" end}
print(type(1), math.floor(1.5), globals == _G)
