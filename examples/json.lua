-- A JSON parser and printer.
-- Run it with: flua run examples/json.lua

local json = {}

-- The value of JSON's null: a table may hold it, as it may not hold nil.
json.null = setmetatable({}, { __tostring = function() return "null" end })

local ESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

---------------------------------------------------------------- parsing

local Parser = {}
Parser.__index = Parser

function Parser:fail(message)
  local line, last = 1, 0
  for position in self.text:sub(1, self.position - 1):gmatch("()\n") do
    line, last = line + 1, position
  end
  error(("%d:%d: %s"):format(line, self.position - last, message), 0)
end

function Parser:skip() self.position = self.text:match("^[ \t\r\n]*()", self.position) end

function Parser:accept(literal)
  if self.text:sub(self.position, self.position + #literal - 1) ~= literal then return false end
  self.position = self.position + #literal
  return true
end

function Parser:expect(literal)
  self:skip()
  if not self:accept(literal) then self:fail("'" .. literal .. "' expected") end
end

function Parser:string()
  local pieces = {}
  self:expect '"'
  while true do
    local plain, position = self.text:match('^([^"\\%c]*)()', self.position)
    pieces[#pieces + 1] = plain
    self.position = position
    if self:accept '"' then return table.concat(pieces) end
    if not self:accept "\\" then self:fail "unfinished string" end
    local hex = self.text:match("^u(%x%x%x%x)", self.position)
    if hex then
      local code = tonumber(hex, 16)
      self.position = self.position + 5
      -- A pair of surrogates is one character.
      local low = code >= 0xD800 and code < 0xDC00 and self.text:match("^\\u([Dd][C-Fc-f]%x%x)", self.position)
      if low then
        code = 0x10000 + ((code - 0xD800) << 10) + tonumber(low, 16) - 0xDC00
        self.position = self.position + 6
      end
      pieces[#pieces + 1] = utf8.char(code)
    else
      local letter = self.text:sub(self.position, self.position)
      pieces[#pieces + 1] = ESCAPES[letter] or self:fail("invalid escape")
      self.position = self.position + 1
    end
  end
end

function Parser:number()
  local text = self.text:match("^-?%d+%.?%d*[eE]?[+-]?%d*", self.position)
  local value = text and tonumber(text)
  if not value then self:fail "value expected" end
  self.position = self.position + #text
  return value
end

function Parser:array()
  local array = {}
  self:expect "["
  self:skip()
  if self:accept "]" then return array end
  repeat
    array[#array + 1] = self:value()
    self:skip()
  until not self:accept ","
  self:expect "]"
  return array
end

function Parser:object()
  local object = {}
  self:expect "{"
  self:skip()
  if self:accept "}" then return object end
  repeat
    self:skip()
    local key = self:string()
    self:expect ":"
    object[key] = self:value()
    self:skip()
  until not self:accept ","
  self:expect "}"
  return object
end

function Parser:value()
  self:skip()
  local first = self.text:sub(self.position, self.position)
  if first == "{" then return self:object()
  elseif first == "[" then return self:array()
  elseif first == '"' then return self:string()
  elseif self:accept "true" then return true
  elseif self:accept "false" then return false
  elseif self:accept "null" then return json.null
  end
  return self:number()
end

function json.parse(text)
  local parser = setmetatable({ text = text, position = 1 }, Parser)
  local value = parser:value()
  parser:skip()
  if parser.position <= #text then parser:fail "end expected" end
  return value
end

---------------------------------------------------------------- printing

local NAMES = {}
for letter, byte in pairs(ESCAPES) do
  if letter ~= "/" then NAMES[byte] = "\\" .. letter end
end

local function quoted(text)
  return '"' .. text:gsub('[%c"\\]', function(c) return NAMES[c] or ("\\u%04x"):format(c:byte()) end) .. '"'
end

local function sorted_keys(object)
  local keys = {}
  for key in pairs(object) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

function json.format(value, margin)
  margin = margin or ""
  if type(value) == "string" then return quoted(value) end
  if type(value) ~= "table" or value == json.null then return tostring(value) end
  local lines, inner = {}, margin .. "  "
  if value[1] ~= nil then
    for i, item in ipairs(value) do lines[i] = inner .. json.format(item, inner) end
    return "[\n" .. table.concat(lines, ",\n") .. "\n" .. margin .. "]"
  end
  for i, key in ipairs(sorted_keys(value)) do
    lines[i] = inner .. quoted(key) .. ": " .. json.format(value[key], inner)
  end
  return #lines == 0 and "{}" or "{\n" .. table.concat(lines, ",\n") .. "\n" .. margin .. "}"
end

---------------------------------------------------------------- an example

local document = [=[
{
  "title": "Programming in Lua", "year": 2016, "price": 3.5e1,
  "tags": ["language", "scripting", "embed\tdable"],
  "author": { "name": "Roberto", "city": "Rio de Janeiro", "alias": null },
  "unicode": "caf\u00e9 \ud83d\ude00 \"quoted\"",
  "in print": true, "matrix": [[1, 2], [3, 4]]
}]=]

local book = json.parse(document)
print(book.title, book.year, book.price, #book.tags, book.author.alias, book.matrix[2][1])
print(json.format(book))
print("round trip:", json.format(json.parse(json.format(book))) == json.format(book))

for _, wrong in ipairs { "", "[1, 2", '{"a" 1}', '{"a": tru}', '"no end', '"\\q"', "[1 2]", "{}\n  x" } do
  print(select(2, pcall(json.parse, wrong)))
end
