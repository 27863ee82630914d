local M = { name = ... }
local n = 0
print("loading a", ...)
function M.count() n = n + 1 return n end
function global_from_module() print("a global function of module a") end
return M
