-- Large tables: arrays of a hundred thousand, matrices, hashes that grow and shrink.
--[==[ expects
100000	5000050000
50000
1250025000
5000	10	nil
0	10000	100
1000
777	nil
1000	-1000	0
]==]
local t = {}
for i = 1, 100000 do t[i] = i end
local s = 0
for i, v in ipairs(t) do s = s + v end
print(#t, s)
for i = 1, 100000, 2 do t[i] = nil end
local n = 0
for _ in pairs(t) do n = n + 1 end
print(n)
local h = {}
for i = 1, 50000 do h["key" .. i] = i end
s = 0
for k, v in pairs(h) do s = s + v; assert(k == "key" .. v) end
print(s)
for i = 1, 50000 do if i % 10 ~= 0 then h["key" .. i] = nil end end
n = 0
for _ in pairs(h) do n = n + 1 end
print(n, h.key10, h.key11)
local m = {}
for i = 1, 100 do m[i] = {} for j = 1, 100 do m[i][j] = i * j end end
s = 0
for i = 1, 100 do for j = 1, 100 do s = s + m[i][j] - m[j][i] end end
print(s, m[100][100], m[50][2])
local sparse = {}
for i = 1, 1000 do sparse[i * i * i] = i end
n = 0
for k, v in pairs(sparse) do if k == v * v * v then n = n + 1 end end
print(n)
local objects, by_object = {}, {}
for i = 1, 10000 do local o = {}; objects[i] = o; by_object[o] = i end
for i = 1, 10000 do assert(by_object[objects[i]] == i) end
print(by_object[objects[777]], by_object[{}])
local neg = {}
for i = -1000, -1 do neg[i] = i end
for i = 0, 1000 do neg[i] = i end
print(#neg, neg[-1000], neg[0])
