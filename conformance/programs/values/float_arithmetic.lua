-- Floats: infinities, nan, negative zero, floor division and modulo with the divisor's sign.
--[==[ expects
inf	-inf	true	true
inf	-inf	inf	-inf	false
0.0	-0.0	true	-inf	-inf
2.0	-3.0	-3.0	2.0
1.5	0.5	-0.5	-1.5
1.0	inf	-inf	-1.0
true	true	0.0	-0.0
1e+15	1e+16	0.3	false
4.0	3.0	3.0	3.0	1.0	8.0
9.007199254741e+15	9.007199254741e+15	9.2233720368548e+18	-9.2233720368548e+18	inf
inf	-inf	0.0	-0.0	0.0
true	0.0	0.0	-0.0
inf	-inf	0.0
2.0	-3.0	-1.0	1.0	1.0	1.0	1.0
]==]
local inf, nan = math.huge, 0 / 0
print(inf, -inf, nan ~= nan, inf - inf ~= inf - inf)
print(1 / 0, -1 / 0, 1 // 0.0, -1 // 0.0, 0 / 0 == 0 / 0)
print(0.0, -0.0, 0.0 == -0.0, 1 / -0.0, 1 / (0.0 * -1))
print(5.5 // 2, -5.5 // 2, 5.5 // -2, -5.5 // -2)
print(5.5 % 2, -5.5 % 2, 5.5 % -2, -5.5 % -2)
print(1 % inf, -1 % inf, 1 % -inf, -1 % -inf)
print(5 % 0.0 ~= 5 % 0.0, inf % 2 ~= inf % 2, 0.0 % 1, -0.0 % 1)
print(1e15 + 0.5, 1e16 + 1, 0.1 + 0.2, 0.1 + 0.2 == 0.3)
print(3.0 + 1, 3 * 1.0, 6 / 2, 7 // 2.0, 7 % 2.0, 2 ^ 3)
print(2 ^ 53, 2 ^ 53 + 1, 2 ^ 63, -(2 ^ 63), 2 ^ 1023 * 2)
print(inf // 1, -inf // 1, 1 // inf, -1 // inf, 0.0 // 1)
print(-nan ~= -nan, math.abs(-0.0), -0.0 + 0, -0.0 - 0.0)
print(1e300 * 1e10, -1e300 * 1e10, 5e-324 / 2)
print(8 // 3.0, -8 // 3.0, 8.0 % -3, 2 ^ 0, 0 ^ 0, inf ^ 0, nan ^ 0)
