-- Where a yield is not possible: sort comparators, gsub callbacks, and outside of coroutines.
--[==[ expects
attempt to yield across a C-call boundary
attempt to yield across a C-call boundary
attempt to yield across a C-call boundary
attempt to yield across a C-call boundary
attempt to yield from outside a coroutine
false	attempt to yield across a C-call boundary
inner coroutines may yield
1 2 3
true	after false
true	still yields
true	true	false
true
true
bottom
false	C stack overflow
]==]
local function try(f) local co = coroutine.create(f) return select(2, coroutine.resume(co)) end
print(try(function() table.sort({ 3, 2, 1 }, function(a, b) coroutine.yield() return a < b end) end))
print(try(function() return (("abc"):gsub(".", function() coroutine.yield() end)) end))
print(try(function() return tostring(setmetatable({}, { __tostring = function() coroutine.yield() end })) end))
print(try(function() return table.concat(setmetatable({}, { __len = function() coroutine.yield() end })) end))
print(select(2, pcall(coroutine.yield)))
print(try(function() return pcall(table.sort, { 3, 2, 1 }, function() coroutine.yield() end) end))
print(try(function() for i = 1, 2 do coroutine.wrap(function() coroutine.yield("inside wrap") end)() end return "inner coroutines may yield" end))
print(try(function() local inner = coroutine.wrap(function() coroutine.yield(5) end) local t = { 3, 1, 2 } table.sort(t, function(a, b) inner = coroutine.wrap(function() coroutine.yield(1) end) inner() return a < b end) return table.concat(t, " ") end))
local co = coroutine.create(function() local ok, e = pcall(function() ("x"):gsub("x", coroutine.yield) end) coroutine.yield("after " .. tostring(ok)) return "still yields" end)
print(coroutine.resume(co)) print(coroutine.resume(co))
local running
local r = coroutine.create(function() running = coroutine.running() return coroutine.isyieldable(), select(2, coroutine.running()) end)
print(coroutine.resume(r)) print(running == r)
print(coroutine.isyieldable(coroutine.create(print)))
local function recurse(n) return coroutine.wrap(function() if n == 0 then return "bottom" end return recurse(n - 1)() end) end
print(recurse(100)())
local function too_deep() return coroutine.wrap(function() return too_deep() end)() end
local ok, e = pcall(too_deep)
print(ok, tostring(e):match("C stack overflow") or tostring(e):match("stack overflow"))
