-- Precedence and associativity of every operator.
--[==[ expects
26.0	20	512.0	-4.0	4.0	0.5
3	5.0	7	1	123
24	a3	6x
true	true	false	true
3	true	true	6	4
2	-3	-6	1	4	-3	-1	2
1	nil	2	nil
true	true	true
true	4	-0.25	-6	5	false
1-1	true	10	-1	-1
]==]
print(2 + 3 * 4 ^ 2 / 2, (2 + 3) * 4, 2 ^ 3 ^ 2, -2 ^ 2, (-2) ^ 2, 2 ^ -1)
print(10 - 5 - 2, 100 / 10 / 2, 100 // 7 // 2, 7 % 4 % 2, 1 .. 2 .. 3)
print(1 + 1 .. 2 + 2, "a" .. 1 + 2, 2 * 3 .. "x")
print(1 < 2 and 2 < 3, 1 == 1 ~= false, not 1 == nil, not (1 == nil))
print(1 | 2 ~ 3 & 4 << 1, 5 & 6 == 4, (5 & 6) == 4, "1" + 2 << 1, 1 << 1 + 1)
print(-3 % 5, -(3 % 5), - 3 * 2, not nil and 1, #"abc" + 1, -#"abc", ~1 + 1, - ~1)
print(1 or 2 and nil, (1 or 2) and nil, nil and 1 or 2, false or nil and 1)
print(2 < 3 == true, "a" < "b" == not false, 1 ~= 2 == true)
print(#"ab" == 2, #{ 1, 2 } * 2, -2 ^ -2, 2 * -3, 2 - -3, not not nil)
print(1 .. -1, 3 .. "" == "3", 5 - -5, 1 ~ ~1, ~0 ~ 0)
