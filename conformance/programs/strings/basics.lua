-- len, sub, byte, char, rep, reverse, lower, upper with every kind of index.
--[==[ expects
11	11	HELLO WORLD	hello world	dlrow olleh	mixed	MIXED
hello	world	world	wor	hello world	true	hel	o world	true
ello worl	true	he	x
104	101	100	104	nil	108	100
	Hi	2	false	bad argument #1 to 'string.char' (value out of range)
ababab	ab-ab-ab	true	true	true	a
false	resulting string too large
false	resulting string too large
2	2	1	nil	nil	4	1	0
12	-0.0	nil	true	s
10	10	nil	nil	nil	nil	nil	10.0	16.0	nil	5.0	0.5
2	255	1295	nil	-255	3	nil	9223372036854775807	-1
nil	nil	0.5	nil	nil	false	bad argument #1 to 'tonumber' (value expected)
inf	-inf	9223372036854775807	9.2233720368548e+18	-9223372036854775808	5	nil	5	nil
5	116	101	115	116
a12.0b	12	3	97	0	98
6	HéLLO	true
]==]
local s = "hello world"
print(#s, s:len(), s:upper(), s:lower(), s:reverse(), ("MiXeD"):lower(), ("MiXeD"):upper())
print(s:sub(1, 5), s:sub(7), s:sub(-5), s:sub(-5, -3), s:sub(0), s:sub(3, 2) == "", s:sub(-100, 3), s:sub(5, 100), s:sub(20) == "")
print(s:sub(2, -2), s:sub(math.mininteger, math.maxinteger) == s, s:sub(1.0, 2.0), ("x"):sub("1"))
print(s:byte(), s:byte(2), s:byte(-1), s:byte(1, 3), s:byte(100), s:byte(10, 100))
print(string.char(), string.char(72, 105), #string.char(0, 255), pcall(string.char, 256))
print(("ab"):rep(3), ("ab"):rep(3, "-"), ("x"):rep(0) == "", ("x"):rep(-1) == "", (""):rep(100) == "", ("a"):rep(1, "sep"))
print(pcall(string.rep, "x", 1e10)) print(pcall(string.rep, "abc", math.maxinteger))
print(("a,b"):find(",", 1, true), ("a.b"):find(".", 1, true), ("a.b"):find("."), ("abc"):find("b", -1), ("abc"):find("", 10), ("abc"):find("", 4), ("abc"):find(""))
print(tostring(12), tostring(-0.0), tostring(nil), tostring(true), tostring("s"))
print(tonumber("10"), tonumber(" 10 "), tonumber("10a"), tonumber(""), tonumber(" "), tonumber("0x"), tonumber("1e"), tonumber("1e1"), tonumber("0x1p4"), tonumber("."), tonumber("5."), tonumber(".5"))
print(tonumber("10", 2), tonumber("ff", 16), tonumber("zz", 36), tonumber("8", 8), tonumber("-ff", 16), tonumber(" 11 ", 2), tonumber("1.0", 10), tonumber("7fffffffffffffff", 16), tonumber("ffffffffffffffff", 16))
print(tonumber("nan"), tonumber("inf"), tonumber("0x.8"), tonumber("1 2"), tonumber("1_000"), pcall(tonumber))
print(tonumber("1e309"), tonumber("-1e309"), tonumber("0x7fffffffffffffff"), tonumber("9223372036854775808"), tonumber("-9223372036854775808"), tonumber("\t5\n"), tonumber("- 5"), tonumber("+5"), tonumber("--5"))
print(("x"):rep(3, ","):len(), ("test"):byte(1, -1))
print("a" .. 1 .. 2.0 .. "b", ("%s"):rep(2):format(1, 2), #("\0\0\0"), ("a\0b"):byte(1, 3))
print(("héllo"):len(), ("héllo"):upper(), ("ÀÉ"):lower() == "ÀÉ")
