-- create, resume, yield, status, values both ways, errors, dead coroutines.
--[==[ expects
suspended
start	1	2
true	3
suspended
got	10
true	20	two
got	x	y
true	end	nil	3
dead
false	cannot resume dead coroutine
true
true	2	nil	nil
false	basics.lua:43: oops
dead	false	cannot resume dead coroutine
5
thread	true
running normal	dead
false	true
true	false
false	attempt to yield from outside a coroutine
true	false	cannot resume non-suspended coroutine
true	true	false	cannot resume non-suspended coroutine
]==]
local co = coroutine.create(function(a, b)
  print("start", a, b)
  local c = coroutine.yield(a + b)
  print("got", c)
  local d, e = coroutine.yield(c * 2, "two")
  print("got", d, e)
  return "end", nil, 3
end)
print(coroutine.status(co))
print(coroutine.resume(co, 1, 2))
print(coroutine.status(co))
print(coroutine.resume(co, 10))
print(coroutine.resume(co, "x", "y"))
print(coroutine.status(co))
print(coroutine.resume(co))
print(coroutine.resume(coroutine.create(function() end)))
print(coroutine.resume(coroutine.create(function(...) return select("#", ...), ... end), nil, nil))
local bad = coroutine.create(function() error("oops") end)
print(coroutine.resume(bad)) print(coroutine.status(bad), coroutine.resume(bad))
local obj = coroutine.create(function() error({ code = 5 }) end)
print(select(2, coroutine.resume(obj)).code)
print(type(co), tostring(co):match("^thread: ") ~= nil)
local self_status
local s = coroutine.create(function() self_status = coroutine.status(s_co) coroutine.resume(coroutine.create(function() self_status = self_status .. " " .. coroutine.status(s_co) end)) end)
s_co = s
coroutine.resume(s)
print(self_status, coroutine.status(s))
print(coroutine.isyieldable(), select(2, coroutine.running()))
print(coroutine.wrap(function() return coroutine.isyieldable(), select(2, coroutine.running()) end)())
print(pcall(coroutine.yield, 1))
local me
me = coroutine.create(function() return coroutine.resume(me) end)
print(coroutine.resume(me))
local outer
outer = coroutine.create(function() return coroutine.resume(coroutine.create(function() return coroutine.resume(outer) end)) end)
print(coroutine.resume(outer))
