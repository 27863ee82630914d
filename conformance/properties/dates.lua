-- `os.date` and `os.time` with random times, formats and fields.
-- cases: 1000
local support = require "support"

local letters = "aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%"
local odd = { "%", "%E", "%O", "%Ez", "%Oa", "%q", "%i", "%k", "%l", "%s", "%P", "%J", "%+", "%5d", "%-d", "%\0", "%EY%" }
local extended = { "%Ec", "%EC", "%Ex", "%EX", "%Ey", "%EY", "%Od", "%Oe", "%OH", "%OI", "%Om", "%OM", "%OS", "%Ou", "%OU", "%OV", "%Ow", "%OW", "%Oy" }

local function time()
  local way = support.below(10)
  if way < 6 then
    return support.range(-5000000000, 8000000000)
  elseif way < 8 then
    return support.range(-63000000000, 260000000000)
  elseif way < 9 then
    return support.pick { 0, -1, 1, 86399, 86400, 951782400, 951868800, 4107542400, 253402300799, -62135596800, "0", 1.0, 1.5, "x" }
  end
  return support.next() >> support.range(0, 40)
end

local function field(low, high)
  local way = support.below(100)
  if way < 80 then
    return support.range(low, high)
  elseif way < 92 then
    return support.range(low - 100, high + 100)
  elseif way < 96 then
    return support.pick { "7", 2.0, "0x10", " 3 ", -1 }
  elseif way < 98 then
    return nil
  end
  return support.pick { 1.5, "x", {}, 1 << 31, -(1 << 31), (1 << 31) - 1, math.maxinteger, math.mininteger, true, 2147483648 + 1900 }
end

for _ = 1, support.cases do
  local format = table.concat(support.many(1, 4, function()
    local way = support.below(100)
    if way < 80 then
      return "%" .. support.string(1, 1, letters)
    elseif way < 92 then
      return support.pick(extended)
    elseif way < 96 then
      return support.pick { "x", " ", "\0", "é" }
    end
    return support.pick(odd)
  end), " ")
  local when = time()
  support.case("date", os.date, (support.chance(50) and "!" or "") .. format, when)
  support.case("date", os.date, support.pick { "*t", "!*t", "*tx", "!*t\0" }, when)
  local date = {
    year = field(1890, 2120), month = field(1, 12), day = field(1, 31), hour = field(0, 23), min = field(0, 59), sec = field(0, 60),
    isdst = support.pick { nil, nil, false, false, true, 1 },
  }
  support.case("time", os.time, date)
  print(support.show(date))
  support.case("difftime", os.difftime, when, time())
end
