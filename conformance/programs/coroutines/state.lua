-- Locals, upvalues and loops keep their state over yields, in two interleaved coroutines of one function.
--[==[ expects
a	1	1
b	1	1
a	2	5
b	2	5
inner	2
inner	2
a	3	14
inner	2
done	12	b1,b4
true	c	1	1
true	stopped	1
dead
55	0	89	1
1	a	true
2	b	false
]==]
local function worker(name, n)
  local total, list = 0, {}
  for i = 1, n do
    local square <const> = i * i
    list[#list + 1] = function() return name .. square end
    total = total + square
    local got = coroutine.yield(name, i, total)
    if got == "stop" then return "stopped", total end
    for j = i, 1, -1 do if j % 2 == 0 then total = total + (coroutine.yield("inner", j) or 0) end end
  end
  local names = {}
  for k, f in ipairs(list) do names[k] = f() end
  return "done", total, table.concat(names, ",")
end
local a, b = coroutine.wrap(worker), coroutine.wrap(worker)
print(a("a", 3)) print(b("b", 2)) print(a(1)) print(b(1)) print(a(5)) print(b()) print(a()) print(a()) print(b(7)) 
local c = coroutine.create(worker)
print(coroutine.resume(c, "c", 9)) print(coroutine.resume(c, "stop")) print(coroutine.status(c))
local function fib() local x, y = 0, 1 while true do coroutine.yield(x) x, y = y, x + y end end
local f1, f2 = coroutine.wrap(fib), coroutine.wrap(fib)
for _ = 1, 10 do f1() end
print(f1(), f2(), f1(), f2())
local function zip(...) local gens = { ... } return coroutine.wrap(function() while true do local out = {} for i, g in ipairs(gens) do out[i] = g() if out[i] == nil then return end end coroutine.yield(table.unpack(out)) end end) end
local function each(t) return coroutine.wrap(function() for _, v in ipairs(t) do coroutine.yield(v) end end) end
for x, y, z in zip(each { 1, 2, 3 }, each { "a", "b", "c" }, each { true, false }) do print(x, y, z) end
