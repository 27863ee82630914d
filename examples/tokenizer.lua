-- A tokenizer for Lua, written in Lua. It reads the file given, or a sample.
-- Run it with: flua run examples/tokenizer.lua [file]

local KEYWORDS = {}
for word in ([[and break do else elseif end false for function goto if in
  local nil not or repeat return then true until while]]):gmatch("%a+") do
  KEYWORDS[word] = true
end

-- The longest first, so that `...` is not read as `..` and `.`.
local SYMBOLS = {
  "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..",
  "+", "-", "*", "/", "%", "^", "#", "&", "~", "|", "<", ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
}

local ESCAPES = { a = "\a", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", v = "\v", ["\\"] = "\\", ['"'] = '"', ["'"] = "'", ["\n"] = "\n" }

-- Gives an iterator over the tokens of a text: kind, value, line.
local function tokens(text, name)
  local position, line = 1, 1

  local function fail(message)
    error(("%s:%d: %s"):format(name, line, message), 0)
  end

  local function count_lines(piece)
    line = line + select(2, piece:gsub("\n", "\n"))
  end

  local function long_bracket(start)
    local level = text:match("^%[(=*)%[", start)
    if not level then return nil end
    local close = "]" .. level .. "]"
    local first = start + #level + 2
    local last, after = text:find(close, first, true)
    if not last then fail "unfinished long string" end
    local body = text:sub(first, last - 1)
    count_lines(body)
    return body:gsub("^\n", "", 1), after + 1
  end

  local function quoted(quote)
    local pieces, start = {}, position + 1
    while true do
      local plain, stop = text:match("^([^\\\n" .. quote .. "]*)()", start)
      pieces[#pieces + 1] = plain
      local letter = text:sub(stop, stop)
      if letter == quote then
        position = stop + 1
        return table.concat(pieces)
      elseif letter ~= "\\" then
        fail "unfinished string"
      end
      local digits = text:match("^%d%d?%d?", stop + 1)
      local hex = text:match("^x(%x%x)", stop + 1)
      local code = text:match("^u{(%x+)}", stop + 1)
      if digits then
        pieces[#pieces + 1] = string.char(tonumber(digits))
        start = stop + 1 + #digits
      elseif hex then
        pieces[#pieces + 1] = string.char(tonumber(hex, 16))
        start = stop + 4
      elseif code then
        pieces[#pieces + 1] = utf8.char(tonumber(code, 16))
        start = stop + 4 + #code
      elseif text:sub(stop + 1, stop + 1) == "z" then
        start = text:match("^%s*()", stop + 2)
      else
        letter = text:sub(stop + 1, stop + 1)
        pieces[#pieces + 1] = ESCAPES[letter] or fail("invalid escape sequence '\\" .. letter .. "'")
        start = stop + 2
      end
    end
  end

  local function skip()
    while true do
      local space = text:match("^%s+", position)
      if space then
        count_lines(space)
        position = position + #space
      elseif text:sub(position, position + 1) == "--" then
        local body, after = long_bracket(position + 2)
        position = body and after or text:match("^[^\n]*()", position)
      else
        return
      end
    end
  end

  return function()
    skip()
    if position > #text then return nil end
    local at = line
    local name_, after = text:match("^([%a_][%w_]*)()", position)
    if name_ then
      position = after
      return KEYWORDS[name_] and "keyword" or "name", name_, at
    end
    local number = text:match("^0[xX][%x.]+[pP][+-]?%d+", position) or text:match("^0[xX][%x.]+", position)
      or text:match("^%.?%d[%d.]*[eE][+-]?%d+", position) or text:match("^%.?%d[%d.]*", position)
    if number then
      position = position + #number
      return "number", tonumber(number) or fail("malformed number near '" .. number .. "'"), at
    end
    local letter = text:sub(position, position)
    if letter == '"' or letter == "'" then return "string", quoted(letter), at end
    local body, stop = long_bracket(position)
    if body then
      position = stop
      return "string", body, at
    end
    for _, symbol in ipairs(SYMBOLS) do
      if text:sub(position, position + #symbol - 1) == symbol then
        position = position + #symbol
        return "symbol", symbol, at
      end
    end
    fail("unexpected '" .. letter .. "'")
  end
end

local SAMPLE = [==[
-- A sample with something of everything.
local function hello(name, ...)
  local n <const> = 0x1F + 3.5e-2 // .5
  if n >= 1 and not nil then
    print("Hello,\t\"" .. name .. '"\z
           !', [[long
string]], ...)
  end
  goto done --[[ a comment
  over lines ]] ::done::
end
hello("\u{4C}\x75\97", 1 << 3 ~= 8)
]==]

local text, name = SAMPLE, "sample"
if arg and arg[1] then
  name = arg[1]
  local file = assert(io.open(name))
  text = file:read("a")
  file:close()
end

local counts, last_line = {}, 0
for kind, value, line in tokens(text, name) do
  counts[kind] = (counts[kind] or 0) + 1
  if line ~= last_line then
    io.write(last_line > 0 and "\n" or "", ("%3d "):format(line))
    last_line = line
  end
  io.write(" ", kind == "string" and ("%q"):format(value):gsub("\n", "n") or tostring(value))
end
print()
for _, kind in ipairs { "keyword", "name", "number", "string", "symbol" } do
  print(("%-8s %d"):format(kind, counts[kind] or 0))
end
for _, wrong in ipairs { 'x = "open', "a = 3..4", "[==[ never", "x = $", "'\\k'" } do
  print(pcall(function() for _ in tokens(wrong, "wrong") do end end))
end
