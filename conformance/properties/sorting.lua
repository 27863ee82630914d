-- `table.sort` with all kinds of orders, and the other functions of `table`, on tables and on objects that stand for tables.
-- cases: 1500
local support = require "support"

local comparisons = {
  function() return nil end,
  function() return function(a, b) return a < b end end,
  function() return function(a, b) return a > b end end,
  function() return function(a, b) return a <= b end end,
  function() return function() return true end end,
  function() return function() return false end end,
  function() return function(a, b) return a % 7 < b % 7 end end,
  function() return function(a, b) return tostring(a) < tostring(b) end end,
  function() return function() return support.chance(50) end end,
  function() local n = 0 return function(a, b) n = n + 1 if n > 20 then error("enough", 0) end return a < b end end,
}

local function list(high)
  local kind = support.below(8)
  return support.many(0, high, function(i)
    if kind == 0 then
      return support.range(1, 10)
    elseif kind == 1 then
      return i
    elseif kind == 2 then
      return -i
    elseif kind == 3 then
      return support.float()
    elseif kind == 4 then
      return support.string(0, 3, "ab\0\xff")
    elseif kind == 5 and support.chance(3) then
      return "odd"
    end
    return support.integer()
  end)
end

-- An object that stands for a table and writes down what is done to it.
local function recorder(items)
  local log = {}
  return setmetatable({}, {
    __index = function(_, k) log[#log + 1] = "get " .. tostring(k) return items[k] end,
    __newindex = function(_, k, v) log[#log + 1] = "set " .. tostring(k) .. "=" .. tostring(v) items[k] = v end,
    __len = function() log[#log + 1] = "len" return #items end,
  }), log
end

local function place()
  return support.chance(90) and support.range(-2, 12) or support.pick { 1.5, "2", 2.0, "x", math.maxinteger, math.mininteger, 1 << 31 }
end

local operations = {
  insert = function(t) table.insert(t, support.number()) end,
  insert_at = function(t) table.insert(t, place(), "new") end,
  insert_odd = function(t) table.insert(t, place(), 1, 2) end,
  remove = function(t) return table.remove(t) end,
  remove_at = function(t) return table.remove(t, place()) end,
  concat = function(t) return table.concat(t, support.pick { nil, "", ", ", 1 }, support.pick { nil, 1, 2, 5, -1 }, support.pick { nil, 0, 3, 10 }) end,
  unpack = function(t) return table.unpack(t, support.pick { nil, 1, 2, -1 }, support.pick { nil, 0, 3, 10 }) end,
  -- No holes: a table with holes has more than one border.
  move = function(t) return #table.move(t, support.range(1, #t), support.range(0, #t), support.range(1, #t + 1)) end,
  move_to = function(t) return table.move(t, support.range(-1, 5), support.range(-1, 8), support.range(-2, 9), {}) end,
  sort = function(t) table.sort(t, support.pick(comparisons)()) end,
  next = function(t) return next(t, support.pick { 1.5, 2.0, "x", true, math.mininteger, 1 << 31, #t > 0 and support.range(1, #t - 1) or nil }) end,
}
local names = {
  "insert", "insert_at", "insert_odd", "remove", "remove_at", "concat", "unpack", "move", "move_to", "sort", "next",
}

for _ = 1, support.cases do
  local items = list(support.chance(80) and 12 or 90)
  local compare = support.pick(comparisons)()
  support.case("sort", table.sort, items, compare)
  print(support.show(items))
  items = list(10)
  for _ = 1, 3 do
    local name = support.pick(names)
    support.case(name, operations[name], items)
  end
  print(#items, support.show(items))
  local object, log = recorder(list(6))
  local name = names[support.range(1, #names - 1)]
  support.case(name, operations[name], object)
  print(table.concat(log, "; "))
end
