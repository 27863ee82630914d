-- `string.pack`, `unpack` and `packsize` with random formats and values.
-- cases: 1000
local support = require "support"

local options = {
  "b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "f", "d", "n", "s", "z", "x", "X", "<", ">", "=", "!", " ", "i1", "i2", "i3", "i4", "i7", "i8",
  "i9", "i16", "I1", "I3", "I8", "I12", "I16", "s1", "s2", "s4", "s8", "c0", "c1", "c5", "c10", "!1", "!2", "!4", "!8", "!16", "Xi4", "Xd", "Xh", "Xj",
}
local odd = { "i17", "i0", "c", "!17", "!3", "Xx", "Xz", "X", "y", "s17", "i99999999999", "X<", "Xi3", "!0" }

local function format()
  local parts = support.many(0, 5, function()
    return support.chance(95) and support.pick(options) or support.pick(odd)
  end)
  return (support.chance(40) and support.pick { "<", ">", "!", "<!4", ">!8", "!2" } or "") .. table.concat(parts)
end

local function value()
  local way = support.below(10)
  if way < 5 then
    return support.chance(60) and support.range(-130, 300) or support.integer()
  elseif way < 7 then
    return support.float()
  elseif way < 9 then
    return support.string(0, 8, "ab\0\xffz")
  end
  return support.pick { nil, true, "12", "1.5", {} }
end

for _ = 1, support.cases do
  local form = format()
  local values = support.many(5, 5, value)
  support.case("packsize", string.packsize, form)
  support.case("pack", string.pack, form, table.unpack(values, 1, 5))
  local packed, text = pcall(string.pack, form, 1, 2, 3, 4, 5)
  if packed then
    support.case("unpack", string.unpack, form, text)
  end
  packed, text = pcall(string.pack, form, table.unpack(values, 1, 5))
  if packed then
    support.case("unpack", string.unpack, form, text)
    support.case("unpack", string.unpack, format(), text, support.pick { nil, 1, 2, -1, -3, 0, 5, 100, -100 })
  end
  support.case("unpack", string.unpack, form, support.string(0, 40, "\0\1\2\x7f\x80\xff\xfe\xf0a"), support.pick { nil, 1, 2, 3, -4 })
end
