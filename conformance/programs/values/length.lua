-- Length of strings and of tables that are sequences; `#` of what has no length raises.
--[==[ expects
0	3	3	2	0
0	1	3	0	0	2	3
100
50
51	x
50
false	length.lua:29: attempt to get length of a nil value
false	length.lua:30: attempt to get length of a number value
false	length.lua:31: attempt to get length of a boolean value (local 'x')
false	length.lua:32: attempt to get length of a function value (global 'print')
3	2	1
5	2	3
1000	2000	998
]==]
print(#"", #"abc", #"a\0b", #"é", #[[
]])
print(#{}, #{ 1 }, #{ 1, 2, 3 }, #{ n = 1 }, #{ nil }, #{ 1, 2, nil }, #{ nil, nil, 3 })
local t = {}
for i = 1, 100 do t[i] = i end
print(#t)
for i = 100, 51, -1 do t[i] = nil end
print(#t)
t[#t + 1] = "x"
print(#t, t[51])
t[#t] = nil
print(#t)
print(pcall(function() return #nil end))
print(pcall(function() return #5 end))
print(pcall(function() local x = true; return #x end))
print(pcall(function() return #print end))
print(#{ (function() return 1, 2, 3 end)() }, #{ (function() return 1, 2, 3 end)(), 10 }, #{ ((function() return 1, 2, 3 end)()) })
print(#{ table.unpack({ 1, 2, 3, 4, 5 }) }, #{ nil, 2 }, #{ 1, nil, 3 })
local s = ("x"):rep(1000)
print(#s, #(s .. s), #(s:sub(2, -2)))
