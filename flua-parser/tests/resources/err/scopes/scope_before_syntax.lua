do
  goto l
end
local function f() break end
x = = 1
