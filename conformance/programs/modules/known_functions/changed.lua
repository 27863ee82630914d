local M = {}
function M.f() return "f" end
function M.g() return "g of " .. M.f() end
return M
