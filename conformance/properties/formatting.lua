-- Numbers and other values as text: `string.format` with random specifications, `tostring`, concatenation, `%q`.
-- cases: 1000
local support = require "support"

local conversions = "diuoxXcaAeEfFgGsqpyz%"
local values = {
  function() return support.integer() end,
  function() return support.float() end,
  function() return support.number() end,
  function() return support.float() end,
  function() return support.string(0, 12, "abc \0\n\r\"\\%d0123456789\200\255") end,
  function() return tostring(support.number()) end,
  function() return support.pick { true, false, "10", "0x10", " 7 ", "1e1", "" } end,
  function() return nil end,
  function() return setmetatable({}, { __tostring = function() return "shown\0" end, __name = "Shown" }) end,
  function() return setmetatable({}, { __tostring = function() return 1 end }) end,
}

local function flags()
  return support.string(0, support.chance(80) and 2 or 6, "-+ #0")
end

local function specification()
  local text = "%" .. flags()
  if support.chance(50) then
    text = text .. support.range(0, support.chance(90) and 30 or 120)
  end
  if support.chance(50) then
    text = text .. "." .. (support.chance(80) and support.range(0, support.chance(90) and 20 or 120) or "")
  end
  local way = support.below(100)
  if way < 55 then
    return text .. support.pick { "d", "i", "x", "X", "o", "a", "A", "e", "E", "f", "g", "G", "g", "f" }
  elseif way < 65 then
    return text .. support.pick { "s", "c", "u", "F" }
  elseif way < 90 then
    return "%" .. support.pick { "s", "q", "d", "g", "5s", "-8s", ".3s", "5.1s", "c", "i", ".14g", ".17g", ".0f", ".99f", "99.99f", "5c", "-3c" }
  elseif way < 98 then
    return text .. support.string(0, 1, conversions):gsub("p", "s")
  end
  return text .. "p"
end

for _ = 1, support.cases do
  local number = support.number()
  print(number, number .. "|", string.format("%q %.14g %.17g %a %g %s", number, number, number, number, number, number))
  local way = support.below(10)
  if way < 8 then
    local format = specification()
    local value = support.pick(values)()
    -- An address is something else each time.
    if format:sub(-1) == "p" and type(value) ~= "number" and type(value) ~= "boolean" then
      value = nil
    end
    support.case("format", string.format, format, value)
  else
    local format, arguments = {}, {}
    for i = 1, support.range(1, 4) do
      format[i] = support.string(0, 3, "ab%%") .. specification():gsub("p$", "s")
      arguments[i] = support.pick(values)()
    end
    support.case("format", string.format, table.concat(format), table.unpack(arguments, 1, support.range(0, 5)))
  end
  support.case("tostring", tostring, support.float())
  support.case("%q", string.format, "%q", support.pick(values)())
end
