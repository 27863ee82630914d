-- gsub: string, table and function replacements, counts, anchors, empty matches.
--[==[ expects
hell0 w0rld	hell0 world	-h-e-l-l-o-	-h-e-l-l-o-	6
<hello> <world>	hello hello world	%a%b%c	b a	1
Ann is 42	$x $y	2
A.B.C.	[a]b[c]	abc	1
2 4 6	1=a,2=b	2
xbc	xaa	abx	abc!	!abc	1
hello	hello	heLLo	x  	x	1
1a2b3c4	2a3b4c	h?llo	a0b	1
false	invalid capture index %2
false	invalid use of '%' in replacement string
false	invalid replacement value (a table)
false	invalid replacement value (a boolean)
false	bad argument #3 to 'string.gsub' (string/function/table expected, got no value)
one;two;nil;four	x = 1	 Camel Case String	snakeCaseX	2
a1b2c	2	3
<5>	a%b	path\to\file	tab    here	1
x!x!x!x!x!	12.5z
false	in callback a
1 + 2 = ?
a%20b%26c%3D%C3%A9%2F~x	a%
]==]
print(("hello world"):gsub("o", "0"), ("hello world"):gsub("o", "0", 1), ("hello"):gsub("", "-"), ("hello"):gsub("x*", "-"))
print(("hello world"):gsub("(%w+)", "<%1>"), ("hello world"):gsub("%w+", "%0 %0", 1), ("abc"):gsub("%w", "%%%0"), ("a b"):gsub("(%w) (%w)", "%2 %1"))
print(("$name is $age"):gsub("%$(%w+)", { name = "Ann", age = 42 }), ("$x $y"):gsub("%$(%w+)", { x = false }))
print(("abc"):gsub("%w", function(c) return c:upper() .. "." end), ("abc"):gsub("%w", function(c) if c == "b" then return nil end return "[" .. c .. "]" end), ("abc"):gsub("b", function() return false end))
print(("1 2 3"):gsub("%d", function(d) return d * 2 end), ("a=1,b=2"):gsub("(%w)=(%w)", function(k, v) return v .. "=" .. k end))
print(("abc"):gsub("^a", "x"), ("aaa"):gsub("^a", "x"), ("abc"):gsub("c$", "x"), ("abc"):gsub("$", "!"), ("abc"):gsub("^", "!"))
print(("hello"):gsub("l", "L", 0), ("hello"):gsub("l", "L", -1), ("hello"):gsub("l", "L", 100), ("  x  "):gsub("^%s+", ""), ("x  "):gsub("%s+$", ""))
print(("abc"):gsub("()", "%1"), ("abc"):gsub("(.)()", "%2%1"), ("héllo"):gsub("[\x80-\xff]+", "?"), ("a\0b"):gsub("%z", "0"))
print(pcall(string.gsub, "x", "x", "%2")) print(pcall(string.gsub, "x", "x", "%a")) print(pcall(string.gsub, "x", "x", function() return {} end)) print(pcall(string.gsub, "x", "x", { x = true })) print(pcall(string.gsub, "x", "x"))
print(("one;two;;four"):gsub(";;", ";nil;"), ("x = 1 -- c"):gsub("%s*%-%-.*$", ""), ("CamelCaseString"):gsub("(%u)", " %1"), ("snake_case_x"):gsub("_(%l)", function(c) return c:upper() end))
local count = 0
print((("aXbXc"):gsub("X", function() count = count + 1 return count end)), count, select(2, ("a b c d"):gsub(" ", "")))
print(("%5"):gsub("%%(%d)", "<%1>"), ("a.b"):gsub("%.", "%%"), ("path/to/file"):gsub("/", "\\"), ("tab\there"):gsub("\t", "    "))
print((("x"):rep(5):gsub("x", setmetatable({}, { __index = function(_, k) return k .. "!" end }))), (("abc"):gsub(".", { a = 1, b = 2.5, c = "z" })))
print(pcall(string.gsub, "abc", ".", function(c) error("in callback " .. c, 0) end))
local function expand(s, env) return (s:gsub("%${([^}]*)}", function(e) return tostring(env[e] or "?") end)) end
print(expand("${a} + ${b} = ${c}", { a = 1, b = 2 }))
local function url(s) return (s:gsub("[^%w%-_%.~]", function(c) return ("%%%02X"):format(c:byte()) end)) end
print(url("a b&c=é/~x"), (url("a%"):gsub("%%(%x%x)", function(h) return string.char(tonumber(h, 16)) end)))
