-- `debug.traceback`: inside a message handler, with levels, of values that are no strings.
--[==[ expects
false	traceback.lua:16: deep	true
true	true
true
true
string	table	true
traceback.lua:25: in main chunk
stack traceback:
	[C]
	traceback.lua:26: in function <traceback.lua:26>
with message
true
]==]
local function lines(s) return (s:gsub("\n%s*%[C%].*$", ""):gsub("\t", "  ")) end
local function inner() error("deep") end
local function middle() inner() end
local function handler(m) return debug.traceback(m, 2) end
local ok, trace = xpcall(middle, handler)
print(ok, trace:match("^[^\n]+"), trace:match("stack traceback:") ~= nil)
print(trace:find("in upvalue 'inner'", 1, true) ~= nil, trace:find("traceback.lua:", 1, true) ~= nil)
print(debug.traceback("message"):match("^message\nstack traceback:\n") ~= nil)
print(debug.traceback(nil) == nil or debug.traceback(nil):match("^stack traceback:") ~= nil)
print(type(debug.traceback(12)), type(debug.traceback({})), debug.traceback(true))
print((debug.traceback("x", 1):match("^x\nstack traceback:\n\t([^\n]*)")))
local co = coroutine.create(function() local x = 1; coroutine.yield(x) end)
coroutine.resume(co)
print((debug.traceback(co):gsub("%[C%][^\n]*", "[C]")))
print((debug.traceback(co, "with message"):match("^[^\n]*")))
print(lines("a") == "a")
