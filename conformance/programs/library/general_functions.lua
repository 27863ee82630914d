-- Functions of the library that run what they are given, called by their names where nothing can have changed these.
--[==[ expects
2
got	x
false	five
1=10 2=20 x=1 
false	bad argument #1 to 'pairs' (value expected)
false	general_functions.lua:39: bad argument #1 to 'for iterator' (table expected, got nil)
3,2,1
false	attempt to compare string with number
heLLo	2
A.B.C.
one;two;
2
false	msg
false	handled general_functions.lua:44: deep
false	tail
true	y
true	r	7	8
dead	false	cannot resume dead coroutine
in pairs
1	value
end
number	true
false	attempt to yield across a C-call boundary
true	x	2
1
true
false	nil
true	2
true	true	false	e
true	1	2
4
false	general_functions.lua:58: attempt to call a nil value (local 'x')
]==]
local co = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) print("got", b) error("five", 0) end)
print(co(1)) print(pcall(co, "x")) 
for k, v in pairs({ 10, 20, x = 1 }) do io.write(tostring(k), "=", v, " ") end io.write("\n")
print(pcall(pairs)) print(pcall(function() for k in pairs(nil) do end end))
local t = { 3, 1, 2 } table.sort(t, function(a, b) return a > b end) print(table.concat(t, ","))
print(pcall(function() table.sort({ 1, "x" }) end))
print(("hello"):gsub("l", { l = "L" })) print((string.gsub("abc", "%w", function(c) return c:upper() .. "." end)))
for w in string.gmatch("one two", "%a+") do io.write(w, ";") end print()
print(select("#", pcall(error))) print(pcall(error, "msg", 0)) print(xpcall(function() error("deep") end, function(m) return "handled " .. m end))
local function tail(x) return error(x, 0) end print(pcall(tail, "tail"))
local function ty() return coroutine.yield("y") end local c2 = coroutine.create(function() return "r", ty() end)
print(coroutine.resume(c2)) print(coroutine.resume(c2, 7, 8)) print(coroutine.status(c2), coroutine.resume(c2))
local mt = setmetatable({}, { __pairs = function(t) return function(_, k) if not k then return 1, coroutine.yield("in pairs") end end, t, nil end })
local c3 = coroutine.wrap(function() for k, v in pairs(mt) do print(k, v) end return "end" end) print(c3()) print(c3("value"))
print(type(os.clock()), os.time({ year = 2020, month = 1, day = 1, hour = 12 }) > 0)
local sort, yield = table.sort, coroutine.yield
local c4 = coroutine.wrap(function() sort({ 2, 1 }, function(a, b) yield(a .. b) return a < b end) end) print(pcall(c4))
print(pcall(string.gsub, "x", "(", "")) print(pcall(print, setmetatable({}, { __tostring = function() return 1 end })))
local function each(f, ...) return pcall(f, ...) end print(each(error)) print(each(function(...) return select("#", ...) end, 1, nil))
print(pcall(coroutine.wrap(function() return pcall(pcall, error, "e") end)))
local a, b, c = coroutine.resume(coroutine.create(function(...) return ... end), 1, 2) print(a, b, c)
print((function(...) return select("#", coroutine.resume(...)) end)(coroutine.create(function() return 1, 2, 3 end)))
print(pcall(function() local x = nil; x() end))

