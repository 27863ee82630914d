local M = {} local first = require "first"
M.name = "second"
print("first is not finished:", first.name)
function M.other() return first end
return M
