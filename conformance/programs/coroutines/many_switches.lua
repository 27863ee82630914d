-- A million switches, also at depth.
--[==[ expects
700000
5000050000	bottom
520500
]==]
local co = coroutine.wrap(function() local n = 0 while true do n = n + coroutine.yield(n) end end)
co()
local last
for _ = 1, 700000 do last = co(1) end
print(last)
local function deep(n, f) if n == 0 then return f() end local r = deep(n - 1, f) return r end
local d = coroutine.wrap(function() return deep(100, function() for i = 1, 100000 do coroutine.yield(i) end return "bottom" end) end)
local s = 0
for _ = 1, 100000 do s = s + d() end
print(s, d())
local chain = coroutine.wrap(function() for i = 1, 1000 do coroutine.yield(i) end return "end" end)
for _ = 1, 20 do local inner = chain chain = coroutine.wrap(function() while true do local v = inner() if v == "end" then return v end coroutine.yield(v + 1) end end) end
local total = 0
while true do local v = chain() if v == "end" then break end total = total + v end
print(total)
