-- Multiple results in every place: the last of a list expands, everywhere else one value counts.
--[==[ expects
a	a	b
a
a	a
nil	1
nil
nil
false	bad argument #1 to 'type' (value expected)
5	a	a	nil	a	b
1	a	a	a
3
a	a	b	nil
nil	nil
a!	1	true	false	1
if
a	1	2
1	2
1	a
aaa	xx
1	3	1
1	x
2	3	0
10	9	8	7	6	5	4	3	2	1
200
b	5	20
]==]
local function none() end
local function two() return "a", "b" end
print(two(), two()) print((two())) print(two(), (two()))
print(none(), 1) print((none())) print(type((none()))) print(pcall(type, none()))
local t = { two(), two(), none(), two() }
print(#t, t[1], t[2], t[3], t[4], t[5])
t = { two(), [10] = two(), x = two(), none() }
print(#t, t[1], t[10], t.x)
t = { (two()), two() }
print(#t)
local a, b, c, d = two(), two()
print(a, b, c, d)
a, b = none()
print(a, b)
print(two() .. "!", #two(), two() == "a", not two(), (two()) and 1)
if two() then print("if") end
local function pass(...) return two(), ... end
print(pass(1, 2))
local function swap(x, y) return y, x end
print(swap(swap(1, 2)))
print(swap(two(), 1))
print(string.rep(two(), 3), ("x"):rep(two() == "a" and 2 or 1))
print(select("#", two(), none()), select("#", none(), two()), select("#", (none())))
for i, v in (function() return ipairs({ "x" }) end)() do print(i, v) end
local o = { m = function(self, ...) return select("#", ...), ... end }
print(o:m(two()), o:m(two(), two()), o:m(none()))
local function many(n) if n == 0 then return end return n, many(n - 1) end
print(many(10)) print(select("#", many(200)))
print(({ two() })[2], ({ two(), 5 })[2], #{ many(20) })
return two()
