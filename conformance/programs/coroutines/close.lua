-- coroutine.close: pending closes run, results and errors, on every status.
--[==[ expects
true	1
close b	nil
close a	nil
true
dead
true
true
close b	nil
close a	b fails
false	b fails
dead
true
false	own error
true
true	1
close loop1	nil
true	2
close loop2	nil
close inner	nil
close outer	nil
true
false	cannot close a running coroutine
true	true	false	cannot close a normal coroutine
close wrapped	w
false	w
true	dead
true
1
2
close iterator	nil
]==]
local function closer(name, fail) return setmetatable({}, { __close = function(_, e) print("close " .. name, e) if fail then error(name .. " fails", 0) end end }) end
local co = coroutine.create(function() local a <close> = closer "a" local b <close> = closer "b" coroutine.yield(1) end)
print(coroutine.resume(co)) print(coroutine.close(co)) print(coroutine.status(co)) print(coroutine.close(co))
print(coroutine.close(coroutine.create(print)))
local bad = coroutine.create(function() local a <close> = closer("a") local b <close> = closer("b", true) coroutine.yield() end)
coroutine.resume(bad)
print(coroutine.close(bad)) print(coroutine.status(bad)) print(coroutine.close(bad))
local errored = coroutine.create(function() error("own error", 0) end)
coroutine.resume(errored)
print(coroutine.close(errored)) print(coroutine.close(errored))
local nested = coroutine.create(function()
  local x <close> = closer "outer"
  local function f() local y <close> = closer "inner" for i = 1, 3 do local z <close> = closer("loop" .. i) coroutine.yield(i) end end
  f()
end)
print(coroutine.resume(nested)) print(coroutine.resume(nested)) print(coroutine.close(nested))
print(pcall(coroutine.close, coroutine.running()))
local inner
local outer = coroutine.create(function() inner = coroutine.create(function() return pcall(coroutine.close, (outer_co)) end) return coroutine.resume(inner) end)
outer_co = outer
print(coroutine.resume(outer))
local w = coroutine.wrap(function() local a <close> = closer "wrapped" error("w", 0) end)
print(pcall(w))
local yielding = coroutine.create(function() local a <close> = closer "never" coroutine.yield() end)
print(coroutine.close(yielding), coroutine.status(yielding))
local dead = coroutine.create(function() return 1 end)
coroutine.resume(dead)
print(coroutine.close(dead))
for v in coroutine.wrap(function() local c <close> = closer "iterator" for i = 1, 2 do coroutine.yield(i) end end) do print(v) end
