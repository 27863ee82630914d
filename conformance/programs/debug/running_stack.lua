--[==[ expects
msg
stack traceback:
	running_stack.lua:60: in upvalue 'f'
	running_stack.lua:63: in upvalue 'f'
	running_stack.lua:63: in upvalue 'f'
	running_stack.lua:63: in local 'f'
	running_stack.lua:66: in main chunk
	[C]: in ?
61	f
tail
stack traceback:
	running_stack.lua:67: in local 'g'
	running_stack.lua:68: in main chunk
	[C]: in ?
tail
stack traceback:
	running_stack.lua:67: in upvalue 'g'
	running_stack.lua:69: in local 'h'
	running_stack.lua:70: in main chunk
	[C]: in ?
false	running_stack.lua:71: lv
false	running_stack.lua:73: deep
true	false	running_stack.lua:74: x
foo
stack traceback:
	running_stack.lua:75: in metamethod 'index'
	running_stack.lua:76: in main chunk
	[C]: in ?
false	running_stack.lua:77: E
stack traceback:
	[C]: in function 'error'
	running_stack.lua:77: in function <running_stack.lua:77>
	[C]: in function 'xpcall'
	running_stack.lua:77: in main chunk
	[C]: in ?
false	running_stack.lua:78: attempt to call a nil value (local 'x')
stack traceback:
	running_stack.lua:78: in local 'x'
	running_stack.lua:78: in function <running_stack.lua:78>
	[C]: in function 'xpcall'
	running_stack.lua:78: in main chunk
	[C]: in ?
in co
stack traceback:
	running_stack.lua:79: in function <running_stack.lua:79>
in co 2
stack traceback:
	running_stack.lua:79: in function <running_stack.lua:79>
0	[C]	C	getinfo	-1
1	running_stack.lua	main	nil	81
2	[C]	C	nil	-1
3	nil	nil	nil	nil
4	nil	nil	nil	nil
5	nil	nil	nil	nil
948
]==]
local function f(n)
  if n == 0 then
    print(debug.traceback("msg"))
    return debug.getinfo(1, "l").currentline, debug.getinfo(2,"n").name
  end
  local a, b = f(n-1)
  return a, b
end
print(f(3))
local function g() return debug.traceback("tail") end
print(g())
local function h() local x = g() return x end
print(h())
print(pcall(error, "lv", 2))
local function lvl() error("deep", 3) end
print(pcall(lvl))
print(pcall(pcall, error, "x", 3))
local t = setmetatable({}, {__index = function(t,k) return debug.traceback(k) end})
print(t.foo)
print(xpcall(function() error("E") end, debug.traceback))
print(xpcall(function() local x = nil; x() end, function(m) return debug.traceback(m, 1) end))
local co = coroutine.wrap(function() print(debug.traceback("in co")); coroutine.yield(1); print(debug.traceback("in co 2")) end)
co() co()
for i = 0, 5 do local d = debug.getinfo(i, "Snl") print(i, d and d.short_src, d and d.what, d and d.name, d and d.currentline) end
local function rec(n) if n == 0 then return #debug.traceback() end return 1 + rec(n-1) end
print(rec(100))
table.sort({3,2,1}, function(a,b) local s = debug.traceback("sort") return a<b end)
local mt = setmetatable({}, {__tostring = function() return (debug.traceback("ts")) end})
