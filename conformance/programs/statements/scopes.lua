-- Blocks, the scope of locals, and `repeat`, whose condition sees the locals of its body.
--[==[ expects
2
1
3
2
4
8
10	20	30	3
nil
true
nil
10 20 nil
5
]==]
local x = 1
do local x = 2; print(x) end
print(x)
if true then local x = 3; print(x) end
while x < 2 do local y = x; x = y + 1; local x = 100 end
print(x)
local n = 0
repeat
  local done = n >= 3
  n = n + 1
until done
print(n)
repeat local a, b = n, n + 1; n = b until a > 6 and b > 6
print(n)
local fs = {}
local k = 0
repeat
  k = k + 1
  local captured = k * 10
  fs[k] = function() return captured end
until captured >= 30 or fs[k]() > 100
print(fs[1](), fs[2](), fs[3](), #fs)
local f = function() return f end
print(f())
local function g() return g end
print(g() == g)
local y = y
print(y)
for i = 1, 2 do local i = i * 10; io.write(i, " ") end print(i)
while true do
  local inner = x
  if inner > 4 then break end
  x = x + 1
end
print(x)
