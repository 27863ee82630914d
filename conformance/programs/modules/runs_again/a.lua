local n = 0
local M = {}
function M.id() n = n + 1 return n end
function next_number() n = n + 1 return n end
function calls() return next_number() end
print(calls(), M.id())
if not started then
  started = true
  local before = calls
  require "b"
  print(before(), calls(), next_number(), M.id())
end
return M
