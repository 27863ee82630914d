-- Small functions of which nothing can fail: how many results they give, wherever the results go.
--[==[ expects
2	3.0
3	-1
3
3.5	end
1	2	3	4
1.5	2.5	3.5	4.5
1
1	1	1	1	1
0.5	1
0	1	2	4	2	1
1	nil	1.5
1	1
-1
true	false	few	many	12	6.0	42	101	100.5	55	0
3	1
4.0	1.0
8	2	nil	nil	nil
7	8	9	10	nil
7	8
4	2	0
4	nil
nil	nil
0.5
1.5	0.5
2.0	1.0
6	2,3,1,2,3,4
2	3,3
3	9
10	6
1	y	1	2	b
false	2
4 5.0 5.0	integer	float	xxxx
2|2.0|true
20	11	12	0	9
2	3.0
3	-1
9	-3
10.5	-3.5
2432902008176640000	-4249290049419214848	120.0	6765	6765.0	9	9	12	12.0	true	false
integer	float	integer	float
0.5	1.0	2.0	1.5
2.5	1
false	no: 1
false	no: 1
false	0
0.5	1.5	0.5	1.5
0.0625	1.0625
]==]
local function one(x) return x * 2 end
local function two(x, y) return x + y, x - y end
local function four(x) return x, x + 1, x + 2, x + 3 end
local function five(x) return x, x, x, x, x end
local function none() end
local function nothing() return nil end
local function mixed(x) if x > 0 then return x end return nil end
local function either(x) if x > 0 then return x, 1 end return x end
local function flag(x) return x > 0 end
local function text(x) if x > 1 then return "many" end return "few" end
local function twice(x) return one(one(x)) end
local function passes(x, y) return two(y, x) end
local function point(x, y) return { x = x, y = y } end
local function pick(c, a, b) if c then return a end return b end
local function constant() return 42 end
local function endless(x) while true do x = x + 1 if x > 100 then return x end end end
local function steps(n) local s = 0 for i = 1, n do s = s + i end return s end

print(one(1), one(1.5))
print(two(1, 2)) print((two(1, 2))) print(two(1.5, 2), "end")
print(four(1)) print(four(1.5)) print((four(1)))
print(five(1)) print(five(0.5), 1)
print(select("#", none()), select("#", nothing()), select("#", two(1, 2)), select("#", four(1)), select("#", either(1)), select("#", either(-1)))
print(mixed(1), mixed(-1), mixed(1.5)) print(either(1)) print(either(-1))
print(flag(1), flag(-1), text(1), text(2), twice(3), twice(1.5), constant(), endless(5), endless(0.5), steps(10), steps(0))
print(passes(1, 2)) print(passes(1.5, 2.5))

local a, b, c, d, e = two(5, 3) print(a, b, c, d, e)
a, b, c, d, e = four(7) print(a, b, c, d, e)
a, b = four(7) print(a, b)
a, b, c = one(2), two(1, 1) print(a, b, c)
a, b = one(2) print(a, b)
a, b = none() print(a, b)
a = four(0.5) print(a)
a, b = b, a
a, b = two(a or 1, b or 2) print(a, b)
a, b = two(a, b) print(a, b)

local t = { one(1), two(1, 2), four(1) } print(#t, table.concat(t, ","))
t = { two(1, 2), (two(1, 2)) } print(#t, table.concat(t, ","))
t = { x = two(1, 2), [one(3)] = four(9) } print(t.x, t[6])
t[one(1)], t.y = two(8, 2) print(t[2], t.y)
print(point(1, 2).x, point(0.5, "y").y, pick(true, 1, 2), pick(nil, 1, 2), pick(false, 1.5, "b"))
print(point(1, 2) == point(1, 2), #{ point(1, 2), point(3, 4) })
print(string.format("%d %s %.1f", one(2), one(2.5), one(2.5)), math.type(one(2)), math.type(one(2.0)), ("x"):rep(one(2)))
print(one(1) .. "|" .. one(1.0) .. "|" .. tostring(flag(1)))
one(1) two(1, 2) none() point(1, 2)

local function sum(...) local s = 0 for i = 1, select("#", ...) do s = s + (select(i, ...)) end return s end
print(sum(two(10, 4)), sum(1, four(1)), sum(one(1), one(2), one(3)), sum(none()), sum(two(1, 2), two(3, 4)))
local function tail(x) return one(x) end
local function tails(x, y) return two(x, y) end
local function chain(x) return tails(x, one(x)) end
print(tail(1), tail(1.5)) print(tails(1, 2)) print(chain(3)) print(chain(3.5))

-- Results of known functions that may fail all the same.
local function fact(n) if n <= 1 then return 1 end return n * fact(n - 1) end
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
local function ackermann(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ackermann(m - 1, 1) end
  return ackermann(m - 1, ackermann(m, n - 1))
end
local function gcd(x, y) while y ~= 0 do x, y = y, x % y end return x end
local odd
local function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(fact(20), fact(21), fact(5.0), fib(20), fib(20.0), ackermann(2, 3), ackermann(2.0, 3.0), gcd(48, 36), gcd(48.0, 36), even(10), even(7))
print(math.type(fact(3)), math.type(fact(3.0)), math.type(fib(1)), math.type(gcd(4, 6.0)))
local function maker(step) local n = 0.0 return function() n = n + step return n end end
local next_half, next_two = maker(0.5), maker(2)
print(next_half(), next_half(), next_two(), next_half())
local function swap(x, y) return y, x end
local x, y = 1, 2.5
for i = 1, 3 do x, y = swap(x, y) end
print(x, y)
local function never(x) error("no: " .. x, 0) end
local function calls_never(x) local r = never(x) return r + 1 end
print(pcall(calls_never, 1))
local s = 0
local function broken() local v = 0 for i = 1, 3 do v = v + never(i) end return v end
print(pcall(broken))
print(pcall(function() s = s + never("x") return s end), s)
local function tuple(u, v) return u * 0.5, v * 0.5 end
local function tail_of_tuple(u, v) if u > v then return tuple(v, u) end return tuple(u, v) end
local u, v = tail_of_tuple(3.0, 1.0)
print(u, v, tail_of_tuple(1, 3.0))
for i = 1, 3 do u, v = tail_of_tuple(u, v + 1.0) end
print(u, v)
