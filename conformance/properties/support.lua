-- What the programs of this folder share: a source of random numbers that is the same everywhere, and the showing of values.
local support = {}

local state = 0
local digest, count = 0, 0

-- Starts the sequence with a seed (splitmix64).
function support.seed(seed)
  state = seed * 0x9e3779b97f4a7c15 ~ 0x5851f42d4c957f2d
end

function support.next()
  state = state + 0x9e3779b97f4a7c15
  local bits = state
  bits = (bits ~ (bits >> 30)) * 0xbf58476d1ce4e5b9
  bits = (bits ~ (bits >> 27)) * 0x94d049bb133111eb
  return bits ~ (bits >> 31)
end

-- A number from 0 to limit - 1.
function support.below(limit)
  return (support.next() >> 1) % limit
end

-- A number from low to high.
function support.range(low, high)
  return low + support.below(high - low + 1)
end

function support.chance(percent)
  return support.below(100) < percent
end

function support.pick(list)
  return list[support.below(#list) + 1]
end

-- A number of values of a generator.
function support.many(low, high, generate)
  local list = {}
  for i = 1, support.range(low, high) do
    list[i] = generate(i)
  end
  return list
end

local function escape(character)
  return string.format("\\x%02x", character:byte())
end

local function show(value, depth)
  local kind = math.type(value) or type(value)
  if kind == "string" then
    if #value > 300 then
      return string.format("<%d bytes> %s ... %s", #value, show(value:sub(1, 20)), show(value:sub(-20)))
    end
    return '"' .. value:gsub("[%c\128-\255\"\\]", escape) .. '"'
  elseif kind == "float" then
    if value ~= value then
      return "nan"
    end
    return string.format("%.17g", value) .. (value == math.floor(value) and "f" or "")
  elseif kind == "table" and depth > 0 then
    local items = {}
    for i = 1, math.min(rawlen(value), 20) do
      items[i] = show(rawget(value, i), depth - 1)
    end
    local fields = {}
    for k, v in next, value do
      if math.type(k) ~= "integer" or k < 1 or k > rawlen(value) then
        fields[#fields + 1] = show(k, 0) .. "=" .. show(v, depth - 1)
      end
    end
    table.sort(fields)
    return "{" .. table.concat(items, ",") .. ";" .. table.concat(fields, ",") .. "}"
  elseif kind == "userdata" then
    return io.type(value) or "userdata"
  elseif kind == "table" or kind == "function" or kind == "thread" then
    return kind
  end
  return tostring(value)
end

-- A value as a text without addresses.
function support.show(value)
  return show(value, 2)
end

-- Values as a text. An address in a message is left out; and one function has two names, of which the reference finds any.
function support.list(...)
  local texts = table.pack(...)
  for i = 1, texts.n do
    if type(texts[i]) == "string" then
      texts[i] = texts[i]:gsub("(%a:? %(?)0x%x+", "%1ADDRESS"):gsub("math%.atan2", "math.atan")
    end
    texts[i] = support.show(texts[i])
  end
  return table.concat(texts, ", ")
end

-- Calls a function and prints its name, its arguments and what came of it.
function support.case(name, f, ...)
  local arguments = support.list(...)
  print(name .. "(" .. arguments .. ") -> " .. support.list(pcall(f, ...)))
end

-- Integers and floats at the edges of what there is.
support.integers = {
  0, 1, -1, 2, 3, 5, 7, 8, 9, 10, 16, 31, 32, 33, 63, 64, 65, 100, 127, 128, 255, 256, -2, -3, -10, -63, -64, -65, -128,
  0x7fffffff, 0x80000000, 0xffffffff, 1 << 53, (1 << 53) + 1, -(1 << 53) - 1, 1 << 62, math.maxinteger, math.maxinteger - 1,
  math.mininteger, math.mininteger + 1,
}
support.floats = {
  0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, -1.5, 2.0, 2.5, 3.0, 0.1, 1 / 3, 10.0, 100.0, 1e15, 1e16, 1e17, 123456.789, 1e100, -1e300,
  2.0 ^ 31, 2.0 ^ 32, 2.0 ^ 53, 2.0 ^ 53 + 2, 2.0 ^ 62, 2.0 ^ 63, -2.0 ^ 63, 2.0 ^ 64, 1e-7, 1e-5, 1e-4, 5e-324, 2.2250738585072014e-308,
  1.7976931348623157e308, math.pi, math.huge, -math.huge, 0 / 0, 9.999999999999999e22, 123456789012345.6, 0.1 + 0.2,
}

function support.integer()
  local way = support.below(4)
  if way == 0 then
    return support.pick(support.integers)
  elseif way == 1 then
    return support.range(-20, 20)
  elseif way == 2 then
    return support.next()
  end
  return support.next() >> support.below(64)
end

function support.float()
  local way = support.below(5)
  if way == 0 then
    return support.pick(support.floats)
  elseif way == 1 then
    return support.range(-1000, 1000) / support.pick({ 1, 2, 4, 8, 10, 100, 3 })
  elseif way == 2 then
    return (string.unpack("<d", string.pack("<i8", support.next())))
  elseif way == 3 then
    return support.range(-99999, 99999) * 10.0 ^ support.range(-30, 30)
  end
  return support.integer() + 0.0
end

function support.number()
  if support.chance(50) then
    return support.integer()
  end
  return support.float()
end

-- A string of characters of an alphabet.
function support.string(low, high, alphabet)
  local bytes = support.many(low, high, function()
    local at = support.below(#alphabet) + 1
    return alphabet:sub(at, at)
  end)
  return table.concat(bytes)
end

-- The seed and the number of cases, from the command line.
support.seed(tonumber(arg and arg[1]) or 1)
support.cases = tonumber(arg and arg[2]) or 1000

return support
