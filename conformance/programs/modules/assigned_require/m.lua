local M = {}
function M.f() return "module" end
return M
