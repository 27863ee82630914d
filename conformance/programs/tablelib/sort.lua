-- table.sort: orders, comparators, many sizes, errors, invalid order functions.
--[==[ expects
1 2 3 5 8 9	Cherry apple banana		1	3 2 1	-1 -0.5 1 2.5 10000000000.0
dddd ccc bb a	1 1 1 1	1 1 2 2 3 3	-inf 0 inf
1	1000
1000	1
Dan20 Bob25 Cid30 Ann30 
false	attempt to compare string with number
false	attempt to compare two table values
true	false	bad argument #1 to 'table.sort' (table expected, got number)
false	bad argument #2 to 'table.sort' (function expected, got number)
false	in comparator
true
invalid order function for sorting
true
1 3 5 9 
2 4 6 1 3 5
a b c	0
]==]
local function sorted(t, f) table.sort(t, f) return table.concat(t, " ") end
print(sorted { 5, 2, 8, 1, 9, 3 }, sorted { "banana", "apple", "Cherry" }, sorted {}, sorted { 1 }, sorted({ 3, 1, 2 }, function(a, b) return a > b end), sorted { 2.5, 1, -1, 1e10, -0.5 })
print(sorted({ "bb", "a", "ccc", "dddd" }, function(a, b) return #a > #b end), sorted { 1, 1, 1, 1 }, sorted { 3, 3, 1, 1, 2, 2 }, sorted { math.huge, -math.huge, 0 })
local seed = 42 local function rnd(n) seed = (seed * 1103515245 + 12345) % 2147483648 return seed % n end
for _, n in ipairs { 2, 3, 10, 100, 1000, 5000 } do local t = {} for i = 1, n do t[i] = rnd(n) end table.sort(t) for i = 2, n do assert(t[i - 1] <= t[i]) end table.sort(t, function(a, b) return a > b end) for i = 2, n do assert(t[i - 1] >= t[i]) end end
local asc = {} for i = 1, 1000 do asc[i] = i end table.sort(asc) print(asc[1], asc[1000]) table.sort(asc, function(a, b) return b < a end) print(asc[1], asc[1000])
local people = { { name = "Ann", age = 30 }, { name = "Bob", age = 25 }, { name = "Cid", age = 30 }, { name = "Dan", age = 20 } }
table.sort(people, function(a, b) if a.age ~= b.age then return a.age < b.age end return a.name > b.name end) for _, p in ipairs(people) do io.write(p.name, p.age, " ") end print()
print(pcall(table.sort, { 1, "x" })) print(pcall(table.sort, { {}, {} })) print(pcall(table.sort, { 1, nil, 3 }) ~= nil, pcall(table.sort, 5)) print(pcall(table.sort, { 2, 1 }, 5)) print(pcall(table.sort, { 2, 1 }, function() error("in comparator", 0) end)) print(pcall(table.sort, { 1 }, 5))
print((select(2, pcall(table.sort, { 3, 2, 1, 5, 4, 7, 6, 9, 8, 10 }, function() return true end)))) print(pcall(table.sort, { 1, 2, 3, 4, 5 }, function(a, b) return false end))
local mt = { __lt = function(a, b) return a.v < b.v end } local objs = {} for i, v in ipairs { 5, 3, 9, 1 } do objs[i] = setmetatable({ v = v }, mt) end table.sort(objs) for _, o in ipairs(objs) do io.write(o.v, " ") end print()
print(sorted({ 1, 2, 3, 4, 5, 6 }, function(a, b) if a % 2 ~= b % 2 then return a % 2 == 0 end return a < b end)) local keys = {} for k in pairs { b = 1, a = 2, c = 3 } do keys[#keys + 1] = k end print(sorted(keys), select("#", table.sort {}))
