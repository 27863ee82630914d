-- gmatch: words, captures, positions, empty matches, anchors, a starting position.
--[==[ expects
[one] [two] [three] 
a->1 b->2 c->3 
1a 2b 3c 
<><><><>
<a><b><>

2024 5 6 
(first)(second)()(fourth)
badcfe
22 333 
b c 
a	b	nil
a|b||c	1	x|y|z
the=3 and=2 bird=1 cat=1 dog=1 
b:bold i:it 
1.2.3.4.
4	plain
false	bad argument #2 to 'string.gmatch' (string expected, got no value)
false	gmatch.lua:49: malformed pattern (missing ']')
]==]
for w in ("one two  three"):gmatch("%a+") do io.write("[", w, "] ") end print()
for k, v in ("a=1, b=2, c=3"):gmatch("(%w+)=(%w+)") do io.write(k, "->", v, " ") end print()
for p, c in ("abc"):gmatch("()(.)") do io.write(p, c, " ") end print()
for m in ("abc"):gmatch("") do io.write("<", m, ">") end print()
for m in ("aXbX"):gmatch("[^X]*") do io.write("<", m, ">") end print()
for m in ("hello"):gmatch("^h") do io.write("<", m, ">") end print()
for m in ("2024-05-06"):gmatch("%d+") do io.write(m + 0, " ") end print()
for line in ("first\nsecond\n\nfourth"):gmatch("([^\n]*)\n?") do io.write("(", line, ")") end print()
for a, b in ("abcdef"):gmatch("(.)(.)") do io.write(b, a) end print()
for m in ("a1b22c333"):gmatch("%d+", 4) do io.write(m, " ") end print()
for m in ("abc"):gmatch(".", -2) do io.write(m, " ") end print()
for m in ("x"):gmatch("y") do print("never") end
local it = ("a b"):gmatch("%a")
print(it(), it(), it(), it())
local function split(s, sep) local out = {} for piece in (s .. sep):gmatch("(.-)" .. sep:gsub("%p", "%%%0")) do out[#out + 1] = piece end return out end
print(table.concat(split("a.b..c", "."), "|"), #split("", ","), table.concat(split("x, y, z", ", "), "|"))
local freq, words = {}, {}
for w in ("the cat and the dog and the bird"):gmatch("%a+") do if not freq[w] then words[#words + 1] = w end freq[w] = (freq[w] or 0) + 1 end
table.sort(words, function(a, b) if freq[a] ~= freq[b] then return freq[a] > freq[b] end return a < b end)
for _, w in ipairs(words) do io.write(w, "=", freq[w], " ") end print()
for tag, content in ("<b>bold</b><i>it</i>"):gmatch("<(%a+)>(.-)</%1>") do io.write(tag, ":", content, " ") end print()
for n in ("1,2;3 4"):gmatch("[^,; ]+") do io.write(n, ".") end print()
local csv = 'plain,"quoted, comma","with ""quotes""",last'
local fields = {}
for quoted, plain in (csv .. ","):gmatch('"?([^"]*)"?,()') do fields[#fields + 1] = quoted end
print(#fields, fields[1])
print(pcall(string.gmatch, "x")) print(pcall(function() for m in ("x"):gmatch("[") do end end))
