-- Every operator and every function of numbers on the edges of what numbers there are, on strings of digits and on wrong values.
-- cases: 1000
local support = require "support"

local binary = {
  add = function(a, b) return a + b end,
  sub = function(a, b) return a - b end,
  mul = function(a, b) return a * b end,
  div = function(a, b) return a / b end,
  mod = function(a, b) return a % b end,
  idiv = function(a, b) return a // b end,
  pow = function(a, b) return a ^ b end,
  band = function(a, b) return a & b end,
  bor = function(a, b) return a | b end,
  bxor = function(a, b) return a ~ b end,
  shl = function(a, b) return a << b end,
  shr = function(a, b) return a >> b end,
  eq = function(a, b) return a == b, a ~= b end,
  lt = function(a, b) return a < b, a > b end,
  le = function(a, b) return a <= b, a >= b end,
  concat = function(a, b) return a .. b end,
  key = function(a, b) local t = { [a] = 1 } return t[b], t[a] end,
  fmod = math.fmod, ult = math.ult, max = math.max, min = math.min, atan = math.atan, log = math.log,
  rawequal = rawequal,
}
local unary = {
  unm = function(a) return -a end,
  bnot = function(a) return ~a end,
  len = function(a) return #a end,
  negated = function(a) return not a end,
  abs = math.abs, ceil = math.ceil, floor = math.floor, sqrt = math.sqrt, tointeger = math.tointeger, type = math.type,
  modf = math.modf, exp = math.exp, sin = math.sin, cos = math.cos, tan = math.tan, asin = math.asin, acos = math.acos,
  deg = math.deg, rad = math.rad, log1 = math.log, tostring = tostring,
}

-- A loop of at most six rounds over random limits.
local function loop(start, limit, step)
  local seen = {}
  for i = start, limit, step do
    seen[#seen + 1] = i
    if #seen == 6 then break end
  end
  return table.unpack(seen)
end

local function sorted(t)
  local names = {}
  for name in pairs(t) do names[#names + 1] = name end
  table.sort(names)
  return names
end
local binary_names, unary_names = sorted(binary), sorted(unary)

local function operand()
  local way = support.below(100)
  if way < 85 then
    return support.number()
  elseif way < 95 then
    return tostring(support.number())
  end
  return support.pick { nil, true, "x", "", {}, print, "0x7fffffffffffffff", "1e309", " 10 ", false }
end

for _ = 1, support.cases do
  local a, b, c = operand(), operand(), operand()
  if support.chance(20) then b = a end
  for _ = 1, 4 do
    local name = support.pick(binary_names)
    support.case(name, binary[name], a, b)
    name = support.pick(unary_names)
    support.case(name, unary[name], a)
  end
  support.case("for", loop, a, b, c)
  if math.type(a) == "integer" then
    support.case("for", loop, a, a + support.range(-3, 9), support.range(-2, 3))
    support.case("for", loop, a, b, support.range(-2, 3))
  end
end
