-- Loops that append to lists, whose room is made ahead: what they leave, when they append nothing, when something stands in the table already, and
-- the lengths that follow when elements are taken out again.
--[==[ expects
append	0	
index	0	
insert	0	
from	1	1=0
append	1	1=1
index	1	1=0.5
insert	1	1=v1
from	2	1=-1 2=0
append	3	1=1 2=4 3=9
index	3	1=0.5 2=1.0 3=1.5
insert	3	1=v1 2=v2 3=v3
from	5	1=-3 2=-2 3=-1 4=0 5=1
append	4	1=1 2=4 3=9 4=16
index	4	1=0.5 2=1.0 3=1.5 4=2.0
insert	4	1=v1 2=v2 3=v3 4=v4
from	7	1=-4 2=-3 3=-2 4=-1 5=0 6=1 7=2
append	5	1=1 2=4 3=9 4=16 5=25
index	5	1=0.5 2=1.0 3=1.5 4=2.0 5=2.5
insert	5	1=v1 2=v2 3=v3 4=v4 5=v5
from	8	1=-5 2=-4 3=-3 4=-2 5=-1 6=0 7=1 8=2
append	8	1=1 2=4 3=9 4=16 5=25 6=36 7=49 8=64
index	8	1=0.5 2=1.0 3=1.5 4=2.0 5=2.5 6=3.0 7=3.5 8=4.0
insert	8	1=v1 2=v2 3=v3 4=v4 5=v5 6=v6 7=v7 8=v8
from	13	10=1 11=2 12=3 13=4 1=-8 2=-7 3=-6 4=-5 5=-4 6=-3 7=-2 8=-1 9=0
append	9	1=1 2=4 3=9 4=16 5=25 6=36 7=49 8=64 9=81
index	9	1=0.5 2=1.0 3=1.5 4=2.0 5=2.5 6=3.0 7=3.5 8=4.0 9=4.5
insert	9	1=v1 2=v2 3=v3 4=v4 5=v5 6=v6 7=v7 8=v8 9=v9
from	14	10=0 11=1 12=2 13=3 14=4 1=-9 2=-8 3=-7 4=-6 5=-5 6=-4 7=-3 8=-2 9=-1
append	17	10=100 11=121 12=144 13=169 14=196 15=225 16=256 17=289 1=1 2=4 3=9 4=16 5=25 6=36 7=49 8=64 9=81
index	17	10=5.0 11=5.5 12=6.0 13=6.5 14=7.0 15=7.5 16=8.0 17=8.5 1=0.5 2=1.0 3=1.5 4=2.0 5=2.5 6=3.0 7=3.5 8=4.0 9=4.5
insert	17	10=v10 11=v11 12=v12 13=v13 14=v14 15=v15 16=v16 17=v17 1=v1 2=v2 3=v3 4=v4 5=v5 6=v6 7=v7 8=v8 9=v9
from	26	10=-8 11=-7 12=-6 13=-5 14=-4 15=-3 16=-2 17=-1 18=0 19=1 1=-17 20=2 21=3 22=4 23=5 24=6 25=7 26=8 2=-16 3=-15 4=-14 5=-13 6=-12 7=-11 8=-10 9=-9
odd	5	1=1 2=3 3=5 4=7 5=9
none	0	3=three
onto	8	1=a 2=b 3=1 4=2 5=3 6=4 7=5 8=6 x=1
onto	7	1=1 2=two 3=2 4=3 5=4 6=5 7=6
onto	6	1=1 2=2 3=3 4=4 5=5 6=6 name=n
onto	6	1=1 2=2 3=3 4=4 5=5 6=6
6	6
two	12	10=-5 11=6 12=-6 1=1 2=-1 3=2 4=-2 5=3 6=-3 7=4 8=-4 9=5
early	5	1=1 2=2 3=3 4=4 5=5
returned	3	1=1 2=2 3=3
false	six
failed	6	1=1 2=2 3=3 4=4 5=5 6=6
1	1	true	true	true
2	1	true	true	true
3	2	true	true	true
4	2	true	true	true
5	3	true	true	true
6	4	true	true	true
7	5	true	true	true
8	6	true	true	true
9	7	true	true	true
10	8	true	true	true
11	9	true	true	true
12	10	true	true	true
13	11	true	true	true
14	12	true	true	true
15	13	true	true	true
16	14	true	true	true
17	15	true	true	true
18	16	true	true	true
19	17	true	true	true
20	18	true	true	true
3	1	3
0	nil	nil
7	9223372036854775801	9223372036854775807
6	-9223372036854775808	-9223372036854775803
70000	65536	65537	70000	nil
10
false	enough
]==]
local function show(name, t)
  local items = {}
  for k, v in pairs(t) do items[#items + 1] = tostring(k) .. "=" .. tostring(v) end
  table.sort(items)
  print(name, #t, table.concat(items, " "))
end

local function append(n) local t = {} for i = 1, n do t[#t + 1] = i * i end return t end
local function index(n) local t = {} for i = 1, n do t[i] = i / 2 end return t end
local function insert(n) local t = {} for i = 1, n do table.insert(t, "v" .. i) end return t end
local function from(a, b) local t = {} for i = a, b do t[#t + 1] = i end return t end
for _, n in ipairs { 0, 1, 3, 4, 5, 8, 9, 17 } do
  show("append", append(n))
  show("index", index(n))
  show("insert", insert(n))
  show("from", from(-n, n // 2))
end

-- What is nil is not appended.
local function odd(n) local t = {} for i = 1, n do t[#t + 1] = i % 2 == 1 and i or nil end return t end
show("odd", odd(9))
local function none(n) local t = {} for i = 1, n do t[#t + 1] = nil end t[3] = "three" return t end
show("none", none(9))

-- Something stands there already, or the table has a metatable, or grows elsewhere too.
local function onto(t, n) for i = 1, n do t[#t + 1] = i end return t end
show("onto", onto({ "a", "b", x = 1 }, 6))
show("onto", onto({ [2] = "two" }, 6))
show("onto", onto({ name = "n" }, 6))
local log = {}
show("onto", onto(setmetatable({}, { __newindex = function(t, k, v) log[#log + 1] = k rawset(t, k, v) end }), 6))
print(#log, log[6])
local two = {}
for i = 1, 6 do two[#two + 1] = i two[#two + 1] = -i end
show("two", two)

-- Left early, by all ways that there are.
local function early(n, stop) local t = {} for i = 1, n do t[#t + 1] = i if i == stop then break end end return t end
show("early", early(20, 5))
local function returned(n) local t = {} for i = 1, n do t[#t + 1] = i if i == 3 then return t end end end
show("returned", returned(20))
local failed = {}
print(pcall(function() for i = 1, 20 do failed[#failed + 1] = i local x = i < 6 or error("six", 0) end end))
show("failed", failed)

-- Holes that come later.
for n = 1, 20 do
  local t, u = append(n), index(n)
  for _, k in ipairs { n, n // 2, 1 } do t[k] = nil u[k] = nil end
  t[n + 2] = "x"
  local count = 0
  for _ in pairs(t) do count = count + 1 end
  print(n, count, t[#t + 1] == nil, u[#u + 1] == nil, #u == 0 or u[#u] ~= nil)
end

-- Bounds of all kinds.
for _, bounds in ipairs { { 1, 3.5 }, { 5, 1 }, { math.maxinteger - 6, math.maxinteger }, { math.mininteger, math.mininteger + 5 } } do
  local t = {}
  for i = bounds[1], bounds[2] do t[#t + 1] = i end
  print(#t, t[1], t[#t])
end
local large = {}
for i = 1, 70000 do large[#large + 1] = i end
print(#large, large[65536], large[65537], large[70000], large[70001])
local huge = {}
for i = 1, math.maxinteger do huge[#huge + 1] = i if i == 10 then break end end
print(#huge)
print(pcall(function() local t = {} for i = 1, math.maxinteger do t[#t + 1] = i if i == 10 then error("enough", 0) end end end))
