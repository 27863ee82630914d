-- Patterns that backtrack, nested captures, frontier, balance, and how deep they may go.
--[==[ expects
aaaaaaaaab	nil	nil	(a(b)c)	(a)	5	7
a	foo	nil	/usr/local	bin
X	ab	it''s
Hello World From Lua	6	123	2	1
(a(b(c)))	abc	abc	1	2	3	4
 a b 	a/b/c/d	123	tesT	1
false	pattern too complex
300000	300000	nil	200000
false	too many captures
false	too many captures
key	a	0.5e-10
192	nil	user@example.com
%%d%+	true	true	nil	^b	nil	a$b
x	-	]	nil	b	a	-	z	\	1	1
2	b*na	4	1	aXXb	aabbc	ab c	1
]==]
print(("aaaaaaaaab"):match("a*b"), ("aaaaaaaaa"):match("a*b"), ("abababab"):match("(ab)*"), ("x(a(b)c)y"):match("%b()"), ("((a)"):match("%b()"), ("THE END"):find("%f[%a]%a+%f[%A]", 2))
print(("a.b-c"):match("^(%w)%.(%w)%-(%w)$"), ("foo.bar"):match("^(.-)%.(.*)$"), ("no dot"):match("^(.-)%.(.*)$"), ("/usr/local/bin"):match("^(.*)/([^/]*)$"))
print(("((nested) (parens))"):gsub("%b()", "X"), ("[a][b]"):gsub("%b[]", function(s) return s:sub(2, -2) end), ("'it''s'"):match("^'(.*)'$"))
print(("hello world from lua"):gsub("%f[%w]%w", string.upper), ("THE (quick) fox"):find("%f[%a]%l+"), ("foo123"):match("%f[%d]%d+"), ("x"):find("%f[\0]"))
print(("(a(b(c)))"):match("^((%b()))$"), ("abc"):match("((a)(b)(c))"), ("abc"):match("(a(b(c)))"), ("abc"):match("()a()b()c()"))
print(("  a  b  "):gsub("%s+", " "), ("a,b;c d"):gsub("[,; ]", "/"), ("x1y2z3"):gsub("%a(%d)", "%1"), ("test"):gsub("t$", "T"))
print(pcall(string.match, ("a"):rep(300000), (".-"):rep(300000) .. "b"))
print(#(("a"):rep(300000):match(".-$")), #(("a"):rep(300000):match("(.-)$")), ("a"):rep(100000):find("b"), #("x"):rep(200000):match("x*"))
print(pcall(string.find, "a", ("("):rep(200))) print(pcall(string.match, ("x"):rep(250), ("(x)"):rep(40)))
print(("key: value # comment"):match("^(%w+):%s*(.-)%s*#%s*(.*)$"), ("a=b=c"):match("^(.-)=(.*)$"), ("0.5e-10"):match("^[+-]?%d*%.?%d*[eE]?[+-]?%d*$"))
print(("192.168.1.254"):match("^(%d+)%.(%d+)%.(%d+)%.(%d+)$"), ("not.an.ip"):match("^(%d+)%.(%d+)$"), ("user@example.com"):match("^[%w.]+@[%w.]+%.%a+$"))
print(("%d+"):gsub("%p", "%%%0"), ("a\nb"):match("a.b") == "a\nb", ("a\0b"):match("a.b") == "a\0b", ("ab"):match("^b"), ("^b"):match("^^b"), ("a$"):match("a$"), ("a$b"):match("a$b"))
print(("x"):match("[x-]"), ("-"):match("[x-]"), ("]"):match("[]x]"), ("]"):match("[^]]"), ("b"):match("[^]a]"), ("a"):match("[%a-z]"), ("-"):match("[%a-z]"), ("z"):match("[a-%z]"), ("\\"):match("[\\]"), ("é"):find("[é]"))
print(("abc"):find("b()"), ("banana"):gsub("ana", "*"), ("banana"):find("an", 3), (" x"):find("^%s"), ("aXb"):gsub("%u", "%0%0"), ("abc"):gsub(".", "%0%0", 2), ("a b c"):gsub("%s", "", 1))
