-- Conversions between integers and floats, exactness, and what overflows.
--[==[ expects
true	9.007199254741e+15	9007199254740993	9.2233720368548e+18	-9.2233720368548e+18	9.2233720368548e+18	-9.2233720368548e+18
3	3	false	integer_float.lua:23: number has no integer representation
false	integer_float.lua:23: number has no integer representation
3	false	bad argument #2 to 'string.format' (number has no integer representation)
4611686018427387904	-9223372036854775808	nil
2.0	6.0	3.0	2.0	4.0	2.0	3	-4	3.0	1e+16	16.0
-2	1.844674407371e+19	-9223372036854775808	9.2233720368548e+18	9223372036854775807	-9223372036854775808	-9223372036854775808	1	0	-9223372036854775808
0 0 0 eq; 0.25 0 0.25 ne; 0.5 1 1.5 ne; 0.75 1 1.75 ne; 
3	1	2
true	false	true	true	true	true	true	false
1e+15	1e+15	1e+16	16777216.0	1000.0	1000	true	123456.0
1.0	2.5	-2.5	true	true	2.0	8.0	2	-2	-2
true	100.0	100	true	float	integer
3	-2	1	100000000000000000
1.0	false	0.99999999999999989
11
inf	-inf	inf	0.0	4.9406564584125e-324	0.0	2.2250738585072e-308
]==]
local max, min = math.maxinteger, math.mininteger
print(2 ^ 53 == 2 ^ 53 + 1.0, 9007199254740993 + 0.0, 9007199254740993, max + 0.0, min + 0.0, max // 1.0, min // 1.0)
print(3 | 0, 3.0 | 0, pcall(function() return 3.5 | 0 end)) print(pcall(function() return 1e100 | 0 end))
print(string.format("%d", 3.0), pcall(string.format, "%d", 3.1)) print(math.tointeger(2 ^ 62), math.tointeger(-2 ^ 63), math.tointeger(2 ^ 63))
print(1 + 1.0, 2 * 3.0, 7 // 2.0, 7 % 2.5, 2 ^ 2, 4 / 2, 10 // 3, -10 // 3, 10.0 // 3, 1e15 * 10, 5 // 0.3)
print(max * 2, max * 2.0, max + 1, max + 1.0, min - 1, -min, min * -1, max * max, min * min, max * min)
for i = 0, 3 do local a, b = i * 0.25, i // 2 io.write(a, " ", b, " ", a + b, " ", a == b and "eq" or "ne", "; ") end print()
local t = {} for i = 1, 3 do t[i + 0.0] = i end print(#t, t[1], t[2.0])
print(1 == 1.0, "1" == 1, 0 == -0, 1 / 0 > max, -1 / 0 < min, max < max + 1.0, max <= 2 ^ 63, max == 2 ^ 63 - 1024)
print(tostring(1e15), tostring(10 ^ 15), tostring(10 ^ 16), 2 ^ 24, 1e3, 1000, 1e3 == 1000, 123456.0)
print(8 % 3.5, -8 % 3.5, 8 % -3.5, 0.1 % 0.01 < 0.01, 5.3 % 1 < 0.31, 2 ^ 31 % 7, max % 10.0, -6 % 4, 6 % -4, -6 % -4)
print(tonumber("0x7fffffffffffffff") + 1 == min, tonumber("1e2"), tonumber("100"), 1e2 == 100, math.type(tonumber("1e2")), math.type(tonumber("100")))
local function round(x) return math.floor(x + 0.5) end print(round(2.5), round(-2.5), round(0.49999999999999994), round(1e17))
local acc = 0 for i = 1, 10 do acc = acc + 0.1 end print(acc, acc == 1, string.format("%.17g", acc))
local n = 0 for x = 0, 1, 0.1 do n = n + 1 end print(n)
print(1e308 + 1e308, -1e308 - 1e308, 1e308 * 10 // 1, 5e-324 / 2, 2 ^ -1074, 2 ^ -1075, 0x1p-1022)
