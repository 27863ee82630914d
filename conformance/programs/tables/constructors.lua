-- Constructors: positions, keys, nested, calls at the end, order of evaluation, large ones.
--[==[ expects
3	1	2	5	3	4	6
0	2	positional
3	4	1	1	0	1
3
3	0	true	nil
63	60	3
first	second	three
false	constructors.lua:30: table index is nil
false	constructors.lua:30: table index is NaN
1	2	3	4
true	true	false
true
one	42	UP
0	0
]==]
local t = { 1, 2, x = 3, [10] = 4, 5, ["y z"] = 6, [2 + 1.0] = "overwritten?" }
print(#t, t[1], t[2], t[3], t.x, t[10], t["y z"])
print(#{ n = 1 }, #{ [1] = "a", [2] = "b" }, ({ [1] = "explicit", "positional" })[1])
local function f() return 1, 2, 3 end
print(#{ f() }, #{ f(), f() }, #{ (f()) }, #{ f(), nil }, #{ x = f() }, #{ f(), x = 1 })
local nested = { a = { b = { c = { 1, 2, { 3 } } } } }
print(nested.a.b.c[3][1])
print(#{ 1, 2, 3, nil }, #{ nil }, #{ nil, nil, 3 } >= 0, next({}))
local big = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, f() }
print(#big, big[60], big[63])
local mixed = { [1] = "one", "first", [2] = "two", "second", [3] = "three" }
print(mixed[1], mixed[2], mixed[3])
print(pcall(function() return { [nil] = 1 } end)) print(pcall(function() return { [0 / 0] = 1 } end))
local fields = { ["and"] = 1, ["not a name"] = 2, _ = 3, a1 = 4 }
print(fields["and"], fields["not a name"], fields._, fields.a1)
local shared = {}
local list = { shared, shared, { shared } }
print(list[1] == list[2], list[3][1] == shared, { } == { })
local self_ref = {}; self_ref.me = self_ref
print(self_ref.me.me.me == self_ref)
local fs = { function() return "one" end, named = function(x) return x * 2 end, [3] = string.upper }
print(fs[1](), fs.named(21), fs[3]("up"))
print(#{ ... }, (#{ n = ..., ... }))
