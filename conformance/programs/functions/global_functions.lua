-- Global functions that are assigned once, before and after they are, and those that are assigned again.
--[==[ expects
0	false	global_functions.lua:41: attempt to call a nil value (global 'late')
1	false	global_functions.lua:43: attempt to call a nil value (global 'late')
0	false	global_functions.lua:44: attempt to call a nil value (global 'late')
0	false	global_functions.lua:42: attempt to call a nil value (global 'late')
nil	nil
0	true	4
1	true	4.5
0	true	18
1	4	5.0	10
false	global_functions.lua:53: attempt to call a nil value (global 'define_twice')
false	global_functions.lua:55: attempt to call a nil value (global 'define_it')
false	global_functions.lua:58: attempt to call a nil value (global 'made_by_argument')	7
610	610.0	true	false	true	500500	55.5	150.0
true	5000050000
55	true	true	5
1
2
1.5	2.0
2
3
4
1
-1
false	global_functions.lua:84: attempt to call a nil value (global 'replaced')
6	9	6
1 nil 2.5 
a number	a string	1.5
2	4	2
63.75	2	1.5	4	4
false	false	global_functions.lua:101: attempt to perform arithmetic on a table value (local 'b')
true	3.0
true	3.5
true	3.5	5.25
false	cannot resume dead coroutine
]==]
local function try(f, ...)
  print(select("#", ...), pcall(f, ...))
end
local function early() return late(1, 2) end
local function early_in_list() return { late(3, 4) } end
local function early_tail(x) return late(x, x) end
local function early_loop() local s = 0 for i = 1, 3 do s = s + late(i, i) end return s end
try(early) try(early_tail, 1) try(early_loop) try(early_in_list)
print(late, type(late))
function late(a, b) return a * 2 + b end
try(early) try(early_tail, 1.5) try(early_loop)
print(#early_in_list(), late(1, 2), late(1.5, 2), (late("3", 4)))

-- The function is looked up before the arguments are: what they define comes too late.
local function define() defined = function(x) return x end return 5 end
print(pcall(function() return twice_defined(define_twice()) end))
function define_twice() return 1 end
local ok, message = pcall(function() return not_yet(define_it()) end)
print(ok, message)
function define_it() return 2 end
local ok, message = pcall(function() return made_by_argument(define()) end)
print(ok, message, defined(7))

-- One that calls itself, and two that call each other.
function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
function loop(n, acc) if n == 0 then return acc end return loop(n - 1, acc + n) end
function deep(n) if n == 0 then return 0.0 end return 1.5 + deep(n - 1) end
print(fib(15), fib(15.0), even(10), even(7), odd(3), loop(1000, 0), loop(10, 0.5), deep(100))
print(even(100000), loop(100000, 0))
local other = fib
print(other(10), other == fib, _G.fib == fib, _G["fib"](5))

-- Assigned again, later, conditionally, in a loop, or to something else.
function again(x) return x end
print(again(1))
function again(x) return x * 2 end
print(again(1))
if #"x" == 1 then function conditional(x) return x + 0.5 end end
print(conditional(1), conditional(1.5))
for i = 1, 3 do
  function in_loop(x) return x + i end
  print(in_loop(1))
end
function replaced(x) return x end
local function use() return replaced(1) end
print(use()) replaced = function(x) return -x end print(use()) replaced = nil print(pcall(use))
function outer() function inner(x) return x * 3 end return inner(2) end
print(outer(), inner(3), outer())
function print_all(...) for i = 1, select("#", ...) do io.write(tostring((select(i, ...))), " ") end print() end
print_all(1, nil, 2.5)

-- Names of the library, of locals, and of keywords of C#.
function tostring_number(x) return tostring(x) end
local type_of = type
function type(x) return "a " .. type_of(x) end
print(type(1), type("x"), tostring_number(1.5))
function class(x) return x + 1 end
function L(x) return x * 2 end
function F_fib(x) return x - 1 end
print(class(1), L(2), F_fib(3))
function floor(x) return x - x % 1 end
function lerp(a, b, t) return a + (b - a) * t end
function both(x, y) return lerp(x, y, 0.5), floor(x) end
local fib2 = 0
local function shadows(lerp) return lerp + 1 end
local sum = 0.0
for i = 1, 10 do
  local a, b = both(i * 0.5, 2.0)
  sum = sum + a + b + floor(i / 3)
end
print(sum, shadows(1), both(1, 2), lerp(1, 2, 3), lerp("1", 2, 3))
print(pcall(lerp, 1, nil, 2), pcall(function() return lerp(1.0, {}, 2.0) end))

-- In coroutines.
function waits(x) local got = coroutine.yield(x * 2) return got + x end
function chain(x) local a = waits(x) local b = waits(a * 0.5) return a, b end
local co = coroutine.create(function(x) return chain(x) end)
print(coroutine.resume(co, 1.5)) print(coroutine.resume(co, 2)) print(coroutine.resume(co, 3.5)) print(coroutine.resume(co))
