-- Tables that only one activation sees, and that seem to be arrays of one kind, where they are and where they turn out not to be.
--[==[ expects
4	168	0	25
false	private_arrays.lua:62: bad 'for' limit (number expected, got string)
false	private_arrays.lua:62: bad 'for' limit (number expected, got nil)
1	1	12586269025	50
nil	2
3	3	3	0
3	3.0	2	1	4	2	1.5	8
7	14.0	4	1	8	2	3.5	8
8	18.0	4	1	nil	2	4.0	7
9	17.0	5	1	nil	2	nil	7
12	14.0	8	4	nil	2	nil	7
false	private_arrays.lua:120: attempt to perform arithmetic on a nil value (field '?')
line 120: attempt to perform arithmetic on a nil value (field '?')
1	114	6	100	nil	nil
5	107	4	100	nil	nil
6	9	3	100	nil	100
7	5	3	100	nil	nil
0	15	6	100	100	nil
-1	15	7	100	nil	nil
-7	15	13	100	nil	nil
4 3 2 1 0 	24	2	nil	6
36	8	8	0.5	nil	1.5
1 2 3 nil 
1 2.5 3 nil 
1 two 3 nil 
1 nil 3 nil 
false 1 3 nil 
1 2 nil nil 
float
0 1 2 0 0 3 0 
0 1 2 0 0 3 0 
false	private_arrays.lua:194: attempt to perform arithmetic on a nil value (field '?')
false	private_arrays.lua:194: attempt to perform arithmetic on a nil value (field '?')
false	private_arrays.lua:194: attempt to perform arithmetic on a nil value (field '?')
11	7
11	7
6	7
6	7
6	7
false	private_arrays.lua:209: table index is nil
false	private_arrays.lua:209: table index is NaN
false	private_arrays.lua:211: attempt to perform arithmetic on a nil value (field '?')
4.5	1.5
316	2	12	1	7
30	1 4 9 16 25	nil	nil	30
31	doors	other
111
40	16	nil	5
1372.5	1372.5	16	2137.5	text135	5
1372.5	16	2137.5	text135	5
16500
27.5	110.0	1.5
nil
385
28	0	7	nil
]==]
-- Elements that are all there.
local function sieve(n)
  local flags = {}
  for i = 2, n do flags[i] = true end
  local count = 0
  for i = 2, n do
    if flags[i] then
      count = count + 1
      for j = i * i, n, i do flags[j] = false end
    end
  end
  return count
end
print(sieve(10), sieve(1000), sieve(1), sieve(100.0))
print(pcall(sieve, "x"))
print(pcall(sieve, nil))

local function fibonacci(n)
  local f = {1, 1}
  for i = 3, n do f[i] = f[i - 1] + f[i - 2] end
  return f[n], #f
end
print(fibonacci(1), fibonacci(2), fibonacci(50))
print(fibonacci(0))

-- From 0 on, two rows that take turns.
local function distance(a, b)
  local previous, current = {}, {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    current[0] = i
    for j = 1, #b do
      local cost = a:byte(i) == b:byte(j) and 0 or 1
      current[j] = math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
    end
    previous, current = current, previous
  end
  return previous[#b]
end
print(distance("kitten", "sitting"), distance("", "abc"), distance("abc", ""), distance("same", "same"))

-- An element that is missing: as a number, as a boolean, as what is compared, stored, or returned.
local function missing(n, at)
  local a, b, seen = {}, {}, {}
  for i = 1, n do a[i] = i * 0.5; b[i] = i; seen[i] = i % 2 == 0 end
  local sum, odd, same = 0, 0, 0
  for i = 1, at do
    b[i] = b[i + 1]
    if not seen[i] then odd = odd + 1 end
    if a[i] == a[at] then same = same + 1 end
    sum = sum + (i <= n and a[i] or -1)
  end
  return sum, odd, same, b[at], b[1], a[at], #b
end
for _, at in ipairs {3, 7, 8, 9, 12} do print(at, missing(8, at)) end

local function fails(n)
  local a = {}
  for i = 1, n do a[i] = i end
  local sum = 0
  for i = 1, n + 1 do
    sum = sum + a[i]
  end
  return sum
end
print(pcall(fails, 3))
print(select(2, xpcall(fails, function(m) return m:gsub("^.-:(%d+):", "line %1:") end, 5)))

-- Gaps: behind the end, before the beginning, in the middle.
local function gaps(n, at)
  local a = {}
  for i = 1, n do a[i] = i end
  a[at] = 100
  local sum, holes = 0, 0
  for i = at - 2, n + 4 do
    local x = a[i]
    if i > 0 and i <= n then sum = sum + x end
    if a[i] == nil then holes = holes + 1 end
  end
  return sum, holes, a[at], a[0], a[n + 1]
end
for _, at in ipairs {1, 5, 6, 7, 0, -1, -7} do print(at, gaps(5, at)) end

local function removes(n)
  local a = {}
  for i = 1, n do a[i] = i end
  local lengths = ""
  while #a > 0 do
    a[#a] = nil
    lengths = lengths .. #a .. " "
  end
  for i = 1, n do a[#a + 1] = i * 2 end
  a[2] = nil
  local sum = 0
  for i = 3, n do sum = sum + a[i] end
  return lengths, sum, a[1], a[2], a[3]
end
print(removes(5))

-- Downwards, by two, into gaps that are filled later.
local function orders(n)
  local down, two, late = {}, {}, {}
  for i = n, 1, -1 do down[i] = i end
  for i = 1, n, 2 do two[i] = i * 0.5 end
  for i = 2, n, 2 do late[i] = i end
  for i = 1, n, 2 do late[i] = -i end
  local sum = 0
  for i = 1, n do sum = sum + down[i] * late[i] end
  return sum, #down, #late, two[1], two[2], two[3]
end
print(orders(8))

-- What is stored turns out to be of another kind.
local function kinds(n, values)
  local a = {}
  for i = 1, n do a[i] = 0 end
  for i = 1, n do a[i] = values[i] end
  local text = ""
  for i = 1, n + 1 do text = text .. tostring(a[i]) .. " " end
  return text
end
print(kinds(3, {1, 2, 3}))
print(kinds(3, {1, 2.5, 3}))
print(kinds(3, {1, "two", 3}))
print(kinds(3, {1, nil, 3}))
print(kinds(3, {false, {} and 1, 3}))
print(kinds(3, {1, 2}))
print(math.type((function(n) local a = {} for i = 1, n do a[i] = i end a[2] = 2.0 return a[2] end)(3)))

-- Keys that are integers by their values, or are not.
local function histogram(values, most)
  local count = {}
  for i = 0, most do count[i] = 0 end
  for i = 1, #values do
    local key = values[i]
    count[key] = count[key] + 1
  end
  local text = ""
  for i = 0, most do text = text .. count[i] .. " " end
  return text
end
print(histogram({1, 2, 2, 5, 5, 5}, 6))
print(histogram({1, 2.0, 2, 5.0, 5, 5}, 6))
print(pcall(histogram, {1, 2, "2"}, 3))
print(pcall(histogram, {1, 7}, 3))
print(pcall(histogram, {1, 1.5}, 3))

local function keys(n, key, value)
  local a = {}
  for i = 1, n do a[i] = i end
  for i = 1, 2 do a[key] = value end
  local sum = 0
  for i = 1, n do sum = sum + a[i] end
  return sum, a[key]
end
print(keys(3, 2, 7))
print(keys(3, 2.0, 7))
print(keys(3, 4, 7))
print(keys(3, "x", 7))
print(keys(3, 2.5, 7))
print(pcall(keys, 3, nil, 7))
print(pcall(keys, 3, 0 / 0, 7))
print(pcall(keys, 3, 2, nil))
print(keys(3, 3, 1.5))

-- One table in two variables.
local function twins(n)
  local a = {}
  local b = a
  for i = 1, n do a[i] = i end
  for i = 1, n do b[n + 1 - i] = a[i] end
  for i = 1, n do b[#b + 1] = a[#a] + 1 end
  local sum = 0
  for i = 1, 2 * n do sum = sum + a[i] * i end
  a = {}
  for i = 1, 2 do a[i] = b[i] end
  return sum, #a, #b, a[1], b[2 * n]
end
print(twins(6))

-- What is returned is a table as any other; what is returned by a tail call, too.
local function flags(n)
  local result = {}
  for i = 1, n do result[i] = true end
  for i = 2, n do
    for j = i, n, i do result[j] = not result[j] end
  end
  return result
end
local doors = flags(30)
local open = {}
for i, is_open in ipairs(doors) do if is_open then open[#open + 1] = i end end
print(#doors, table.concat(open, " "), getmetatable(doors), next({}), rawlen(doors))
doors.name = "doors"
setmetatable(doors, {__index = function(_, key) return key end})
print(doors[31], doors.name, doors.other)
local function largest(t, n)
  local found = t[1]
  for i = 2, n do if t[i] > found then found = t[i] end end
  return found
end
local function steps(n)
  local length = {}
  for i = 1, n do
    local k = i
    length[i] = 0
    while k ~= 1 do
      k = k % 2 == 0 and k // 2 or 3 * k + 1
      length[i] = length[i] + 1
    end
  end
  return largest(length, n)
end
print(steps(30))

-- `table.insert`, and lengths in between.
local function inserts(n)
  local a = {}
  local total = 0
  for i = 1, n do
    table.insert(a, i * i)
    total = total + #a + a[#a]
  end
  a[#a + 2] = 5
  table.insert(a, 7)
  return total, a[n], a[n + 1], a[n + 2]
end
print(inserts(4))

-- An activation that has left goes on with everything that it had.
local function nested(n, hole)
  local a, b = {}, {}
  for i = 1, n do a[i] = i; b[i] = i * 0.5 end
  local x, y, z = 1, 2.5, "text"
  local sum = 0
  for i = 1, n, 2 do
    local factor = i * 10
    for k = n, 1, -1 do
      if i == 3 and k == hole then a[k + n] = k end
      sum = sum + a[k] * factor + b[i]
      x = x + 1
    end
    y = y + sum
    z = z .. i
  end
  return sum, x, y, z, #b
end
print(nested(5, 9), nested(5, 2))
print(nested(5, 5))

-- Again and again: from some time on it is not tried any more.
local function again(n, gap)
  local a = {}
  for i = 1, n do a[i] = i end
  if gap then a[n + 3] = 0 end
  local sum = 0
  for i = 1, n do sum = sum + a[i] end
  return sum
end
local total = 0
for i = 1, 300 do total = total + again(10, i % 2 == 0) end
print(total)

-- With numbers as arguments, and in the main chunk.
local function scaled(n, by)
  local a = {}
  for i = 1, n do a[i] = i * by end
  local sum = 0.0
  for i = n, 1, -1 do sum = sum + a[i] end
  return sum
end
print(scaled(10, 0.5), scaled(10, 2), scaled(3, 0.25))

local squares = {}
for i = 1, 10 do squares[i] = i * i end
local sum = 0
for i = 1, 11 do
  local square = squares[i]
  if i > 10 then print(square) else sum = sum + square end
end
print(sum)

-- Goto, break and repeat around them.
local function jumps(n)
  local a = {}
  for i = 1, n do a[i] = n - i end
  local swaps = 0
  repeat
    local done = true
    for i = 1, n - 1 do
      if a[i] <= a[i + 1] then goto continue end
      a[i], a[i + 1] = a[i + 1], a[i]
      swaps = swaps + 1
      done = false
      if swaps > 30 then break end
      ::continue::
    end
  until done
  return swaps, a[1], a[n], a[n + 1]
end
print(jumps(8))
