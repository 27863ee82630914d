-- Endless recursion ends in an error that `pcall` catches, and the program goes on.
--[==[ expects
false	stack overflow
false	stack overflow
false	stack overflow
false	stack overflow
false	stack overflow
false	stack overflow
true
still alive
false	handled: stack overflow
]==]
local function short(ok, message)
  message = tostring(message)
  return ok, message:match("stack overflow") or message:sub(1, 80)
end
local function endless(n) return 1 + endless(n + 1) end
print(short(pcall(endless, 1)))
local function mutual_a() return (function() return mutual_b() + 1 end)() + 1 end
function mutual_b() return mutual_a() + 1 end
print(short(pcall(mutual_a)))
local mt = {}
mt.__index = function(t, k) return t[k] end
print(short(pcall(function() return setmetatable({}, mt).a end)))
mt.__add = function(a, b) return a + b end
print(short(pcall(function() local t = setmetatable({}, mt); return t + 1 end)))
print(short(coroutine.resume(coroutine.create(endless), 1)))
local depth = 0
local function counting() depth = depth + 1; counting(); depth = depth - 1 end
print(short(pcall(counting)))
print(depth > 10000)
for i = 1, 3 do assert(not pcall(endless, i)) end
print("still alive")
local function handler(m) return "handled: " .. tostring(m:match("stack overflow")) end
print(xpcall(endless, handler, 1))
