-- What a method call finds need not be a function, nor anything that can be called.
--[==[ expects
false	what_methods_are.lua:70: attempt to call a number value (method 'n')
false	what_methods_are.lua:70: attempt to call a boolean value (method 'f')
false	what_methods_are.lua:70: attempt to call a boolean value (method 't')
false	what_methods_are.lua:70: attempt to call a string value (method 's')
false	what_methods_are.lua:71: attempt to call a number value (method 'x')
true	called	true	5
true	5
false	what_methods_are.lua:71: attempt to call a number value (method 'num')
false	what_methods_are.lua:72: attempt to call a string value (method 'str')
true	7
false	what_methods_are.lua:72: attempt to call a nil value (method 'absent')
false	what_methods_are.lua:72: attempt to call a nil value (method 'gone')
1
2
true
false	what_methods_are.lua:73: attempt to call a nil value (method 'nope')
false	what_methods_are.lua:73: attempt to index a number value
false	what_methods_are.lua:73: attempt to index a nil value
false	what_methods_are.lua:74: attempt to call a number value (method 'n')
true	1
true	1
false	what_methods_are.lua:70: attempt to call a number value (method 'n')
false	what_methods_are.lua:70: attempt to call a boolean value (method 'f')
false	what_methods_are.lua:70: attempt to call a boolean value (method 't')
false	what_methods_are.lua:70: attempt to call a string value (method 's')
false	what_methods_are.lua:71: attempt to call a number value (method 'x')
true	called	true	5
true	5
false	what_methods_are.lua:71: attempt to call a number value (method 'num')
false	what_methods_are.lua:72: attempt to call a string value (method 'str')
true	7
false	what_methods_are.lua:72: attempt to call a nil value (method 'absent')
false	what_methods_are.lua:72: attempt to call a nil value (method 'gone')
1
2
true
false	what_methods_are.lua:73: attempt to call a nil value (method 'nope')
false	what_methods_are.lua:73: attempt to index a number value
false	what_methods_are.lua:73: attempt to index a nil value
false	what_methods_are.lua:74: attempt to call a number value (method 'n')
true	1
true	1
false	what_methods_are.lua:70: attempt to call a number value (method 'n')
false	what_methods_are.lua:70: attempt to call a boolean value (method 'f')
false	what_methods_are.lua:70: attempt to call a boolean value (method 't')
false	what_methods_are.lua:70: attempt to call a string value (method 's')
false	what_methods_are.lua:71: attempt to call a number value (method 'x')
true	called	true	5
true	5
false	what_methods_are.lua:71: attempt to call a number value (method 'num')
false	what_methods_are.lua:72: attempt to call a string value (method 'str')
true	7
false	what_methods_are.lua:72: attempt to call a nil value (method 'absent')
false	what_methods_are.lua:72: attempt to call a nil value (method 'gone')
1
2
true
false	what_methods_are.lua:73: attempt to call a nil value (method 'nope')
false	what_methods_are.lua:73: attempt to index a number value
false	what_methods_are.lua:73: attempt to index a nil value
false	what_methods_are.lua:74: attempt to call a number value (method 'n')
true	1
true	1
]==]
local function try(f, ...) print(pcall(f, ...)) end
local o = setmetatable({ n = 1, f = false, t = true, s = "text", x = 1.5, c = setmetatable({}, { __call = function(self, a, b) return "called", a ~= nil, b end }) }, { __index = function(t, k) if k == "num" then return 42 elseif k == "str" then return "s" elseif k == "fn" then return function(self, v) return v end end end })
for _ = 1, 3 do
  try(function() return o:n() end) try(function() return o:f() end) try(function() o:t() end) try(function() local a = o:s(1) return a end)
  try(function() return (o:x()) end) try(function() return o:c(5) end) try(function() local r, a, b = o:c(5) return b end) try(function() return o:num() end)
  try(function() return o:str(1, 2) end) try(function() return o:fn(7) end) try(function() return o:absent() end) try(function() for i = 1, 2 do o:gone(i) end end)
  try(function() for i = 1, 2 do local v = o:fn(i) print(v) end end) try(function() return ("x"):nope() end) try(function() return (5):nope() end) try(function() return (nil):nope() end)
  try(function(...) return o:n(...) end, 1, 2) try(function(...) return o:fn(...) end, 1, 2) try(function(...) local t = { o:fn(...) } return #t end, 3)
end
