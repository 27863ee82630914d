-- find and match: classes, sets, captures, anchors, quantifiers, positions.
--[==[ expects
3	3	nil	3	3	4	3	5
key	2024	nil
abc	123	nil	trim|
nested	(a(b)c)	x
5	a	a.b		aaa
2	1F	a-	]	^	a-	_x9
o	l	3	6	nil
a	"	1	5	a	b
4	true	2	true
true	caf	nil	ABC	.	true	x
|test|	a-b	x	1
[a	false	malformed pattern (missing ']')
%	false	malformed pattern (ends with '%')
(	false	unfinished capture
)	true	nil
%1	false	invalid capture index %1
(()	false	unfinished capture
[	false	malformed pattern (missing ']')
[]	false	malformed pattern (missing ']')
[^	false	malformed pattern (missing ']')
%b	false	malformed pattern (missing arguments to '%b')
%f	false	missing '[' after '%f' in pattern
a%	false	malformed pattern (ends with '%')
(a	false	unfinished capture
%bx	false	malformed pattern (missing arguments to '%b')
[a-	false	malformed pattern (missing ']')
[%	false	malformed pattern (missing ']')
true	nil
32
true	4	2	nil
key	key	X	%a		nil	1	0
]==]
print(("hello"):find("l"), ("hello"):find("l+"), ("hello"):find("xyz"), ("hello"):find("(l)(l)"), ("hello"):find("()ll()"))
print(("key = value"):match("^(%w+)%s*=%s*(%w+)$"), ("2024-01-15"):match("(%d+)-(%d+)-(%d+)"), ("x"):match("y"))
print(("abc123"):match("%a+"), ("abc123"):match("%d+"), ("abc123"):match("^%d+"), ("  trim  "):match("^%s*(.-)%s*$") .. "|")
print(("[[nested]]"):match("%[%[(.*)%]%]"), ("f(a(b)c)d"):match("%b()"), ("if x then y end"):match("%f[%w]%a+%f[%W]", 4))
print(("THE (quick) fox"):find("%((%a+)%)"), ("a.b.c"):match("^(.-)%."), ("a.b.c"):match("^(.*)%."), ("aaa"):match("a-"), ("aaa"):match("a-$"))
print(("x=1, y=2"):match("y=(%d)"), ("0x1F"):match("^0[xX](%x+)$"), ("a-b"):match("[a%-]+"), ("a]b"):match("[]]"), ("a^b"):match("[%^]"), ("a-z"):match("[a-]+"), ("_x9"):match("^[%a_][%w_]*$"))
print(("hello"):match(".", -1), ("hello"):match("l", 4), ("hello"):match("()", 3), ("hello"):find("", 6), ("hello"):find("", 7))
print(("abcabc"):match("(a)(b)(c)%1%2%3"), ('"quoted" \'x\''):match("([\"'])(.-)%1"), ("aa bb"):find("(%a)%1 (%a)%2"))
print(("\n\t x"):find("%S"), ("a\0b"):match("%z") == "\0", ("a\0b"):find("\0", 1, true), ("a\0b"):match("[%z\0]") ~= nil)
print(("é"):match("[\xc3][\xa9]") == "é", ("caf\xe9"):match("%a+"), ("ABC"):match("%l"), ("ABC"):match("%u+"), ("a.b"):match("%p"), ("\1"):match("%c") ~= nil, ("x y"):match("%g+"))
print(("[test]"):gsub("[%[%]]", "|"), ("a+b"):gsub("%+", "-"), ("%d"):gsub("%%d", "x"))
for _, p in ipairs { "[a", "%", "(", ")", "%1", "(()", "[", "[]", "[^", "%b", "%f", "a%", "(a", "%bx", "[a-", "[%" } do print(p, pcall(string.find, "abc", p)) end
print(pcall(string.rep("(", 40).find, "x", ("(x)"):rep(33))) print(#{ ("x"):rep(32):match(("(x)"):rep(32)) })
print(("a"):rep(1000):match(("a?"):rep(10) .. ("a"):rep(10)) ~= nil, ("a,b,,c"):find(",,", 1, true), ("abc"):find("b", 1, true), ("abc"):find("[b", 1, true))
print(("key=val"):match("(%w+)=(%w*)"), ("key="):match("(%w+)=(%w*)"), ("aXb"):match("%u"), ("%a"):match("%%a"), (""):match(".*"), (""):match(".+"), (""):find(""))
