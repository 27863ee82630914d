-- Functions that library functions call look at the stack and collect garbage: the stack is taken down only as far as it can be.
--[==[ expects
1	2	3	1	2	3
true
1 2 
closed
asking_inside.lua:23: E
T	9
false	bad argument #1 to 'string.rep' (string expected, got table)
v1,v2,v3
2	4	6
nil	2	fmt
false	in 1
false	in 2
1	2	end
]==]
local t = setmetatable({}, {__index = function(_, i) return ({3, 1, 2})[i] end, __len = function() return 3 end, __newindex = function(t, k, v) rawset(t, k, v) end})
table.sort(t, function(a, b) local s = debug.traceback("x") collectgarbage() return a < b end)
print(rawget(t, 1), rawget(t, 2), rawget(t, 3), t[1], t[2], t[3])
local holes = {5, nil, 3, [7] = 1}
print(pcall(table.sort, {3, 2, nil, 1}, function(a, b) debug.traceback() return (a or 0) < (b or 0) end))
for line in (function() local n = 0 return function() n = n + 1 debug.traceback() collectgarbage() if n < 3 then return n end end end)() do io.write(line, " ") end print()
print(select(2, xpcall(function() local x <close> = setmetatable({}, {__close = function() debug.traceback() collectgarbage() print("closed") end}) error("E") end, function(m) debug.traceback() collectgarbage() return m end)))
print(tostring(setmetatable({}, {__name = "N", __tostring = function() debug.traceback() return "T" end})), #setmetatable({}, {__len = function() debug.traceback() return 9 end}))
print(pcall(string.rep, setmetatable({}, {__tostring = function() return "x" end}), 3))
print(table.concat(setmetatable({}, {__index = function(_, i) debug.traceback() return "v" .. i end, __len = function() debug.traceback() return 3 end}), ","))
print(table.unpack(setmetatable({}, {__index = function(_, i) debug.traceback() return i * 2 end}), 1, 3))
print(next({}, nil), math.max(1, 2), string.format("%s", setmetatable({}, {__tostring = function() debug.traceback() return "fmt" end})))
local co = coroutine.wrap(function() for i = 1, 2 do print(pcall(function() coroutine.yield(i) debug.traceback() error("in " .. i, 0) end)) end return "end" end)
print(co(), co(), co())
