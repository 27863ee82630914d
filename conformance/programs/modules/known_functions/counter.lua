local M = {}
local count = 0
function M.next() count = count + 1 return count end
return M
