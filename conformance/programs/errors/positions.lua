-- Positions in messages: the line of the operation that failed, in statements over many lines.
--[==[ expects
2
5
10
16
21
29
32
39
43
48
55
60
62
]==]
local function where(f) return (select(2, pcall(f)):match("^[^:]+:(%d+):")) end
local base = tonumber(where(function() error("x") end))
local function relative(f) return tonumber(where(f)) - base end
print(relative(function() error("same line") end))
print(relative(function()
  local x = 1
  error("two below")
end))
print(relative(function()
  local t = {
    a = 1,
    b = nil + 1,
    c = 3,
  }
end))
print(relative(function()
  local x = 1 +
    2 +
    nil
end))
print(relative(function()
  return undefined
    .field
    .other
end))
print(relative(function()
  print(
    1,
    2,
    undefined.x
  )
end))
print(relative(function()
  undefined(
    1,
    2
  )
end))
print(relative(function()
  local s = "a" ..
    "b" ..
    {}
end))
print(relative(function() for i = 1,
    {} do
  end
end))
print(relative(function()
  if 1 < 2
    and {} < 1 then
  end
end))
print(relative(function()
  local t = {}
  t
    .x
    .y = 5
end))
print(relative(function()
  local obj = {}
  obj
    :method()
end))
print(relative(function() return -
  {} end))
