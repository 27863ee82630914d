-- Metamethods that tail-call, raise, and run the stack deep.
--[==[ expects
added	field!	bottom	true
false	tail_and_raise.lua:23: no concat
len
false	tail_and_raise.lua:34: cannot set key
false	no eq
false	nil
false	no tostring
false	no tostring
deep 150
100
false	tail_and_raise.lua:45: undefined variable 'foo'
false	object error
]==]
local function tail(f) return function(...) return f(...) end end
local mt
mt = {
  __add = tail(function(a, b) return "added" end),
  __index = tail(function(t, k) return tail(function() return k .. "!" end)() end),
  __call = tail(function(self, n) if n == 0 then return "bottom" end return self(n - 1) end),
  __lt = tail(function() return true end),
  __concat = function(a, b) error("no concat") end,
  __len = function() error({ code = "len" }) end,
  __newindex = function(t, k, v) error("cannot set " .. k, 2) end,
  __eq = function() error("no eq", 0) end,
  __unm = function() error() end,
  __tostring = function() error("no tostring", 0) end,
}
local x, y = setmetatable({}, mt), setmetatable({}, mt)
print(x + y, x.field, x(100000), x < y)
print(pcall(function() return x .. y end))
print(select(2, pcall(function() return #x end)).code)
print(pcall(function() x.key = 1 end))
print(pcall(function() return x == y end))
print(pcall(function() return -x end))
print(pcall(tostring, x))
print(pcall(print, x))
local depth = 0
local deep = setmetatable({}, { __index = function(t, k) depth = depth + 1; if depth < 150 then return t[k] end return "deep " .. depth end })
print(deep.key)
local adder = setmetatable({}, { __add = function(a, b) if b == 0 then return 0 end return 1 + (a + (b - 1)) end })
print(adder + 100)
local err = setmetatable({}, { __index = function(_, k) error("undefined variable '" .. k .. "'", 2) end })
print(pcall(function() return err.foo end))
local ok, e = pcall(function() return setmetatable({}, { __div = function() error(setmetatable({}, { __tostring = function() return "object error" end })) end }) / 1 end)
print(ok, tostring(e))
