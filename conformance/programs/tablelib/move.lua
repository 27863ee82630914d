-- table.move: overlapping ranges both ways, other tables, metamethods, errors.
--[==[ expects
2 3 4 4 5
1 1 2 3 5
1 2 1 2 3
1 2 3
2 3
1 2 3
true
x a b c
1 1 nil 3
nil nil nil
false	bad argument #4 to 'table.move' (destination wrap around)
false	bad argument #3 to 'table.move' (too many elements to move)
false	bad argument #1 to 'table.move' (table expected, got number)
false	bad argument #5 to 'table.move' (table expected, got number)
false	bad argument #4 to 'table.move' (number expected, got no value)
false	bad argument #2 to 'table.move' (number has no integer representation)
r3 w4 r2 w3 r1 w2
r2 w1 r3 w2 r4 w3
w5 w6
6	10
false	bad argument #4 to 'table.move' (destination wrap around)
500	1	1000	1500
]==]
local function show(t, n) local o = {} for i = 1, n or #t do o[i] = tostring(t[i]) end print(table.concat(o, " ")) end
show(table.move({ 1, 2, 3, 4, 5 }, 2, 4, 1)) show(table.move({ 1, 2, 3, 4, 5 }, 1, 3, 2)) show(table.move({ 1, 2, 3 }, 1, 3, 3)) show(table.move({ 1, 2, 3 }, 1, 0, 5)) show(table.move({ 1, 2, 3 }, 2, 3, 1, {})) show(table.move({ 1, 2, 3 }, 1, 3, 1))
local src, dst = { "a", "b", "c" }, { "x" } print(table.move(src, 1, 3, 2, dst) == dst) show(dst)
show(table.move({ 1, nil, 3 }, 1, 3, 2), 4) show(table.move({}, -2, 0, 1), 3)
print(pcall(table.move, {}, 1, math.maxinteger, 2)) print(pcall(table.move, {}, -1, math.maxinteger, 2)) print(pcall(table.move, 1, 1, 1, 1)) print(pcall(table.move, {}, 1, 1, 1, 1)) print(pcall(table.move, {}, 1, 2)) print(pcall(table.move, {}, 1.5, 2, 3))
local log = {} local t = setmetatable({}, { __index = function(_, k) log[#log + 1] = "r" .. k return k end, __newindex = function(_, k, v) log[#log + 1] = "w" .. k end })
table.move(t, 1, 3, 2) print(table.concat(log, " ")) log = {} table.move(t, 2, 4, 1) print(table.concat(log, " ")) log = {} table.move({ 1, 2 }, 1, 2, 5, t) print(table.concat(log, " "))
print(#table.move({ 1, 2, 3 }, 1, 3, 4), table.move({ 10 }, 1, 1, math.maxinteger)[math.maxinteger]) print(pcall(table.move, { 1, 2 }, 1, 2, math.maxinteger))
local big = {} for i = 1, 1000 do big[i] = i end table.move(big, 1, 1000, 501) print(big[500], big[501], big[1500], #big)
