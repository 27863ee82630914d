local M = {} package.loaded[...] = M
local second = require "second"
M.name = "first"
function M.describe() return M.name .. " knows " .. second.name end
return M
