do goto l end
local a
::l:: f()
