-- Count hooks are told after about as many steps as the reference does instructions.
-- debug: yes
--[==[ expects
true	true	0
true	true
true
true
false	enough
false	enough
false	enough
false	enough
]==]
local function count(step, f)
  local n = 0
  debug.sethook(function() n = n + 1 end, "", step)
  f()
  debug.sethook()
  return n
end

local function empty() for _ = 1, 1000 do end end
local function sum() local s = 0 for i = 1, 1000 do s = s + i end return s end
local function several()
  local s, t = 0, {}
  while s < 1000 do
    s = s + 1
    t[s] = s * 2 + 1
    if s % 2 == 0 then
      t[s] = t[s - 1]
    end
  end
end

local function between(low, n, high) return low <= n and n <= high end
print(between(1000, count(1, empty), 1030), between(250, count(4, empty), 260), count(5000, empty))
print(between(1900, count(1, sum), 2500), between(8000, count(1, several), 15000))
local a = 0
debug.sethook(function() a = a + 1 end, "", 1)
a = 0; for i = 1, 1000 do end; print(1000 < a and a < 1012)
debug.sethook(function() a = a + 1 end, "", 4)
a = 0; for i = 1, 1000 do end; print(250 < a and a < 255)
debug.sethook()

-- A loop without end is stopped.
debug.sethook(function() error("enough", 0) end, "", 100000)
print(pcall(function() while true do end end))
print(pcall(function() for i = 1, math.huge do end end))
print(pcall(function() repeat until false end))
print(pcall(function() ::again:: goto again end))
debug.sethook()
