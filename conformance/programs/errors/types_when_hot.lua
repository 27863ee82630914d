-- What a message calls a value does not change when the code that says it has been optimised for other values.
--[==[ expects
types_when_hot.lua:9: attempt to compare string with number number float
types_when_hot.lua:10: attempt to compare string with number number float
types_when_hot.lua:11: attempt to perform arithmetic on a table value (local 'x') number float
types_when_hot.lua:12: attempt to concatenate a boolean value (local 'x') number float
types_when_hot.lua:13: attempt to call a number value (local 'x') nil nil
]==]
local function less(x, y) return x < y end
local function equal_or_less(x, y) return x <= y end
local function sum(x, y) return x + y end
local function joined(x, y) return x .. y end
local function call(x) return x() end

local warm = {{1.5, "a"}, {2, true}, {{}, 2}}
local operations = {less, equal_or_less, sum, joined, call}
local seen = {}

for _ = 1, 10 do
  for _ = 1, 1500 do
    for _, pair in ipairs(warm) do
      for i = 1, #operations do
        pcall(operations[i], pair[1], pair[2])
      end
    end
  end
  -- Time for what compiles in the background.
  local start = os.clock()
  while os.clock() < start + 0.02 do end
  for i, pair in ipairs{{"a", 1.5}, {"a", 1.5}, {{}, 1.5}, {true, 1.5}, {1.5}} do
    local _, message = pcall(operations[i], pair[1], pair[2])
    message = message .. " " .. type(pair[2]) .. " " .. tostring(math.type(pair[2]))
    if not seen[message] then
      seen[message] = true
      print(message)
    end
  end
end
