-- Borders after insertions and removals at the end, growth through the hash part, holes filled.
--[==[ expects
10
true	13
13
0	nil
500500	0
5050
5	4	5
4
1	zero
1
0
2	a	b
32
48
true	10
]==]
local t = {}
for i = 10, 1, -1 do t[i] = i end
print(#t)
t[11] = 11; t[13] = 13
print(#t == 11 or #t == 13, t[13])
t[12] = 12
print(#t)
for i = 13, 1, -1 do t[i] = nil; assert(#t == i - 1, i) end
print(#t, next(t))
local stack = {}
for i = 1, 1000 do stack[#stack + 1] = i end
local s = 0
while #stack > 0 do s = s + stack[#stack]; stack[#stack] = nil end
print(s, #stack)
local queue = { first = 1, last = 0 }
for i = 1, 100 do queue.last = queue.last + 1; queue[queue.last] = i end
local q = 0
while queue.first <= queue.last do q = q + queue[queue.first]; queue[queue.first] = nil; queue.first = queue.first + 1 end
print(q)
local a = { 1, 2, 3 }
a[#a + 1], a[#a + 2] = 4, 5
print(#a, a[4], a[5])
a[#a] = nil
print(#a)
local z = { [0] = "zero", "one" }
print(#z, z[0]) z[-1] = "minus" print(#z)
local str = {}
str["1"] = "not an index"
print(#str)
local fl = {}
fl[1.0] = "a"; fl[2.0] = "b"
print(#fl, fl[1], fl[2])
local m = {}
for i = 1, 64 do m[i] = true end
for i = 33, 64 do m[i] = nil end
print(#m) for i = 33, 48 do m[i] = true end print(#m)
local n = table.pack(table.unpack({}, 1, 10))
print(#n == 0 or #n == 10, n.n)
