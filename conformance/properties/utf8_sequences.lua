-- The library `utf8` on valid, overlong, surrogate, truncated and random bytes.
-- cases: 1000
local support = require "support"

local pieces = {
  "a", "z", "\0", "é", "ß", "€", "日", "𝄞", "\u{10FFFF}", "\u{110000}", "\u{7FFFFFFF}", "\u{200000}", "\u{4000000}", "\xED\xA0\x80", "\xC0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80",
  "\x80", "\xBF", "\xC3", "\xE2\x82", "\xF0\x9D", "\xFE", "\xFF", "\u{D7FF}", "\u{E000}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}",
}

local function text()
  if support.chance(20) then
    return support.string(0, 6, "\x00\x7f\x80\xbf\xc2\xe0\xed\xf0\xf4\xf5\xfc\xfd\xfea")
  end
  return table.concat(support.many(0, 6, function()
    return support.chance(75) and support.pick { "a", "é", "€", "𝄞", "b" } or support.pick(pieces)
  end))
end

local function place()
  return support.pick { nil, 1, 2, 3, 0, -1, -2, 4, 5, 8, 20, -20, "2", 1.0, 1.5, "x" }
end

local function codes(s, lax)
  local found = {}
  for position, code in utf8.codes(s, lax) do
    found[#found + 1] = position .. ":" .. code
  end
  return table.concat(found, " ")
end

for _ = 1, support.cases do
  local s = text()
  local lax = support.pick { nil, true, false, 1 }
  local i, j = place(), place()
  support.case("len", utf8.len, s, i, j, lax)
  support.case("codepoint", utf8.codepoint, s, i, j, lax)
  support.case("offset", utf8.offset, s, place(), i)
  support.case("offset", utf8.offset, s, support.range(-4, 4), support.pick { nil, 1, 2, 3, 4 })
  support.case("codes", codes, s, lax)
  support.case("char", utf8.char, table.unpack(support.many(0, 4, function()
    return support.chance(70) and support.next() >> support.range(33, 63) or support.pick { -1, 1 << 31, (1 << 31) - 1, "65", 66.0, 1.5, 0x10ffff, 0xd800 }
  end)))
  support.case("gmatch", function() local n = 0 for _ in s:gmatch(utf8.charpattern) do n = n + 1 end return n end)
end
