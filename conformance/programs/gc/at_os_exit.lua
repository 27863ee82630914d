-- os.exit closes the state when it is told to.
--[==[ expects
running
finalized
--- exit code 3
]==]
local keep = setmetatable({}, { __gc = function() print("finalized") end })
print("running")
os.exit(3, true)
