-- next and pairs: removal while traversing, changes of existing fields, wrong keys, emptied tables.
--[==[ expects
2550	nil
10	100	10
nil
1	5
nil
2	6
x	1
nil
false	invalid key to 'next'
false	invalid key to 'next'
false	invalid key to 'next'
false	bad argument #1 to 'next' (table expected, got no value)
true
1 2 3 x y
1101
50
100	0	1	1
1 2 3 
1 2 3 
1:1 2:2 3:3 5:5 
cba	0	nil
1	function
]==]
local t = {}
for i = 1, 50 do t[i] = i; t["k" .. i] = i end
local n = 0
for k, v in pairs(t) do n = n + v; t[k] = nil end
print(n, next(t))
for i = 1, 10 do t[i] = i end
for k in pairs(t) do t[k] = k * 10 end
print(t[1], t[10], #t)
print(next({})) print(next({ 5 })) print(next({ 5 }, 1)) print(next({ 5, 6 }, 1)) print(next({ x = 1 })) print(next({ x = 1 }, "x"))
print(pcall(next, {}, 1)) print(pcall(next, { 1, 2 }, 3)) print(pcall(next, { x = 1 }, "y"))
print(pcall(next)) print(rawequal(next, (pairs({}))))
local keys = {}
for k in pairs { 10, 20, 30, x = 1, y = 2 } do keys[#keys + 1] = tostring(k) end
table.sort(keys)
print(table.concat(keys, " "))
local sparse = { [1] = 1, [100] = 100, [1000] = 1000 }
local sum = 0
for k, v in pairs(sparse) do sum = sum + k; assert(k == v) end
print(sum)
local function count(t) local c = 0 for _ in pairs(t) do c = c + 1 end return c end
local h = {}
for i = 1, 100 do h["key" .. i] = true end
for i = 1, 100, 2 do h["key" .. i] = nil end
print(count(h))
for i = 101, 150 do h["key" .. i] = true end
print(count(h), count({}), count({ nil, nil, 3 }), count({ false }))
local arr = { 1, 2, 3, 4, 5 }
for i, v in ipairs(arr) do if v == 3 then arr[4] = nil end io.write(v, " ") end print()
for i, v in ipairs(arr) do arr[#arr + 1] = nil; io.write(i, " ") end print()
for k, v in next, arr do io.write(k, ":", v, " ") end print()
local visited = {}
local list = { "a", "b", "c" }
for i = #list, 1, -1 do visited[#visited + 1] = table.remove(list, i) end
print(table.concat(visited), #list, next(list))
print(select("#", next({})), type(next))
