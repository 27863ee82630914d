-- Where generic loops begin, what they do to sums, and what changes a table under them.
--[==[ expects
1=10 2=20 3=30	2=20 3=30			2=2 4=4
1=10 2=20 x=1	x=1	
1=10 2=20 3=30	2=20 3=30			5=5
false	true	false	false
1=10 2=20 3=30	1=1 2=2	
1=1 2=200 3=300	1=1 2=200 3=300
6	6.5	6.5	0	2.0	11	0.0	0.6
false	false	iteration_starts.lua:41: attempt to add a 'number' with a 'string'
6	10
3.0	4.0
3.5	4.5
3.5	5.5
3	1
4.0	1.5
3.5	1
0.5	0
11	5.5	0
1	1.5	-inf	inf
10.0	8.5
5	2.25	3.25	2.75	0
6.5	4.0	0
15	5
1	1
1.5	1
5	nil
2.0	2.0	1
0.5	1.5	4.0	sum	4.0
]==]
local function keys(f, s, c) local t = {} for k, v in f, s, c do t[#t + 1] = tostring(k) .. "=" .. tostring(v) end return table.concat(t, " ") end
local list, mixed = { 10, 20, 30 }, { 10, 20, x = 1 }
print(keys(next, list), keys(next, list, 1), keys(next, list, 3), keys(next, {}), keys(next, { nil, 2, nil, 4 }))
print(keys(next, mixed), keys(next, mixed, 2), keys(next, { x = 1 }, "x"))
local step = ipairs {}
print(keys(step, list, 0), keys(step, list, 1), keys(step, list, -1), keys(step, list, 3), keys(step, { [5] = 5 }, 4))
print(pcall(keys, next, list, 7), pcall(keys, step, list, "1"), pcall(keys, step, list), (pcall(keys, step, nil, 0)))
print(keys(step, list, 0.0), keys(step, { 1, 2, nil, 4 }, 0), keys(step, { nil, 2 }, 0))
local proxy = setmetatable({ 1 }, { __index = function(_, i) if i <= 3 then return i * 100 end end })
print(keys(step, proxy, 0), keys(ipairs(proxy)))
local function sum(t) local s = 0 for _, v in ipairs(t) do s = s + v end return s end
print(sum { 1, 2, 3 }, sum { 1.5, 2, 3 }, sum { 1, 2.5, 3 }, sum {}, sum { 2.0 }, sum { "10", 1 }, sum { -0.0 }, sum { 0.1, 0.2, 0.3 })
print(pcall(sum, { 1.5, {} }), pcall(sum, { 1.5, 2.5, "x" }))
local function both(t) local a, b = 0, 0 for _, v in pairs(t) do a = a + v b = a + b end return a, b end
print(both { 1, 2, 3 }) print(both { 1.0, 2.0 }) print(both { 1, 2.5 }) print(both { 0.5, 1, 2 })
local function crossed(t) local a, b = 0, 0 for _, v in ipairs(t) do b = b + a a = a + v end return a, b end
print(crossed { 1, 2 }) print(crossed { 1.5, 2.5 }) print(crossed { 1, 2.5 }) print(crossed { 0.5 })
local function own(t) local s = 0 for _, v in ipairs(t) do s = s + s s = s + v end return s end
print(own { 1, 2, 3 }, own { 1.5, 2.5 }, own {})
local function last(t) local s = 0 for _, v in ipairs(t) do s = v - s end return s end
print(last { 1, 2 }, last { 1.5 }, 1 / last { -0.0 }, 1 / last { 0.0 })
local object = setmetatable({}, { __add = function() return 7.5 end, __mul = function() return 0.5 end })
print(sum { 1.5, object, 2.5 }, sum { object, 1 })
local function squares(t) local s = 0 for _, v in ipairs(t) do s = s + v * v end return s end
print(squares { 1, 2 }, squares { 1.5 }, squares { 1, 1.5 }, squares { 1.5, object }, squares {})
local function outer(rows) local s = 0 for _, row in ipairs(rows) do for _, v in ipairs(row) do s = s + v end end return s end
print(outer { { 1, 2 }, { 0.5 }, {}, { 3 } }, outer { { 1.5 }, { 2.5 } }, outer { {} })
local function grow(n) local t = { 1 } local s = 0 for i, v in ipairs(t) do if i < n then t[i + 1] = v + 1 end s = s + v end return s, #t end
print(grow(5)) print(grow(1))
local function shrink(t) local s = 0 for i, v in ipairs(t) do t[i + 1] = nil s = s + v end return s end
print(shrink { 1.5, 2.5, 3.5 }, shrink { 1 })
local function clear(t) local n = 0 for k in pairs(t) do t[k] = nil n = n + 1 end return n, next(t) end
print(clear { 1, 2, 3, x = 1, y = 2 })
local function stop(t, at) local s = 0 for i, v in ipairs(t) do if i == at then break end s = s + v end return s end
print(stop({ 0.5, 1.5, 2.5 }, 3), stop({ 0.5, 1.5 }, 9), stop({ 1, 2 }, 2))
local co = coroutine.wrap(function(t) local s = 0 for i, v in ipairs(t) do s = s + v coroutine.yield(s) end return "sum", s end)
print(co { 0.5, 1, 2.5 }, co(), co(), co())
