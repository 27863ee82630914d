-- Texts as numbers: `tonumber` with and without a base, arithmetic on strings, `math.tointeger`, `%d` of strings.
-- cases: 1000
local support = require "support"

local function digits(alphabet, most)
  return support.string(0, support.chance(90) and 6 or most, alphabet)
end

local function numeral()
  local sign = support.pick { "", "", "", "-", "+", "--", "- " }
  local text
  local way = support.below(10)
  if way < 4 then
    text = digits("0123456789", 40)
    if support.chance(50) then
      text = text .. "." .. digits("0123456789", 400)
    end
    if support.chance(40) then
      text = text .. support.pick { "e", "E", "e+", "e-", "E-", "p" } .. digits("0123456789", 5)
    end
  elseif way < 7 then
    text = support.pick { "0x", "0X", "0x", "x" } .. digits("0123456789abcdefABCDEF", 30)
    if support.chance(50) then
      text = text .. "." .. digits("0123456789abcdefABCDEF", 60)
    end
    if support.chance(50) then
      text = text .. support.pick { "p", "P", "p+", "p-", "e" } .. digits("0123456789", 5)
    end
  elseif way < 8 then
    text = support.pick { "inf", "nan", "Infinity", "NaN", "1e", "0x", "0xp1", ".", "e5", ".e1", "0x.p1", "1..2", "1e+", "1f", "1d", "1_0", "0b1", "1e5.0" }
  elseif way < 9 then
    text = string.format(support.pick { "%d", "%.17g", "%a", "%g", "%.3f", "%x" }, support.integer())
  else
    text = string.format(support.pick { "%.17g", "%a", "%g", "%.3f", "%.0f", "%.30e" }, support.float())
  end
  local before = support.pick { "", "", "", " ", "\t\n", "\v\f\r ", "_", "\0" }
  local after = support.pick { "", "", "", " ", "\n", " \0", "x", " 1", "\0" }
  return before .. sign .. text .. after
end

local operations = {
  add = function(a) return a + 1 end,
  negate = function(a) return -a end,
  multiply = function(a) return 2 * a end,
  quotient = function(a) return a // 3 end,
  band = function(a) return a & 0xff end,
  power = function(a) return a ^ 1 end,
  complement = function(a) return ~a end,
  loop = function(a) for i = 1, a do return i end end,
}
local names = { "add", "negate", "multiply", "quotient", "band", "power", "complement", "loop" }

for _ = 1, support.cases do
  local text = numeral()
  support.case("tonumber", tonumber, text)
  support.case("tointeger", math.tointeger, text)
  support.case("format", string.format, "%d", text)
  local name = support.pick(names)
  support.case(name, operations[name], text)
  support.case("tonumber", tonumber, support.pick { " ", "", "-", "" } .. digits("0123456789abcdefzZ-. ", 80), support.range(1, 37))
  support.case("rep", string.rep, "ab", text:sub(1, 2))
end
