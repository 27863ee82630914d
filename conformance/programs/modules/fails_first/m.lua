runs = (runs or 0) + 1
local mine = runs
function f() return mine end
if runs < 2 then error("not yet") end
