-- `__call`: arguments and results, chains, methods, tail position, and what cannot be called.
--[==[ expects
t	0
t	1	1
t	3	1	nil	3
t
true
table	table	5
7	s
t	t	true
t	3	1	2	3
true	t	1	x
false	call.lua:42: attempt to call a table value (local 'x')
false	call.lua:43: attempt to call a nil value (global 'undefined_function')
false	call.lua:44: attempt to call a string value (local 's')
false	call.lua:45: attempt to call a nil value (field 'missing')
false	call.lua:46: attempt to call a nil value (method 'missing')
false	call.lua:47: attempt to call a nil value (field 'integer index')
false	call.lua:48: attempt to call a number value
false	call.lua:49: attempt to call a number value
false	attempt to call a number value
false	attempt to call a nil value
false	attempt to call a table value
1 2 3 
xx	1
]==]
local t = setmetatable({ name = "t" }, { __call = function(self, ...) return self.name, select("#", ...), ... end })
print(t()) print(t(1)) print(t(1, nil, 3)) print((t(1, 2)))
local chain = setmetatable({ name = "outer" }, { __call = t })
print(select(4, pcall(chain, "x")) == chain)
local nested = setmetatable({}, { __call = setmetatable({}, { __call = function(a, b, c) return type(a), type(b), c end }) })
print(nested(5))
local class = setmetatable({}, { __call = function(cls, v) return setmetatable({ v = v }, cls) end })
class.__index = class
function class:get() return self.v end
print(class(7):get(), class("s"):get())
local o = { f = t, list = { t } }
print(o.f(1), o.list[1](2), (select(3, o:f())) == o)
local function tail(...) return t(...) end
print(tail(1, 2, 3))
print(pcall(t, "through pcall"), select(2, xpcall(t, print, "x")))
print(pcall(function() local x = {}; x() end))
print(pcall(function() undefined_function() end))
print(pcall(function() local s = "str"; s() end))
print(pcall(function() o.missing() end))
print(pcall(function() o:missing() end))
print(pcall(function() o.list[2](1) end))
print(pcall(function() return (1)(2) end))
print(pcall(function() setmetatable({}, { __call = 5 })() end))
print(pcall(5)) print(pcall(nil)) print(pcall({}))
table.sort({ 3, 1, 2 }, setmetatable({}, { __call = function(_, a, b) return a < b end }) and function(a, b) return a < b end)
for i in setmetatable({}, { __call = function(_, s, c) c = (c or 0) + 1; if c < 4 then return c end end }) do io.write(i, " ") end
print()
print(("x"):gsub("x", setmetatable({}, { __index = function(_, k) return k .. k end })))
