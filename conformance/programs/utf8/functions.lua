-- utf8: char, codepoint, len, offset, codes, charpattern, and lax mode.
--[==[ expects
11	5	97	233	8364	128512	122
aé€😀		true	253	191	191	191	191	191
1:97 2:233 4:8364 7:128512 11:122 
1	4	12	nil	11	4	2	7	1	1
nil	nil	0	4	1	0	0	1	nil	1
nil	1	2147483647	false	invalid UTF-8 code
false	invalid UTF-8 code
false	bad argument #3 to 'utf8.codepoint' (out of bounds)
false	bad argument #2 to 'utf8.codepoint' (out of bounds)

99
false	bad argument #2 to 'utf8.len' (initial position out of bounds)
false	bad argument #2 to 'utf8.len' (initial position out of bounds)
false	bad argument #1 to 'utf8.char' (value out of range)
false	bad argument #1 to 'utf8.char' (value out of range)
false	bad argument #1 to 'utf8.char' (number expected, got string)
false	initial position is a continuation byte
false	bad argument #3 to 'utf8.offset' (position out of bounds)
false	bad argument #2 to 'utf8.offset' (number expected, got no value)
false	functions.lua:39: invalid UTF-8 code
false	functions.lua:39: invalid UTF-8 code
false	functions.lua:39: invalid UTF-8 code
2097152
[?-??-?][?-?]*	14
[a][é][€][😀][z]
z😀€éa
é€	a	😀z
1 1 2 2 3 3 4 4 
]==]
local s = "aé€😀z"
print(#s, utf8.len(s), utf8.codepoint(s, 1, -1)) print(utf8.char(97, 233, 8364, 128512), utf8.char(), utf8.char(0) == "\0", utf8.char(0x7FFFFFFF):byte(1, -1))
for p, c in utf8.codes(s) do io.write(p, ":", c, " ") end print()
print(utf8.offset(s, 1), utf8.offset(s, 3), utf8.offset(s, 6), utf8.offset(s, 7), utf8.offset(s, -1), utf8.offset(s, -3), utf8.offset(s, 0, 3), utf8.offset(s, 2, 4), utf8.offset("", 1), utf8.offset(s, 0))
print(utf8.len("\xff"), utf8.len("abc\xe4"), utf8.len("", 1), utf8.len(s, 3 - 1), utf8.len(s, -1), utf8.len("abc", 4), utf8.len("abc", 2, 1), utf8.len("\u{D7FF}"), utf8.len("\xed\xa0\x80"))
print(utf8.len("\u{7FFFFFFF}"), utf8.len("\u{7FFFFFFF}", 1, -1, true), utf8.codepoint("\u{7FFFFFFF}", 1, 1, true), pcall(utf8.codepoint, "\u{7FFFFFFF}"))
print(pcall(utf8.codepoint, "\xff")) print(pcall(utf8.codepoint, "abc", 4)) print(pcall(utf8.codepoint, "abc", 0)) print(utf8.codepoint("abc", 3, 2)) print(utf8.codepoint("abc", -1)) print(pcall(utf8.len, "abc", 5)) print(pcall(utf8.len, "abc", 0)) print(pcall(utf8.char, -1)) print(pcall(utf8.char, 2 ^ 31)) print(pcall(utf8.char, "x")) print(pcall(utf8.offset, "aé", 1, 3)) print(pcall(utf8.offset, "abc", 1, 5)) print(pcall(utf8.offset, "abc"))
print(pcall(function() for _ in utf8.codes("ab\xff") do end end)) print(pcall(function() for _ in utf8.codes("\xe4\xb8") do end end)) print(pcall(function() for _ in utf8.codes("\u{200000}") do end end)) for _, c in utf8.codes("\u{200000}", true) do print(c) end
print((utf8.charpattern:gsub("[%c\x80-\xff]", "?")), #utf8.charpattern) for c in s:gmatch(utf8.charpattern) do io.write("[", c, "]") end print()
local function reverse(str) local out = {} for _, c in utf8.codes(str) do table.insert(out, 1, utf8.char(c)) end return table.concat(out) end print(reverse(s))
local function sub(str, i, j) local a = utf8.offset(str, i) local b = utf8.offset(str, j + 1) return str:sub(a, b and b - 1) end print(sub(s, 2, 3), sub(s, 1, 1), sub(s, 4, 5))
for _, cp in ipairs { 0, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff } do local c = utf8.char(cp) io.write(#c, " ") assert(utf8.codepoint(c) == cp and utf8.len(c) == 1) end print()
