-- os.exit does not close the state by itself.
--[==[ expects
running
]==]
local keep = setmetatable({}, { __gc = function() print("not seen") end })
print("running")
os.exit(true)
