-- A program that ends with an error calls its finalizers too.
--[==[ expects
running
finalized
--- exit code 1
the end
]==]
local keep = setmetatable({}, { __gc = function() print("finalized") end })
print("running")
error("the end", 0)
