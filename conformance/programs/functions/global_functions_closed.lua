-- Global functions in a program that hands nothing on: they are known.
--[==[ expects
false	global_functions_closed.lua:26: attempt to call a nil value (global 'later')
false	global_functions_closed.lua:27: attempt to call a nil value (global 'later')
false	global_functions_closed.lua:28: attempt to call a nil value (global 'later')
false	global_functions_closed.lua:29: attempt to call a nil value (global 'later')
2	0
2.5	0.5
7.5
true	-1	3
false	global_functions_closed.lua:34: attempt to call a nil value (global 'made')
true	5
610	610.0	false	true	false	true	500500	55.5	150.0
true	5000050000
false	global_functions_closed.lua:41: stack overflow
0.358778 -0.040158	4	4.0	4
nil	nil	0	0	2	2	4	6	7
2	3
false	global_functions_closed.lua:45: attempt to perform arithmetic on a nil value (local 'b')
false	global_functions_closed.lua:45: attempt to perform arithmetic on a table value (local 'b')
false	global_functions_closed.lua:45: attempt to perform arithmetic on a nil value (local 'b')
5.0	55	true
2.0	3.0	3.75
2	1
]==]
local function early(x) return later(x, 1) end
local function early_loop() local s = 0 for i = 1, 3 do s = s + later(i, 0.5) end return s end
print(pcall(early, 1)) print(pcall(early_loop)) print(pcall(function() later(1) end))
print(pcall(function() local a, b = later(1, 2) return b, a end))
function later(x, y) return x + y, x - y end
print(early(1)) print(early(1.5)) print(early_loop())
print(pcall(function() local a, b = later(1, 2) return b, a end))
local function argument() function made(x) return x end return 5 end
print(pcall(function() return made(argument()) end))
print(pcall(function() return made(argument()) end))
function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
function loop(n, acc) if n == 0 then return acc end return loop(n - 1, acc + n) end
function deep(n) if n == 0 then return 0.0 end return 1.5 + deep(n - 1) end
function forever(n) return 1 + forever(n + 1) end
print(fib(15), fib(15.0), pcall(fib, "x"), even(10), even(7), odd(3), loop(1000, 0), loop(10, 0.5), deep(100))
print(even(100000), loop(100000, 0))
print((pcall(forever, 1)), (select(2, pcall(forever, 1)):gsub("overflow.*", "overflow")))
function lerp(a, b, t) return a + (b - a) * t end
function rotate(x, y) return x * 0.6 - y * 0.8, x * 0.8 + y * 0.6 end
function none() end
function many(...) return ... end
function first(...) return (...) end
function count(...) return select("#", ...) end
local x, y = 1.0, 0.0
for i = 1, 20 do x, y = rotate(x, y) x = lerp(x, 1.0, 0.1) end
print(string.format("%.6f %.6f", x, y), lerp(1, 2, 3), lerp(1, 2.0, 3), lerp("1", 2, 3))
print(none(), (none()), count(none()), count(many()), count(many(1, nil)), first(many(2, 3)), many(4, 5), many(6, 7))
print(#{ rotate(1, 2) }, #{ rotate(1, 2), rotate(1, 2) })
print(pcall(lerp, 1, nil, 2)) print(pcall(function() return lerp(1.0, {}, 2.0) end)) print(pcall(function() for i = 1, 2 do lerp(i, nil, i) end end))
local functions = { lerp, rotate, fib }
print(functions[1](0, 10, 0.5), functions[3](10), functions[3] == fib)
local made_late = {}
for i = 1, 3 do made_late[i] = function(v) return lerp(v, i, 0.5) + fib(i) end end
print(made_late[1](1.0), made_late[2](2), made_late[3](0.5))
function counter() local n = 0 return function() n = n + 1 return n end end
local c = counter() c() print(c(), counter()())
