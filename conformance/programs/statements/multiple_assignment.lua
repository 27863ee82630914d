-- All right-hand sides are evaluated before any store; missing values are nil, extra ones are dropped.
--[==[ expects
1	2	nil
2	1
10	20	30
10	99	nil
1	nil
2	first	2
3	first	2
0	1	2	3
1	1
1	2	3
5	new
1	two	nil
1
]==]
local a, b, c = 1, 2
print(a, b, c)
a, b = b, a
print(a, b)
a, b, c = (function() return 10, 20, 30, 40 end)()
print(a, b, c)
a, b, c = (function() return 10, 20 end)(), 99
print(a, b, c)
a, b = ((function() return 1, 2 end)())
print(a, b)
local t = { 1, 2, 3 }
local i = 1
i, t[i] = i + 1, "first"
print(i, t[1], t[2])
t[1], t[2], t[3] = t[3], t[1], t[2]
print(t[1], t[2], t[3])
local function three() return 1, 2, 3 end
local x, y, z, w = 0, three()
print(x, y, z, w)
x, y = three(), three()
print(x, y)
t.a, t.b, t.c = three()
print(t.a, t.b, t.c)
do
  local a = { }
  local b = a
  a.next, a = 5, { next = "new" }
  print(b.next, a.next)
end
g1, g2, g3 = three(), "two"
print(g1, g2, g3)
x, x, x = 1, 2, 3
print(x)
