local registry = { circle = function(s) return math.pi * s.r ^ 2 end, square = function(s) return s.a * s.a end }
local M = { count = 2 }
function M.get(k) return registry[k] end
function M.register(k, f) registry[k] = f M.count = M.count + 1 end
return M
