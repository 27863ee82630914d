-- Integers wrap around; division and modulo floor; mininteger // -1 wraps.
--[==[ expects
true	true	-2	0	true
9.2233720368548e+18	1.844674407371e+19
3	-4	-4	3
1	2	-2	-1
-9223372036854775808	0	-9223372036854775807	-9223372036854775808
-1	-2	-1	9223372036854775806
5	0	0	0
false	integer_arithmetic.lua:27: attempt to divide by zero
false	integer_arithmetic.lua:28: attempt to perform 'n%0'
false	integer_arithmetic.lua:29: attempt to divide by zero
false	integer_arithmetic.lua:30: attempt to perform 'n%0'
5.0	3.5	0.33333333333333	4.0	1.4142135623731	0.5
6	0	-9.0	0.001953125
5.0	9	7
10	2	20	5	0	-10
]==]
local max, min = math.maxinteger, math.mininteger
print(max + 1 == min, min - 1 == max, max * 2, min * 2, -min == min)
print(max + 1.0, max * 2.0)
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(min // -1, min % -1, max // -1, min // 1)
print(max // min, min // max, max % min, min % max)
print(5 // 1, 0 // 5, 0 % 5, -0 // 5)
print(pcall(function() return 1 // 0 end))
print(pcall(function() return 1 % 0 end))
print(pcall(function(a, b) return a // b end, 5, 0))
print(pcall(function(a, b) return a % b end, min, 0))
print(10 / 2, 7 / 2, 1 / 3, 2 ^ 2, 2 ^ 0.5, 2 ^ -1)
print(3 - -3, 3 - - -3, -3 ^ 2, 2 ^ -3 ^ 2)
print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 7 // 2 * 2 + 7 % 2)
local a, b = 6, 4
a, b = a + b, a - b
print(a, b, a * b, a // b, a % b, -a)
