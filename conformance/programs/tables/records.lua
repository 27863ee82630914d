-- Fields whose names are known, in functions and loops, where tables begin as copies of a template.
--[==[ expects
cost=z x=1 y=2.5	y=true		nil
other={x=4} pair={cost=3 x=1 y=2}
cost=3 more=1 y=2	cost=6 x=4 y=changed	cost=9 x=7 y=8
default name	3	default kind	nil
kind=k name=m size=4	get name, get kind, new name, new kind
again	5	new name
nil	called	0	false	records.lua:75: attempt to perform arithmetic on a table value (upvalue 'p')
a	called	42	sum
nil
a=3 b=5 c=4	5
b=2
1.5=f 10=10 1=1 2=6 3=7 4=8 a=new b=2 c=3 d=4	1.5=f 10=10 1=1 2=7 a=1 b=2 c=3 d=4	1.5=f 10=10 1=1 2=8 4=9 a=1 b=2 c=3 d=4	1.5=f 10=10 1=1 2=9 a=1 b=2 c=3 d=4 true=false
false	false	records.lua:92: table index is NaN
fifth=2 first=1 fourth=21 second=11 third=11
a=5 b=10 c=10 11
v=false w=true x=2 y=1 z=false	v=false w=false y=2 z=true	v=false w=false x=false z=true
a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10	a=0.5 b=1.5 c=2.5 d=3.5 e=4.5 f=5.5 g=6.5 h=7.5 i=8.5 j=9.5
depth=2 left={depth=1 left={depth=0 left=false} right={depth=0 left=false}} right={depth=1 left={depth=0 left=false} right={depth=0 left=false}}
1	2	2	nil
true	records.lua:133: attempt to index a nil value (local 'x')
b	c	item	d	1=four a=one b=two c=three d=five
five5 one1 three3 two2	
24	4	6	20
five5 one1 three3 two2	five=5 one=1 three=3 two=2
28	4	6	20

24	4	6	20
false	false	true
1	1	1	1	1	nil
nil	nil
1254393
]==]
local function show(t)
  local list = {}
  for k, v in pairs(t) do
    list[#list + 1] = tostring(k) .. "=" .. (type(v) == "table" and "{" .. show_inner(v) .. "}" or tostring(v))
  end
  table.sort(list)
  return table.concat(list, " ")
end
function show_inner(v) return show(v) end

-- Values of all kinds, nil among them, which gives no field.
local function make(a, b, c) return { x = a, y = b, cost = c } end
print(show(make(1, 2.5, "z")), show(make(nil, true, nil)), show(make()), next(make()))
print(show({ pair = make(1, 2, 3), other = make(4) }))

-- No table sees the fields of another one.
local first, second = make(1, 2, 3), make(4, 5, 6)
first.x, first.more = nil, 1
second.y = "changed"
print(show(first), show(second), show(make(7, 8, 9)))

-- What is nil is absent: metamethods are asked, and it can be added.
local log = {}
local mt = {
  __newindex = function(t, k, v) log[#log + 1] = "new " .. k; rawset(t, k, v) end,
  __index = function(_, k) log[#log + 1] = "get " .. k; return "default " .. k end,
}
local function object(name, size) return setmetatable({ name = name, size = size, kind = nil }, mt) end
local o = object(nil, 3)
print(o.name, o.size, o.kind, rawget(o, "name"))
o.name = "n"; o.size = 4; o.kind = "k"; o.name = "m"
print(show(o), table.concat(log, ", "))
o.name = nil
o.name = "again"
print(o.name, #log, log[#log])

-- Metamethods that are nil in a copied metatable, and come later.
local function metatable(index, call) return { __index = index, __call = call, __len = nil } end
local m = metatable(nil, function() return "called" end)
local p = setmetatable({}, m)
print(p.a, p(), #p, pcall(function() return p + 1 end))
m.__index = function(_, k) return k end
m.__len = function() return 42 end
m.__add = function() return "sum" end
print(p.a, p(), #p, p + 1)
m.__index = nil
print(p.a)

-- The same name twice: the last store counts, and every value is evaluated.
local count = 0
local function tick(...) count = count + 1; return count, ... end
local function twice() return { a = tick(), b = tick(), a = tick(), c = tick(), ["b"] = tick() } end
print(show(twice()), count)
local function erased() return { a = 1, b = 2, a = nil } end
print(show(erased()))

-- Names that are computed, numbers as keys, and items between.
local function mixed(k, v, ...) return { 1, a = 1, tick(), b = 2, [k] = v, c = 3, [10] = 10, [1.5] = "f", d = 4, ... } end
print(show(mixed("a", "new", 7, 8)), show(mixed("c", "old")), show(mixed("e", nil, nil, 9)), show(mixed(true, false)))
print(pcall(mixed, nil, 1), pcall(mixed, 0 / 0, 1))

-- The values are read where they stand, though they are stored later.
local function order()
  local a, b = 1, 2
  local function change() a = a + 10; return a end
  local t = { first = a, second = change(), third = a, fourth = change(), fifth = b }
  return show(t)
end
print(order())
local function assigned(n)
  local t = { a = n, b = (function() n = n * 2; return n end)(), c = n }
  n = n + 1
  return show(t) .. " " .. n
end
print(assigned(5))
local function chosen(a, b) return { x = a and b, y = a or b, z = not a, w = (a and b) == b, v = a == b } end
print(show(chosen(1, 2)), show(chosen(nil, 2)), show(chosen(false)))

-- More names than a template has.
local function many(i)
  return { a = i, b = i + 1, c = i + 2, d = i + 3, e = i + 4, f = i + 5, g = i + 6, h = i + 7, i = i + 8, j = i + 9 }
end
print(show(many(1)), show(many(0.5)))

-- Tables in tables, and functions that know the table as an upvalue.
local function tree(depth)
  return { depth = depth, left = depth > 0 and tree(depth - 1), right = depth > 0 and tree(depth - 1) or nil }
end
print(show(tree(2)))
local function counter()
  local self
  self = { value = 0, step = function() self.value = self.value + 1; return self.value end, of = self }
  return self
end
local c = counter()
print(c.step(), c.step(), c.value, c.of)

-- Errors and yields in the middle.
local function fails(x) return { a = 1, b = x.field, c = 2 } end
print(pcall(fails, {}), select(2, pcall(fails)))
local co = coroutine.wrap(function(...)
  local t = { a = ..., b = coroutine.yield("b"), c = coroutine.yield("c"), coroutine.yield("item"), d = coroutine.yield("d") }
  return show(t)
end)
print(co("one"), co("two"), co("three"), co("four"), co("five"))

-- Fields are cleared and set again while they are walked.
for round = 1, 3 do
  local t = { one = 1, two = 2, three = 3, four = nil, five = 5 }
  local seen = {}
  for k, v in pairs(t) do
    seen[#seen + 1] = k .. v
    t[k] = nil
    if round == 2 then t[k] = v end
    if round == 3 then t.one, t.two = nil, nil end
  end
  if round < 3 then
    table.sort(seen)
    print(table.concat(seen, " "), show(t))
  else
    print(show(t))
  end
  t.four, t.six, t.seven, t.eight = 4, 6, 7, 8
  for i = 1, 20 do t["k" .. i] = i end
  local n = 0
  for _ in next, t do n = n + 1 end
  print(n, t.four, t.six, t.k20)
end

-- A field that is nil was never there.
local function gap(a) return { a = a, b = 1, c = nil, d = 4 } end
print(pcall(next, gap(), "a"), pcall(next, gap(1), "c"), (pcall(next, gap(1), "a")))

-- Names of any length and bytes, and equal names that are made when the program runs.
local function odd(v) return { ["a b"] = v, ["\0\xff"] = v, [("long"):rep(1)] = v, ["this is a name of more than forty characters, it is"] = v, [""] = v } end
local t = odd(1)
print(t["a" .. " b"], t["\0" .. "\xff"], t.long, t["this is a name of more than " .. "forty characters, it is"], t[""], t["\0"])
t["a" .. " b"] = nil
print(t["a b"], next(odd()))

-- Many tables, all different.
local sum = 0
for i = 1, 1000 do
  local t = { key = i, value = i * 2, text = "n" .. i, flag = i % 2 == 0 }
  if t.flag then t.value = nil else t.extra = i end
  sum = sum + t.key + (t.value or 0) + (t.extra or 0) + #t.text
end
print(sum)
