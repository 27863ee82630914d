-- Random patterns, malformed ones too, on random subjects: find, match, gmatch and gsub.
-- cases: 1000
local support = require "support"

local items = {
  "a", "b", "c", ".", "%a", "%d", "%s", "%w", "%p", "%l", "%u", "%x", "%c", "%g", "%A", "%W", "%D", "[abc]", "[^ab]", "[a-c]", "[%a_]", "[^%s]",
  "[]]", "[^]]", "[a-]", "[-a]", "[%]]", "[a%-c]", "[%w-z]", "[\0-\x1f]", "[\x80-\xff]", "%.", "%%", "%[", "(", ")", "()", "%1", "%2", "%b()", "%bxx",
  "%f[%w]", "%f[^a]", "%f[\0]", " ", "1", "x", "-", "\0", "\xe9", "^", "$",
}
local malformed = { "[", "[a", "[^", "[]", "%", "%b", "%b(", "%f", "%fa", "%9", "%0", "[%", "[a-", "(", ")", "%b", "[a-%", "[[:alpha:]]" }
local repetitions = { "", "", "", "*", "+", "-", "?", "*", "-" }

local function pattern()
  local parts = {}
  for i = 1, support.range(0, 6) do
    parts[i] = support.pick(items) .. support.pick(repetitions)
  end
  local text = table.concat(parts)
  if support.chance(15) then
    text = text .. support.pick(malformed)
  end
  if support.chance(40) then
    -- A capture around a piece of it.
    local at = support.range(1, #text + 1)
    local to = support.range(at, #text + 1)
    text = text:sub(1, at - 1) .. "(" .. text:sub(at, to - 1) .. ")" .. text:sub(to)
  end
  if support.chance(20) then text = "^" .. text end
  if support.chance(20) then text = text .. "$" end
  return text
end

local function subject()
  return support.string(0, 14, support.pick { "abc", "abc123 x_-.", "()ab", "a b\0\xe9\xff[]%", "aaab", "xAbC9 ;" })
end

local function matches(text, form, init)
  local found = {}
  for a, b in string.gmatch(text, form, init) do
    found[#found + 1] = a
    found[#found + 1] = b
    if #found > 30 then break end
  end
  return table.unpack(found)
end

local replacements = {
  function() return "" end,
  function() return "<%0>" end,
  function() return "%1" end,
  function() return "%2%1" end,
  function() return "%" end,
  function() return "%x" end,
  function() return "%%" end,
  function() return 12 end,
  function() return { a = "A", b = true, c = false, [""] = "empty", ["1"] = 1, ab = {} } end,
  function() return function(x, y) return y or x end end,
  function() return function(x) return x == "a" and "<a>" end end,
  function() return function(x) if x == "b" then return {} end end end,
  function() return function(...) return select("#", ...) end end,
}

for _ = 1, support.cases do
  local text, form = subject(), pattern()
  local init = support.pick { nil, 1, 2, 0, -1, -3, 5, 100, -100 }
  support.case("find", string.find, text, form, init)
  support.case("match", string.match, text, form, init)
  support.case("gmatch", matches, text, form, init)
  support.case("gsub", string.gsub, text, form, support.pick(replacements)(), support.pick { nil, 1, 2, 0, -1, 100 })
  if support.chance(10) then
    support.case("plain", string.find, text, form, init, true)
  end
end
