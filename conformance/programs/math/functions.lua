-- The functions of `math` on integers, floats, edges.
--[==[ expects
3	-4	4	-3	5	1.1805916207174e+21	0	1e+300
5	5.5	-9223372036854775808	0.0	2.5	1.5	1	1	1.0
4.0	1.4142135623731	1.0	0.0	3.0	2.0	3.0	-inf	-1.0
1	-1	1	1.5	-1.5	0	5.0
false	bad argument #2 to 'math.fmod' (zero)
true
3	-3	5	inf	-inf	0.0
3	nil	8	nil	nil	nil	5	3
integer	float	nil	nil	false	bad argument #1 to 'math.type' (value expected)
true	false	true	false
3.1415926535898	inf	9223372036854775807	-9223372036854775808	-3.1415926535898
0.8414709848 0.5403023059 1.5574077247	1.5707963268 1.5707963268 0.7853981634 2.3561944902
0.0	1.0	true	-3.1415926535898	180.0	true	true
3	4.0	false	false	attempt to compare table with number
0	inf	0	0	9007199254740992	-9223372036854775808	9.2233720368548e+18
floor	false	bad argument #1 to 'math.floor' (number expected, got no value)
ceil	false	bad argument #1 to 'math.ceil' (number expected, got no value)
abs	false	bad argument #1 to 'math.abs' (number expected, got no value)
sqrt	false	bad argument #1 to 'math.sqrt' (number expected, got no value)
sin	false	bad argument #1 to 'math.sin' (number expected, got no value)
max	false	bad argument #1 to 'math.max' (value expected)
log	false	bad argument #1 to 'math.log' (number expected, got no value)
exp	false	bad argument #1 to 'math.exp' (number expected, got no value)
modf	false	bad argument #1 to 'math.modf' (number expected, got no value)
ult	false	bad argument #1 to 'math.ult' (number expected, got no value)
tointeger	false	bad argument #1 to 'math.tointeger' (value expected)
]==]
print(math.floor(3.7), math.floor(-3.7), math.ceil(3.2), math.ceil(-3.2), math.floor(5), math.floor(2 ^ 70), math.ceil(-0.5), math.floor(1e300))
print(math.abs(-5), math.abs(-5.5), math.abs(math.mininteger), math.abs(-0.0), math.max(1, 2.5, -1), math.min(3, 1.5, 2), math.max(1), math.max(1, 1.0), math.max(1.0, 1))
print(math.sqrt(16), math.sqrt(2), math.exp(0), math.log(1), math.log(8, 2), math.log(100, 10), math.log(27, 3), math.log(0), math.log(2, 0.5))
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(7.5, 2), math.fmod(-7.5, 2), math.fmod(math.mininteger, -1), math.fmod(5, math.huge))
print(pcall(math.fmod, 1, 0)) print(math.fmod(1, 0.0) ~= math.fmod(1, 0.0))
print(math.modf(3.7), math.modf(-3.7), math.modf(5), math.modf(math.huge), math.modf(-math.huge))
print(math.tointeger(3.0), math.tointeger(3.5), math.tointeger("8"), math.tointeger("x"), math.tointeger(2 ^ 63), math.tointeger({}), math.tointeger(5), math.tointeger("3.0"))
print(math.type(1), math.type(1.0), math.type("1"), math.type(nil), pcall(math.type))
print(math.ult(1, 2), math.ult(-1, 2), math.ult(2, -1), math.ult(0, 0))
print(math.pi, math.huge, math.maxinteger, math.mininteger, -math.pi)
print(("%.10f %.10f %.10f"):format(math.sin(1), math.cos(1), math.tan(1)), ("%.10f %.10f %.10f %.10f"):format(math.asin(1), math.acos(0), math.atan(1), math.atan(1, -1)))
print(math.sin(0), math.cos(0), math.atan(0, -1) == math.pi, math.atan(-0.0, -1), math.deg(math.pi), math.rad(180) == math.pi, math.atan(1, 0) * 2 == math.pi)
print(math.floor("3.7"), math.sqrt("16"), pcall(math.max, "10", 9), pcall(math.max, {}, 1))
print(math.floor(-0.0), 1 / math.floor(-0.0), math.ceil(-0.9), math.floor(0.9999999999999999), math.floor(2 ^ 53 + 0.0), math.floor(-2 ^ 63), math.ceil(2 ^ 63))
for _, f in ipairs { "floor", "ceil", "abs", "sqrt", "sin", "max", "log", "exp", "modf", "ult", "tointeger" } do print(f, pcall(math[f])) end
