-- math.floor and math.ceil among other arithmetic: integers, floats, what is too large, what is no number, and what is computed from them.
--[==[ expects
0	9999997 5 6
-3	5 9 4
-3	7.5 1 4.25
2	4 3
3e+298	0.0 0.0
-1	8 9
false	whole_parts.lua:45: attempt to perform arithmetic on a boolean value (field '?')
inf	-nan -nan
10	2	3	integer	integer	5	1
-10	-3	-2	integer	integer	-5	1
8	2	2	integer	integer	4	0
0	0	0	integer	integer	0	0
-0.0	0	0	integer	integer	0	0
10.5	2	3	integer	integer	5	1
-1.0	-1	0	integer	integer	-1	1
9.007199254741e+15	2251799813685248	2251799813685248	integer	integer	4503599627370496	0
9.2233720368548e+18	2305843009213693952	2305843009213693952	integer	integer	4611686018427387904	0
3.6893488147419e+19	9.2233720368548e+18	9.2233720368548e+18	float	float	1.844674407371e+19	0.0
-3.6893488147419e+19	-9223372036854775808	-9223372036854775808	integer	integer	0	0
-7.3786976294838e+19	-1.844674407371e+19	-1.844674407371e+19	float	float	-3.6893488147419e+19	0.0
inf	inf	inf	float	float	inf	-nan
-inf	-inf	-inf	float	float	-inf	-nan
true	4	8
1500000000000000000	9.3e+18
1	39	7
100	nil	6
31	1
31	2
false	whole_parts.lua:91: table index is NaN
3	31
true	3	4
false	whole_parts.lua:45: attempt to add a 'string' with a 'number'
1	-4	-3	4611686018427387904
false	whole_parts.lua:108: number has no integer representation
false	whole_parts.lua:109: number has no integer representation
true
]==]
local floor, ceil = math.floor, math.ceil

local function carry(list, by, base)
  local over = 0
  for i = 1, #list do
    local value = list[i] * by + over
    over = floor(value / base)
    list[i] = value - over * base
  end
  return over, table.concat(list, " ")
end
print(carry({ 9999999, 1, 2 }, 3, 10000000))
print(carry({ -5, 7, -9 }, 3, 10))
print(carry({ 2.5, 7, -9.25 }, 3, 10))
print(carry({ "8", 7 }, 3, 10))
print(carry({ 1e300, 2 }, 3, 10))
print(carry({ math.maxinteger, math.mininteger }, 2, 10))
print(pcall(carry, { 1, false }, 2, 10))
print(carry({ 1, 2 }, 2, 0))

local function parts(t)
  for i = 1, #t do
    local down, up = floor(t[i] / 4), ceil(t[i] / 4)
    print(t[i], down, up, math.type(down), math.type(up), down + up, up - down)
  end
end
parts { 10, -10, 8, 0, -0.0, 10.5, -1.0, 2 ^ 53, 2 ^ 63, 2 ^ 65, -2 ^ 65, -2 ^ 66, 1 / 0, -1 / 0 }

local function nan(t) local n = floor(t.x * 1.5) local m = ceil(t.x * t.y) return n, m end
print(nan { x = 0 / 0, y = 1 } ~= nan { x = 0 / 0, y = 1 }, nan { x = 3, y = 2.5 })
print(nan { x = 1e18, y = 9.3 })

local function search(list, wanted)
  local low, high, looks = 1, #list, 0
  while low <= high do
    local middle = floor((low + high) / 2)
    looks = looks + 1
    if list[middle] == wanted then return middle, looks end
    if list[middle] < wanted then low = middle + 1 else high = middle - 1 end
  end
  return nil, looks
end
local odd = {}
for i = 1, 100 do odd[i] = 2 * i - 1 end
print(search(odd, 1), search(odd, 77))
print(search(odd, 199), search(odd, 50))

-- A store before the whole part is known, and slots that are found by it.
local function spread(cells, x, y, width)
  cells.count = cells.count + 1
  local column, row = floor(x / 2), floor(y / 2)
  cells[row * width + column] = (cells[row * width + column] or 0) + 1
  cells.last = row * width + column
  return cells.last, cells[cells.last]
end
local cells = { count = 0, last = 0 }
print(spread(cells, 3.5, 7, 10))
print(spread(cells, 2, 6.5, 10))
print(pcall(spread, cells, 0 / 0, 1, 10))
print(cells.count, cells.last)

local object = setmetatable({}, { __div = function() return 2.75 end, __mul = function() return "x" end })
print(pcall(function(a, b) local q = floor(a / b) return q + 1, q * 2 end, object, 3))
print(pcall(carry, { object }, 3, 10))
print(select("#", floor(3.7)), floor(-3.5), ceil(-3.5), floor(2 ^ 62) | 0)

-- What nobody uses may fail.
local function unused(x, y)
  local shifted = 1 >> floor(x)
  local sum = floor(y) | 1
end
print(pcall(unused, 1e100, 1))
print(pcall(unused, 1.5, 1e100))
print(pcall(unused, 1.5, 2.5))
