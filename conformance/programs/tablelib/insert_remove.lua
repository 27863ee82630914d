-- table.insert and table.remove: positions, errors, what they return.
--[==[ expects
start a b c end
end	start	b	a c
nil	nil	1	zero	nil
false	bad argument #2 to 'table.insert' (position out of bounds)
false	bad argument #2 to 'table.insert' (position out of bounds)
false	wrong number of arguments to 'insert'
false	wrong number of arguments to 'insert'
false	bad argument #1 to 'table.insert' (table expected, got number)
false	bad argument #2 to 'table.insert' (number expected, got string)
false	bad argument #2 to 'table.insert' (number has no integer representation)
false	bad argument #2 to 'table.remove' (position out of bounds)
false	bad argument #2 to 'table.remove' (position out of bounds)
false	bad argument #1 to 'table.remove' (table expected, got no value)
nil
2
nil	a
10 9 8 7 6 5 4 3 2 1
10 9 8 7 6 5 4 3 2 1 0
500500
v1
set4new get3 set4v3 get2 set3v2 set2mid get1 get2 set1v2 get3 set2v3 set3nil
nil	0
]==]
local t = {}
table.insert(t, "a") table.insert(t, "c") table.insert(t, 2, "b") table.insert(t, 1, "start") table.insert(t, #t + 1, "end")
print(table.concat(t, " "))
print(table.remove(t), table.remove(t, 1), table.remove(t, 2), table.concat(t, " "))
print(table.remove({}), table.remove({}, 0), select("#", table.remove({})), table.remove({ [0] = "zero" }, 0), table.remove({ 1 }, 2))
print(pcall(table.insert, { 1, 2, 3 }, 5, "x")) print(pcall(table.insert, { 1 }, 0, "x")) print(pcall(table.insert, { 1 })) print(pcall(table.insert, { 1 }, 1, 2, 3)) print(pcall(table.insert, 5, 1)) print(pcall(table.insert, {}, "x", 1)) print(pcall(table.insert, {}, 1.5, 1))
print(pcall(table.remove, { 1, 2, 3 }, 5)) print(pcall(table.remove, { 1, 2, 3 }, -1)) print(pcall(table.remove)) print(table.remove({ 1, 2, 3 }, 4))
table.insert(t, nil) print(#t) table.insert(t, 1, nil) print(t[1], t[2])
local q = {} for i = 1, 10 do table.insert(q, 1, i) end print(table.concat(q, " ")) while #q > 0 do io.write(table.remove(q, 1), " ") end print(#q)
local s = {} for i = 1, 1000 do table.insert(s, i) end local sum = 0 while #s > 0 do sum = sum + table.remove(s) end print(sum)
local log = {} local proxy = setmetatable({}, { __index = function(_, k) log[#log + 1] = "get" .. k return "v" .. k end, __newindex = function(_, k, v) log[#log + 1] = "set" .. k .. tostring(v) end, __len = function() return 3 end })
table.insert(proxy, "new") table.insert(proxy, 2, "mid") print(table.remove(proxy, 1)) print(table.concat(log, " "))
print(table.insert({}, 1), select("#", table.insert({}, 1)) )
