-- Missing arguments are nil, extra ones are dropped (but still evaluated).
--[==[ expects
none	nil	3
1	nil
1	2
1	nil	nil
1	2	3
1	2	3	4	5
nil	nil	nil	nil	nil
1	2	3	nil	nil
1	3	4
1 2 3 4
1	none
2	p
3	p	q
4	p	q	r
5	p	q	r	s	t
1	1
2	1
3	2
4	3
5	5
nil	nil	true
1	nil	true
1	2	true
7	8	true
nil	0
1	0
1	2
1	2
redefined	1
1	unset
5	false
THREE
]==]
local log = {}
local function e(x) log[#log + 1] = x; return x end
local function f0() return "none" end
local function f1(a) return a end
local function f2(a, b) return a, b end
local function f3(a, b, c) return a, b, c end
local function f5(a, b, c, d, e) return a, b, c, d, e end
print(f0(e(1), e(2)), f1(), f1(e(3), e(4)))
print(f2(1)) print(f2(1, 2, 3)) print(f3(1)) print(f3(1, 2, 3, 4, 5)) print(f5(1, 2, 3, 4, 5, 6, 7))
print(f5()) print(f5(f5(1, 2, 3))) print(f3(f2(1, 2), f2(3, 4)))
print(table.concat(log, " "))
local calls = { f0, f1, f2, f3, f5 }
for i, f in ipairs(calls) do print(i, f("p", "q", "r", "s", "t", "u")) end
for i, f in ipairs(calls) do print(i, select("#", f())) end
local t = setmetatable({}, { __call = function(self, a, b) return a, b, self ~= nil end })
print(t()) print(t(1)) print(t(1, 2, 3)) print(t(f3(7, 8, 9)))
local function v(a, ...) return a, select("#", ...) end
print(v()) print(v(1)) print(v(1, 2, 3)) print(v(f3(1)))
function f5(a) return "redefined", a end
print(f5(1, 2))
local function defaults(opts) opts = opts or {}; return opts.x or 1, opts.y == nil and "unset" or opts.y end
print(defaults()) print(defaults { x = 5, y = false })
local s = string.upper
print(s("three", "extra", "arguments"))
