-- Variables that hold nothing but strings: what they are made of, what is asked of them, and where they go.
--[==[ expects
plus	positive	8	false	true	false	false
minus	negative	8	true	true	false	false
zero	none	4	true	true	true	false
673	1;0.52,1.03;1.54,2.0	,50.0
4096	xxxx	8193	121
m1	2
m1two	5
m1two3.5	8
stringtable	11
stringtableend	14
false	surely_strings.lua:80: attempt to concatenate a nil value
false	surely_strings.lua:81: attempt to concatenate a table value (local 'x')
stringtable	tablestring	length	false	true	true
4	true
13	false	12
11	20	-10	3	false	surely_strings.lua:90: attempt to compare string with number
false	false	true	true	false	2
10.0
11.0
HELLO, WORLD	hello, world	dlroW ,olleH	12	Hello, World-Hello, World	ello, World	ell	rld	l
72	72	100	nil	nil	nil	101	108	108
nil	nil	nil	nil
		H		Hello, World	true
5	9	Hello	Hell0, W0rld	2
Hell0, W0rld	12
ell0, w0rlell0, w0rl	3|ell0, w0rlell0, w0rl	xxx	true	0
eLL0, w0rLeLL0, w0rL	7	20
rl
rlABC
abc<ABC>	false	surely_strings.lua:112: attempt to index a number value (local 'x')
5	2	1.5	TRUE	NIL	T
h	hi	0	2,1	55
string	string	number	string	nil	number	table	function
b	abab	12	5.1	23	2
18	12	15	k0	k1	nil	true	nil	false	surely_strings.lua:128: attempt to index a string value (upvalue 's')
1	2
p1:1P1:2	8	p1:3	3	many!	yes	nil
p1:q	4	nil
2	3	ccc
own1	own2x	own31	4	OWN3
54321.	4
even	odd
a string is true
1	false	false	true	false	rlABC	greater
a2	a1	false	false	true	true	false	true	true	true	true	true
round 1
round 2
round 3
]==]

-- Constants, in branches and loops.
local function sign(n)
  local word
  if n > 0 then word = "plus" elseif n < 0 then word = "minus" else word = "zero" end
  local name = "none"
  if n > 0 then name = "positive" elseif n < 0 then name = "negative" end
  return word, name, #name, name < "o", name <= name, name == "none", not name
end
print(sign(1))
print(sign(-1))
print(sign(0))

-- A string that is built in a loop, of strings and numbers alone; and one of anything.
local built = ""
for i = 1, 100 do built = built .. i .. (i % 2 == 0 and "," or ";") .. i / 2 end
print(#built, built:sub(1, 20), built:sub(-5))
local long = "x"
for i = 1, 12 do long = long .. long end
print(#long, long:sub(4000, 4003), #(long .. long .. 1), (long .. "y"):byte(4097))
local mixed = "m"
local object = setmetatable({}, {
  __concat = function(a, b) return type(a) .. type(b) end,
  __len = function() return "length" end,
  __eq = function() return true end,
  __lt = function() return true end,
})
for _, x in ipairs { 1, "two", 3.5, object, "end" } do mixed = mixed .. x print(mixed, #mixed) end
print(pcall(function() local s = "a" s = s .. nil return s end))
print(pcall(function() local s = "a" for _, x in ipairs { 1, {} } do s = s .. x end return s end))
print("a" .. object, object .. "a", #object, "a" == object, pcall(function() return "a" < object end))

-- A variable that is a string at first.
local value = "text"
print(#value, value == "text")
value = 12
print(value + 1, value == "12", value .. "")
local number = "10"
print(number + 1, number * "2", -number, number // 3, pcall(function() return number < 11 end))
print(number == 10, 10 == number, number ~= 10, rawequal(number, "10"), rawequal(number, 10), rawlen(number))
for i = number, 11 do print(i) end

-- Methods, also of what methods gave.
local s = "Hello, World"
print(s:upper(), s:lower(), s:reverse(), s:len(), s:rep(2, "-"), s:sub(2), s:sub(2, 4), s:sub(-3), s:sub(3, 3))
print(s:byte(), s:byte(1), s:byte(-1), s:byte(99), s:byte(0), s:byte(-99), s:byte(2, 4))
print((s:byte(99)), (s:byte(math.mininteger)), (s:byte(math.maxinteger)), (("").byte("")), (""):byte(1))
print(s:sub(0, 0), s:sub(13, 13), s:sub(-12, -12), s:sub(-13, -13), s:sub(math.mininteger, math.maxinteger), s:sub(5, 4) == "")
print(s:find("o"), s:find("o", 6, true), s:match("(%a+), (%a+)"), s:gsub("o", "0"))
s = s:gsub("o", "0")
print(s, #s)
s = s:upper():sub(2, -2):rep(2):lower()
print(s, ("%d|%s"):format(3, s), ("x"):rep(3), ("x"):rep(0) == "", #("x"):rep(-1))
local replaced, count = s:gsub("l", { l = "L" })
print(replaced, count + 1, #replaced)
while #s > 3 do s = s:sub(3) end
print(s)
for word in ("a b c"):gmatch("%a") do s = s .. word:upper() end
print(s)
local function chain(x)
  local a = "<" .. x:upper() .. ">"
  return a:sub(2, -2):lower() .. a
end
print(chain("Abc"), pcall(chain, 3))
print(#string.format("%5d", 3), #tostring(12), tostring(1.5) .. "", tostring(true):upper(), tostring(nil):upper(), tostring("t"):upper())
print(string.char(72):lower(), string.char(72, 105):lower(), #string.char(), table.concat({ 1, 2 }, ","):reverse(), table.concat({ 5 }):rep(2))
print(type(type(s)), type(s), type(#s), type(s .. s), type(nil), type(2.0), type({}), type(print))
print(string.sub("abc", "2", 2.0), string.rep("ab", "2"), string.upper(12), string.reverse(1.5), string.sub(123, 2), string.len(12))

-- Keys.
local map = {}
for i = 1, 9 do
  local key = "k" .. i % 3
  map[key] = (map[key] or 0) + i
  map[key:upper()] = key
end
print(map.k0, map.k1, map["k2"], map.K0, map["K" .. 1], map["k" .. 3], s.upper == string.upper, s.missing, pcall(function() s.x = 1 end))
print(({ [s] = 1 })[s], ({ ["k" .. 1] = 2 }).k1)

-- Closures, results of functions, and functions in which nothing fails.
local prefix = "p" .. 1
local function prefixed(x) return prefix .. ":" .. tostring(x) end
local function initial(x) if x > 2 then return "many" end return "few" end
local function twice(x) local r = prefixed(x) return r, #r end
local function either(x) if x then return "yes" end return nil end
local function none() end
local made = prefixed(1)
made = made .. prefixed(2):upper()
print(made, #made, twice(3), #initial(2), initial(3) .. "!", either(true), either(false), none())
local a, b, c = twice("q")
print(a, b, c)
local counter = "c"
local function grow() counter = counter .. "c" return #counter, counter end
print(grow(), grow())
local functions = {}
for i = 1, 3 do
  local own = "own" .. i
  functions[i] = function(x) return own .. (x or ""), #own, own:upper() end
end
print(functions[1](), functions[2]("x"), functions[3](1))
local function recursive(n) if n == 0 then return "." end return n .. recursive(n - 1) end
print(recursive(5), #recursive(3))
local function even(n) if n == 0 then return "even" end return (n == 1 and "odd" or even(n - 2)):sub(1) end
print(even(10), even(7))

-- Conditions.
if s then print("a string is true") end
print(s and 1, not s, s == nil, s ~= nil, nil == s, s or "other", (s == "x" or s > "a") and "greater" or "less")
local x, y = "a" .. 1, "a" .. 2
x, y = y, x
print(x, y, x < y, x <= y, x > y, x >= y, x == y, x ~= y, "a\0b" < "a\0c", "a" < "a\0", "Z" < "a", "\xff" > "a")
goto skip
do print("skipped") end
::skip::
do
  local i = 1
  ::again::
  local text = "round " .. i
  i = i + 1
  print(text)
  if #text < 8 and i < 4 then goto again end
end
