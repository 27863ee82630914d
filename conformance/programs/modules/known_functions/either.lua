local M = {}
function M.f() return "first" end
if M.f() == "second" then return { f = function() return "never" end } end
return M
