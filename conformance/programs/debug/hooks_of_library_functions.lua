-- Hooks are told of calls and returns of library functions too, with arguments and results.
-- debug: yes
--[==[ expects
call	sin	C	0
return	sin	C	0.0
call	select	C	2,10,20,30,40
return	select	C	20,30,40
tail call	nil	Lua	20
return	nil	Lua	10,0
call	pcall	C	function,x,3
call	nil	C	x,3
return	nil	C	xxx
return	pcall	C	true,xxx
call	pcall	C	function,x
call	nil	C	x
return	pcall	C	false,x
call	pairs	C	table
return	pairs	C	function,table,nil
call	for iterator	C	table,nil
return	for iterator	C	1,10
call	for iterator	C	table,1
return	for iterator	C	nil
call	ipairs	C	table
return	ipairs	C	function,table,0
call	for iterator	C	table,0
return	for iterator	C	1,10
call	for iterator	C	table,1
return	for iterator	C	nil
call	gmatch	C	ab,.
return	gmatch	C	function
call	for iterator	C	nil,nil
return	for iterator	C	a
call	for iterator	C	nil,a
return	for iterator	C	b
call	for iterator	C	nil,b
return	for iterator	C	
call	tail	Lua	abc
call	upper	C	abc
return	upper	C	ABC
return	tail	Lua	ABC
call	protected	Lua	
call	pcall	C	function,1.5
call	nil	C	1.5
return	nil	C	1
return	pcall	C	true,1
return	protected	Lua	true,1
call	wrap	C	function
return	wrap	C	function
call	wrapped	C	1
return	wrapped	C	2
call	wrapped	C	5
return	wrapped	C	5,7
call	setmetatable	C	table,table
return	setmetatable	C	table
call	index	Lua	table,key
return	index	Lua	key
call	upper	C	a
return	upper	C	A
call	rep	C	A,2
return	rep	C	AA
call	close	Lua	
return	close	Lua	
call	sethook	C	
return sethook; call f; tail call ?; return ?; call sethook
changed
false	in hook
1
call line call return line return
return	nil
line	164
call	nil
return	nil
line	165
call	nil
nil	crl	0
true	1
]==]
local on = false

local function shown(value)
  local kind = type(value)
  return (kind == "table" or kind == "function" or kind == "thread") and kind or tostring(value)
end

local function hook(event)
  if not on then
    return
  end
  local info = debug.getinfo(2, "rSnt")
  local values = {}
  for i = info.ftransfer, info.ftransfer + info.ntransfer - 1 do
    values[#values + 1] = shown(select(2, debug.getlocal(2, i)))
  end
  print(event, info.name, info.what, table.concat(values, ","))
end

debug.sethook(hook, "cr")
on = true; math.sin(0); on = false
on = true; select(2, 10, 20, 30, 40); on = false
local function varargs(a, ...) return ... end
local function outer() on = not on; return varargs(20, 10, 0) end
outer(); on = false
on = true
pcall(string.rep, "x", 3)
pcall(error, "x")
for k in pairs{10} do local _ = k end
for _, v in ipairs{10} do local _ = v end
for w in string.gmatch("ab", ".") do local _ = w end
local function tail(s) return string.upper(s) end
tail("abc")
local function protected() return pcall(math.floor, 1.5) end
protected()
local wrapped = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return b, 7 end)
wrapped(1)
wrapped(5)
local object <close> = setmetatable({}, {__close = function() end, __index = function(_, key) return key end})
local _ = object.key
string.rep(string.upper("a"), 2)
do
  local inner <close> = object
end
debug.sethook()
on = false

-- The first return is that of `sethook`; its own call is the last event.
local events = {}
debug.sethook(function(event) events[#events + 1] = event .. " " .. (debug.getinfo(2, "n").name or "?") end, "cr")
local function g() end
local function f() return g() end
f()
debug.sethook()
print(table.concat(events, "; "))

-- What a hook does to arguments and results of a library function.
debug.sethook(function(event)
  local info = debug.getinfo(2, "nr")
  if info.name == "format" and event == "call" then
    debug.setlocal(2, info.ftransfer + 1, "changed")
  end
end, "c")
print(string.format("%s", "given"))
debug.sethook()

-- An error in a hook passes the library function.
debug.sethook(function()
  if debug.getinfo(2, "f").func == string.rep then
    debug.sethook()
    error("in hook", 0)
  end
end, "c")
print(pcall(string.rep, "x", 2))
print(select("#", debug.gethook()))

-- A coroutine has the hook that is set for it, and of the one that made it only what that hook is told.
local coroutine_events = {}
local thread = coroutine.create(function()
  coroutine.yield(10)
  return 20
end)
debug.sethook(thread, function(event) coroutine_events[#coroutine_events + 1] = event end, "clr")
repeat until not coroutine.resume(thread)
print(table.concat(coroutine_events, " "))
debug.sethook(print, "crl")
thread = coroutine.create(function() local a = 1 return a end)
debug.sethook()
print(debug.gethook(thread))
print(coroutine.resume(thread))
