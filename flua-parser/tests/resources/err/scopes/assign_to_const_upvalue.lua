local x <const> = {}
local function f()
  return function() x = 1 end
end
