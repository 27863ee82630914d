local Class = {} Class.__index = Class
local default <const> = 42
function Class.new(v) return setmetatable({ v = v }, Class) end
function Class:get() return self.v or default end
return Class
