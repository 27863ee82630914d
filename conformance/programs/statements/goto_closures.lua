-- A backward `goto` out of a block makes new locals; closures keep the old ones.
--[==[ expects
1	2	11	21
10 11 end1 20 21 30 31 end3 
nil	set
4
]==]
local fs = {}
local n = 0
::top::
do
  local x = n
  fs[#fs + 1] = function() x = x + 1; return x end
  n = n + 10
  if n < 30 then goto top end
end
print(fs[1](), fs[1](), fs[2](), fs[3]())
local gs = {}
for i = 1, 3 do
  local j = 0
  ::inner::
  local v = i * 10 + j
  gs[#gs + 1] = function() return v end
  j = j + 1
  if j < 2 then goto inner end
  if i == 2 then goto skip end
  gs[#gs + 1] = function() return "end" .. i end
  ::skip::
end
for _, g in ipairs(gs) do io.write(tostring(g()), " ") end
print()
do
  local k = 0
  local first
  ::a::
  local y
  if first then print(y, first()) else y = "set"; first = function() return y end; goto a end
end
local function f()
  local i = 1
  ::l1:: ::l2::
  if i > 3 then goto l3 end
  i = i + 1
  goto l1
  ::l3::
  return i
end
print(f())
