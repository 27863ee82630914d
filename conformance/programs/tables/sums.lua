-- Loops that carry numbers from round to round: floats, integers, both in turn, and what has metamethods.
--[==[ expects
float 840.0, float 840.0, float 841.0, float 840.0, float 840.5
float 22970.0, float 22550.0, float 11268.125
integer 820, float 820.0, integer 821, integer 820, float 820.5
float 22550.0, integer 22140, float 11063.25
float 409.75, float 409.75, float 410.75, float 409.75, float 410.25
float 11268.125, float 11063.25, float 8294.0625
integer 820, float 820.0, integer 821, integer 820, float 820.5
float 22550.0, integer 22140, float 11063.25
integer 0, float 0.0, string text, nil nil, float -0.0
integer -9223372036854775808, float 9.2233720368548e+18, float -nan, float -0.0
boolean false, string sums.lua:52: attempt to perform arithmetic on a table value (field '?')
boolean false, string sums.lua:57: attempt to perform arithmetic on a boolean value (local 'v')
float 10.5, float 10.5
float 20.5, float 20.5
boolean false, string sums.lua:52: attempt to perform arithmetic on a table value (field '?')
boolean false, string sums.lua:57: attempt to perform arithmetic on a boolean value (local 'v')
float 158.0, float 158.0
float 18.0, float 18.0
boolean false, string sums.lua:52: attempt to perform arithmetic on a table value (field '?')
boolean false, string sums.lua:57: attempt to perform arithmetic on a boolean value (local 'v')
float 404.5, float 404.5
float 14.5, float 14.5
boolean false, string sums.lua:52: attempt to perform arithmetic on a table value (field '?')
boolean false, string sums.lua:57: attempt to perform arithmetic on a boolean value (local 'v')
float 750.0, float 750.0
string 10, string 10
float 840.0, float 22970.0, float 40.5, integer 40
float 820.0, float 22140.0, integer 40, integer 40
float 409.75, float 8294.0625, integer 39, integer 40
float 63.0, integer 7
float 1680.0, nil nil
float 20.75, string early
float 22970.0, string late
float 116.25, float 120.0
float 56.25, float 60.0
float 40.0, string 11.0 29.0
integer 29, string 7 22
float 32.0, string 8.5 23.5
float 9.0, float 9.0, float 9.0
float 15.0, float 2.5, float 7.5
float 15.0, float 2.5, float 7.5
float 0.07767578125, float 24.930581054687
float 0.07767578125, float 24.930581054687
float 4.0
float 103.75
]==]

local function sum(list, start)
  local s = start
  for i = 1, #list do s = s + list[i] end
  return s
end
local function sum_pairs(list, start)
  local s = start
  for _, v in ipairs(list) do s = s + v end
  return s
end
local function dot(a, b)
  local s = 0
  for i = 1, #a do s = s + a[i] * b[i] end
  return s
end
local function show(...)
  local parts = table.pack(...)
  for i = 1, parts.n do parts[i] = (math.type(parts[i]) or type(parts[i])) .. " " .. tostring(parts[i]) end
  print(table.concat(parts, ", "))
end

local floats, integers, mixed, texts = {}, {}, {}, {}
for i = 1, 40 do
  floats[i] = i + 0.5
  integers[i] = i
  mixed[i] = i % 3 == 0 and i or i / 4
  texts[i] = i % 5 == 0 and tostring(i) or i
end
for _, list in ipairs { floats, integers, mixed, texts } do
  show(sum(list, 0), sum(list, 0.0), sum(list, "1"), sum_pairs(list, 0), sum_pairs(list, 0.5))
  show(dot(list, floats), dot(list, integers), dot(mixed, list))
end
show(sum({}, 0), sum({}, 0.0), sum({}, "text"), sum({}, nil), sum_pairs({}, -0.0))
show(sum({ math.maxinteger }, 1), sum({ math.maxinteger }, 1.0), sum({ 1 / 0, -1 / 0 }, 0), sum({ -0.0 }, -0.0))

-- A value that is no number ends the loop with an error, or has a metamethod, in any round.
for at = 1, 4 do
  local list = { 1.5, 2.5, 3.5, 4.5 }
  list[at] = {}
  show(pcall(sum, list, 0.0))
  list[at] = false
  show(pcall(sum_pairs, list, 0.0))
  list[at] = setmetatable({}, { __add = function(a, b) return type(a) == "table" and b or a * 100 end })
  show(sum(list, 0.0), sum_pairs(list, 0.0))
  list[at] = setmetatable({}, { __add = function() return "10" end })
  show(sum(list, 0.0), sum_pairs(list, 0.0))
end

-- Several of them, used in different ways and left in different ways.
local function statistics(list)
  local s, squares, largest, count = 0.0, 0.0, list[1], 0
  for i = 1, #list do
    local v = list[i]
    s = s + v
    squares = squares + v * v
    if v > largest then largest = v end
    count = count + 1
  end
  return s, squares, largest, count
end
show(statistics(floats))
show(statistics(integers))
show(statistics(mixed))

local function until_above(list, limit)
  local s, last = 0.0, nil
  for i = 1, #list do
    s = s + list[i] * 2.0
    if s > limit then last = i break end
  end
  return s, last
end
show(until_above(floats, 50))
show(until_above(floats, 1e9))

local function early(list, limit)
  local s = 0.0
  for i = 1, #list do
    if i > limit then return s, "early" end
    s = s + list[i] * list[i]
  end
  return s, "late"
end
show(early(floats, 3))
show(early(floats, 300))

local function leaps(list)
  local s, t = 0.0, 0.0
  for i = 1, #list do
    if i % 2 == 0 then goto continue end
    if i > 30 then goto out end
    s = s + list[i] * 0.5
    ::continue::
    t = t + list[i] * 0.25
  end
  ::out::
  return s, t
end
show(leaps(floats))
show(leaps(mixed))

local function nested(rows)
  local total, trace = 0, {}
  for i = 1, #rows do
    local row, s = rows[i], 0
    for j = 1, #row do s = s + row[j] * rows[j][i] end
    trace[#trace + 1] = s
    total = total + s
  end
  return total, table.concat(trace, " ")
end
show(nested { { 1.5, 2.5 }, { 3.5, 4.5 } })
show(nested { { 1, 2 }, { 3, 4 } })
show(nested { { 1, 2.5 }, { 3, 4 } })

local function captured(list)
  local s, readers = 0.0, {}
  for i = 1, #list do
    s = s + list[i] * 1.5
    readers[i % 2] = function() return s end
  end
  return readers[0](), readers[1](), s
end
show(captured { 1.0, 2.0, 3.0 })

local function changes(list)
  local s = 0.0
  for i, v in ipairs(list) do
    v = v * 2.0 + v * 0.5
    s = s + v
    list[i] = v
  end
  return s, list[1], list[#list]
end
show(changes { 1.0, 2.0, 3.0 })
show(changes { 1, 2, 3 })

local function countdown(x)
  local steps = 0.0
  while x > 0.1 do
    x = x * 0.5 - 0.01
    steps = steps + x * 0.25
  end
  return x, steps
end
show(countdown(100.0))
show(countdown(100))

-- A loop that yields from a metamethod, in the middle of a sum.
local co = coroutine.wrap(function()
  local slow = setmetatable({}, { __add = function(a) return coroutine.yield(a) end })
  return sum({ 1.5, 2.5, slow, 3.5 }, 0.0)
end)
show(co())
show(co(100.25))
