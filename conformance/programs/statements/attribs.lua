-- `<const>` and `<close>`: values fixed, and closed in reverse order on leaving the block.
--[==[ expects
10	n	5
body
close b	nil
close a	nil
close loop1	nil
close loop2	nil
close break1	nil
close break2	nil
close return	nil
value	2	3
close error	oops
false	oops
close goto0	nil
close goto1	nil
close goto2	nil
false	attribs.lua:58: variable 'x' got a non-closable value
false	attribs.lua:59: variable 'y' got a non-closable value
close inner	nil
close outer	nil
from inside
2
]==]
local limit <const> = 10
local name <const>, other = "n", 5
print(limit, name, other)
local function closer(label)
  return setmetatable({}, { __close = function(_, e) print("close " .. label, e) end })
end
do
  local a <close> = closer "a"
  local b <close> = closer "b"
  local nothing <close> = nil
  local no <close> = false
  print("body")
end
for i = 1, 2 do local c <close> = closer("loop" .. i) end
for i = 1, 3 do
  local c <close> = closer("break" .. i)
  if i == 2 then break end
end
local function returns()
  local r <close> = closer "return"
  return "value", 2, 3
end
print(returns())
print(pcall(function() local e <close> = closer "error"; error("oops", 0) end))
do
  local i = 0
  ::again::
  do
    local g <close> = closer("goto" .. i)
    i = i + 1
    if i < 3 then goto again end
  end
end
print(pcall(function() local x <close> = 42 end))
print(pcall(function() local y <close> = {} end))
local function nested()
  local a <close> = closer "outer"
  do
    local b <close> = closer "inner"
    return "from inside"
  end
end
print(nested())
local x <const> = { mutable = 1 }
x.mutable = 2
print(x.mutable)
