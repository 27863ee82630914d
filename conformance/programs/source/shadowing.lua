-- The same name many times: each `local` is a new variable, and closures keep the one they saw.
--[==[ expects
22
function
1	11	11
constant
100 200 constant
2
3
true
]==]
local x = 1
local function first() return x end
local x = x + 10
local function second() return x end
do
  local x = x * 2
  print(x)
  local function x() return "function" end
  print(x())
end
print(first(), second(), x)
local x <const> = "constant"
print(x)
for x = 1, 2 do
  local x = x * 100
  io.write(x, " ")
end
print(x)
local function f(x, x) return x end
print(f(1, 2))
local a, a, a = 1, 2, 3
print(a)
local self = "own self"
local obj = {}
function obj:method() return self == obj, self end
print((obj:method()))
