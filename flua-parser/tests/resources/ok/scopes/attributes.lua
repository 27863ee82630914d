local a <const> = 1
local b <const>, c <close> = a + 1, nil
local d <close>, e = setmetatable({}, mt)
do local a = 2; a = 3 end
local function f() local b; b = a; return function() b = a + c end end
local s <const>, n <const>, t <const> = "s", nil, true
return a, b, c, s, n, t
