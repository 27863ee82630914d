-- Strings convert to numbers in arithmetic, numbers to strings in concatenation.
--[==[ expects
15	20	2	3	3.0	3	-2	-2.5	4.0	5.0
16	11	10.0	16.0	10.0
1020	1.5x	-1	9.007199254741e+15|	true
false	string_coercion.lua:20: attempt to add a 'string' with a 'number'
false	string_coercion.lua:21: attempt to mul a 'string' with a 'number'
false	string_coercion.lua:22: attempt to concatenate a table value
false	string_coercion.lua:23: attempt to concatenate a nil value
false	string_coercion.lua:24: attempt to add a 'string' with a 'number'
false	string_coercion.lua:25: attempt to unm a 'string' with a 'string'
false	string_coercion.lua:26: attempt to compare string with number
true	9.2233720368548e+18	0	0.0
integer	float	float	float	integer
2	6
]==]
print("10" + 5, "10" * "2", "3" - 1, "7" // 2, "7.0" // 2, "7" % "4", -"2", - "2.5", "2" ^ 2, "10" / 2)
print("0x10" + 0, " 10 " + 1, "1e1" + 0, "0x1p4" + 0, "10" + 0.0)
print(10 .. 20, 1.5 .. "x", -1 .. "", 2 ^ 53 .. "|", 1 .. 2 == "12")
print(pcall(function() return "abc" + 1 end))
print(pcall(function() return "1x" * 2 end))
print(pcall(function() return {} .. "x" end))
print(pcall(function() return "x" .. nil end))
print(pcall(function() return "" + 1 end))
print(pcall(function() return -"z" end))
print(pcall(function() return "10" < 5 end))
print("9223372036854775807" + 1 == math.mininteger, "9223372036854775808" + 0, "-0" + 0, "-0.0" + 0)
print(math.type("10" + 0), math.type("10." + 0), math.type("1e1" * 1), math.type("2" ^ 1), math.type("4" // "2"))
print(#(10 .. ""), #(1e100 .. ""))
