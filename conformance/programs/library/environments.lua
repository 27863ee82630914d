-- An environment of one's own has a library of its own.
--[==[ expects
own	own type
given	given too
1	number
replaced	number	xx
]==]
local print = print
do
  local _ENV = {math = {floor = function() return "own" end}, type = function() return "own type" end}
  print(math.floor(1.5), type(1))
end
local function f(_ENV) return math.floor(1.5), tostring(1) end
print(f({math = {floor = function() return "given" end}, tostring = function() return "given too" end}))
print(math.floor(1.5), type(1))
_ENV = setmetatable({math = {floor = function() return "replaced" end}}, {__index = _ENV})
print(math.floor(1.5), type(1), string.rep("x", 2))
