-- Compiled for `debug`: locals of running and suspended functions, hooks of lines, calls and counts.
-- debug: yes
--[==[ expects
inner	in
1	a	1
2	b	2
3	c	3
4	i	4
(vararg)	x
nil
c	changed
(vararg)	va	y
changed
a	b	nil
z	true
false	bad argument #1 to 'debug.getlocal' (level out of range)
p	21
q	42
q
true	set
false	locals_and_hooks.lua:48: E
52 53 54 53 54 53 56 57 61
call:callee return:callee call:callee return:callee 
nil
false	locals_and_hooks.lua:72: timeout
line	hooked	1
line	hooked	2
]==]
local function f(a, b, ...)
  local c = a + b
  do local inner = "in" print(debug.getlocal(1, 4)) end
  local i = 1
  while true do local n, v = debug.getlocal(1, i) if not n then break end if n:sub(1,1) ~= "(" then print(i, n, v) end i = i + 1 end
  print(debug.getlocal(1, -1)) print(debug.getlocal(1, -3))
  print(debug.setlocal(1, 3, "changed"), c)
  print(debug.setlocal(1, -1, "va"), ...)
  return c
end
print(f(1, 2, "x", "y"))
print(debug.getlocal(f, 1), debug.getlocal(f, 2), debug.getlocal(f, 3))
local up = 5
local function g() up = up + 1 local z = up local n, v = (function() return debug.getlocal(2, 1) end)() return n, v == z end
print(g())
print(pcall(debug.getlocal, 50, 1))
local co = coroutine.create(function(p) local q = p * 2 coroutine.yield(q) return q end)
coroutine.resume(co, 21)
print(debug.getlocal(co, 1, 1)) print(debug.getlocal(co, 1, 2)) print(debug.setlocal(co, 1, 2, "set")) print(coroutine.resume(co))
print(xpcall(function() local secret = 42 error("E") end, function(m) return m, (select(2, debug.getlocal(2, 1))) end))
-- hooks
local lines = {}
debug.sethook(function(e, l) lines[#lines + 1] = l end, "l")
local x = 1
for i = 1, 2 do
  x = x + i
end
if x > 1 then
  x = 0
else
  x = 1
end
debug.sethook()
print(table.concat(lines, " "))
local calls = {}
local function callee() return 1 end
debug.sethook(function(e) calls[#calls + 1] = e .. ":" .. tostring(debug.getinfo(2, "n").name) end, "cr")
callee()
local v = callee()
debug.sethook()
for i, c in ipairs(calls) do if c:find "callee" then io.write(c, " ") end end print()
print(debug.gethook())
local steps = 0
debug.sethook(function() steps = steps + 1 if steps > 3 then error("timeout") end end, "", 100)
print(pcall(function() while true do end end)) debug.sethook()
local co2 = coroutine.wrap(function() debug.sethook(function(e, l) local n, v = debug.getlocal(2, 1) if n == "hooked" then print(e, n, v) end end, "l")
  local hooked = 1
  hooked = 2
  debug.sethook() end) co2()
