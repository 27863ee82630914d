-- string.upper and string.lower: bytes beyond ASCII, numbers, wrong and missing arguments.
--[==[ expects
97	98	99	233	122
65	66	67	233	90
12	false	false		x
]==]
print(("ABC\xe9z"):lower():byte(1, -1)) print(("abc\xe9Z"):upper():byte(1, -1)) print(string.upper(12), pcall(string.lower), pcall(string.lower, {}), (""):upper(), string.lower("X", 1, 2))
