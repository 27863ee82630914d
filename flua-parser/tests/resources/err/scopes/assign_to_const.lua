local x <const> = 1
local y = 2
x = y
