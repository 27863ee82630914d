-- A function that calls itself in tail position runs on in its own activation: arguments, locals, closures, yields, errors.
--[==[ expects
500000500000	55.5	55.0
6	6.0	2.0	false	self_tail_calls.lua:35: attempt to mod a 'number' with a 'string'
2	3	1
3	1	2
x	nil	1
false	self_tail_calls.lua:39: attempt to perform arithmetic on a nil value (local 'n')
kept	nil
nil	1	2
done
3	4	nil
2	13	two
1	2	nil
0	1	nil
2	3	3	4
out	1
3	2	1	0	end
1	2	3	4	5
false	self_tail_calls.lua:77: here
false	self_tail_calls.lua:80: there
false	self_tail_calls.lua:81: attempt to index a nil value (field 'x')
false	self_tail_calls.lua:81: attempt to index a nil value (local 't')
false	self_tail_calls.lua:81: attempt to perform arithmetic on a table value (local 'n')
a	b	a
new 2	new 3
close 0 close 1 close 2 x
zero	zero
true	false	true
21	7
9	c
]==]
local function loop(i, acc) if i == 0 then return acc end return loop(i - 1, acc + i) end
print(loop(1000000, 0), loop(10, 0.5), loop(10.0, 0))
local function gcd(a, b) if b == 0 then return a end return gcd(b, a % b) end
print(gcd(12, 18), gcd(12.0, 18), gcd(2^53, 6), pcall(gcd, 1, "x"))
local function swap(a, b, c, n) if n == 0 then return a, b, c end return swap(b, c, a, n - 1) end
print(swap(1, 2, 3, 1)) print(swap(1, 2, 3, 2)) print(swap(1, "x", nil, 100))
local function fewer(a, b, n) if n == 0 then return a, b end return fewer(n - 1) end
print(pcall(fewer, 1, 2, 3))
local function drop(n, x) if n == 0 then return x end if n == 5 then return drop(n - 1) end return drop(n - 1, x, "surplus") end
print(drop(4, "kept"), drop(9, "lost"))
local function nils(a, b, c) if a then return nils(nil, a, b) end return a, b, c end
print(nils(1, 2, 3))
-- the locals of each round are its own
local made = {}
local function fresh(n)
  local seen
  local boxed = n
  made[#made + 1] = function(d) boxed = boxed + (d or 0) return n, boxed, seen end
  if n == 2 then seen = "two" end
  if n == 0 then return "done" end
  return fresh(n - 1)
end
print(fresh(3)) made[2](10)
for i = 1, #made do print(made[i](1)) end
local function captured(n, list) list[#list + 1] = function() n = n + 1 return n end if n >= 3 then return list end return captured(n + 1, list) end
local list = captured(1, {})
print(list[1](), list[1](), list[2](), list[3]())
-- out of nested loops
local function nested(n)
  for i = 1, 3 do
    while true do
      for _, v in ipairs({1, 2}) do if n > 0 and v == 2 then return nested(n - 1) end end
      if n == 0 then return "out", i end
    end
  end
end
print(nested(4))
-- yields between the rounds
local function gen(n) coroutine.yield(n) if n == 0 then return "end" end return gen(n - 1) end
local co = coroutine.wrap(gen)
print(co(3), co(), co(), co(), co())
local function other(n, ...) if n == 0 then return ... end return other(n - 1, n, ...) end
print(other(5))
-- errors and their places
local function deep(n) if n == 0 then error("here") end return deep(n - 1) end
print(pcall(deep, 3))
local function deep2(n) if n == 0 then error("there", 2) end return deep2(n - 1) end
print(pcall(function() local r = deep2(3) return r end))
local function bad(n, t) if n == 0 then return t.x.y end return bad(n - 1, t) end
print(pcall(bad, 2, {})) print(pcall(bad, 0, nil))
print(pcall(bad, {}, 1))
-- other closures of the same function are not the same
local function maker(tag)
  local function f(n, g) if n == 0 then return tag end if g then return g(n - 1) end return f(n - 1) end
  return f
end
local fa, fb = maker("a"), maker("b")
print(fa(3), fa(3, fb), fb(2, fa))
-- a function that is assigned again
local function changing(n) if n == 0 then return "old" end return changing(n - 1) end
local keep = changing
function changing(n) return "new " .. n end
print(keep(3), changing(3))
local function close(n) local c <close> = setmetatable({}, {__close = function() io.write("close ", n, " ") end}) if n == 0 then return "x" end return close(n - 1) end
print(close(2))
local meta = setmetatable({}, {__sub = function(a, b) return 0 end, __eq = function() return false end})
local function viaMeta(n) if n == 0 then return "zero" end return viaMeta(n - 1) end
print(viaMeta(meta), viaMeta(5))
local function even(n) if n == 0 then return true end if n == 1 then return false end return even(n - 2) end
print(even(10), even(7), even(8.0))
local function ack(m, n) if m == 0 then return n + 1 elseif n == 0 then return ack(m - 1, 1) end return ack(m - 1, ack(m, n - 1)) end
print(ack(2, 9), ack(1, 5))
local function max(t, i, best) i = i or 1 best = best or t[1] if i > #t then return best end return max(t, i + 1, t[i] > best and t[i] or best) end
print(max({3, 9, 4}), max({"b", "c", "a"}))
