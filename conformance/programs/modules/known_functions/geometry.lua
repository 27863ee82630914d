local M = {}
function M.area(w, h) return w * h end
function M.double(x) return M.area(2, x) end
return M
