-- A JSON library as many programs carry one: records are encoded, decoded again and counted.
bench_n = 100

local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }
local unescapes = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

local function escape_char(c)
  return escapes[c] or string.format("\\u%04x", c:byte())
end

local encode

local function encode_string(s)
  return '"' .. s:gsub('[%c"\\]', escape_char) .. '"'
end

local function is_array(t)
  return t[1] ~= nil or next(t) == nil
end

local function encode_table(t)
  local parts = {}
  if is_array(t) then
    for i, v in ipairs(t) do
      parts[i] = encode(v)
    end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  local keys = {}
  for k in pairs(t) do
    keys[#keys + 1] = k
  end
  table.sort(keys)
  for _, k in ipairs(keys) do
    parts[#parts + 1] = encode_string(k) .. ":" .. encode(t[k])
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

local encoders = {
  ["nil"] = function() return "null" end,
  boolean = tostring,
  number = function(v) return string.format("%.14g", v) end,
  string = encode_string,
  table = encode_table,
}

function encode(v)
  local encoder = encoders[type(v)]
  if not encoder then
    error("cannot encode a " .. type(v))
  end
  return encoder(v)
end

local decode_value

local function fail(s, pos, message)
  error(string.format("%s at position %d near %q", message, pos, s:sub(pos, pos + 10)))
end

local function skip_space(s, pos)
  return s:find("[^ \t\r\n]", pos) or #s + 1
end

local function decode_string(s, pos)
  local parts = {}
  pos = pos + 1
  while true do
    local stop = s:find('["\\]', pos)
    if not stop then
      fail(s, pos, "unfinished string")
    end
    parts[#parts + 1] = s:sub(pos, stop - 1)
    if s:sub(stop, stop) == '"' then
      return table.concat(parts), stop + 1
    end
    local c = s:sub(stop + 1, stop + 1)
    if c == "u" then
      parts[#parts + 1] = string.char(tonumber(s:sub(stop + 2, stop + 5), 16) % 256)
      pos = stop + 6
    else
      parts[#parts + 1] = unescapes[c] or fail(s, stop, "bad escape")
      pos = stop + 2
    end
  end
end

local function decode_number(s, pos)
  local text = s:match("^-?%d+%.?%d*[eE]?[+-]?%d*", pos)
  local value = tonumber(text)
  if not value then
    fail(s, pos, "bad number")
  end
  return value, pos + #text
end

local function decode_array(s, pos)
  local result, n = {}, 0
  pos = skip_space(s, pos + 1)
  if s:sub(pos, pos) == "]" then
    return result, pos + 1
  end
  while true do
    n = n + 1
    result[n], pos = decode_value(s, pos)
    pos = skip_space(s, pos)
    local c = s:sub(pos, pos)
    if c == "]" then
      return result, pos + 1
    elseif c ~= "," then
      fail(s, pos, "expected , or ]")
    end
    pos = pos + 1
  end
end

local function decode_object(s, pos)
  local result = {}
  pos = skip_space(s, pos + 1)
  if s:sub(pos, pos) == "}" then
    return result, pos + 1
  end
  while true do
    pos = skip_space(s, pos)
    local key
    key, pos = decode_string(s, pos)
    pos = skip_space(s, pos)
    if s:sub(pos, pos) ~= ":" then
      fail(s, pos, "expected :")
    end
    result[key], pos = decode_value(s, pos + 1)
    pos = skip_space(s, pos)
    local c = s:sub(pos, pos)
    if c == "}" then
      return result, pos + 1
    elseif c ~= "," then
      fail(s, pos, "expected , or }")
    end
    pos = pos + 1
  end
end

local literals = { { "true", true }, { "false", false }, { "null", nil } }

function decode_value(s, pos)
  pos = skip_space(s, pos)
  local c = s:sub(pos, pos)
  if c == "{" then
    return decode_object(s, pos)
  elseif c == "[" then
    return decode_array(s, pos)
  elseif c == '"' then
    return decode_string(s, pos)
  elseif c:find("[%d-]") then
    return decode_number(s, pos)
  end
  for _, literal in ipairs(literals) do
    local name = literal[1]
    if s:sub(pos, pos + #name - 1) == name then
      return literal[2], pos + #name
    end
  end
  fail(s, pos, "unexpected character")
end

local function decode(s)
  local value, pos = decode_value(s, 1)
  if skip_space(s, pos) <= #s then
    fail(s, pos, "trailing text")
  end
  return value
end

local function make_record(i)
  return {
    id = i,
    name = "user " .. i,
    email = "user" .. i .. "@example.com",
    active = i % 3 ~= 0,
    score = i * 1.25,
    tags = { "alpha", "beta\n" .. i, 'quoted "' .. i .. '"' },
    address = { street = i .. " Main Street", city = "Springfield", zip = 10000 + i },
  }
end

local function summary(records)
  local sum = 0
  for _, r in ipairs(records) do
    sum = sum + r.id + r.score + #r.name + #r.email + #r.tags[2] + #r.tags[3] + r.address.zip
    if r.active then
      sum = sum + 1
    end
  end
  return sum
end

function run_iter(n)
  local total = 0
  for round = 1, n do
    local records = {}
    for i = 1, 40 do
      records[i] = make_record(round * 100 + i)
    end
    local text = encode(records)
    local copy = decode(text)
    total = total + #text + summary(copy)
  end
  return total
end
