-- Names and labels that printed code has of its own, and many returns.
--[==[ expects
true	end
true	1
true	2
true	3
true	4
false	names_of_ours.lua:37: attempt to perform arithmetic on a nil value
11
1	5
1	10
2	20
3	30
1	10
2	20
3	30
x	5
done
1	1
2	2
3	3
4	4
1	1	6
2	2	6
3	3	6
4	4	6
6	6	0
nil
22	8
]==]
local function f(x)
  local Unwind, Abrupt, Leave, point, r = 1, 2, 3, 4, 5
  if x == 1 then goto Unwind end
  if x == 2 then goto Abrupt end
  if x == 3 then goto Leave end
  if x == 4 then return point end
  if x == 5 then return r + nil end
  do return "end" end
  ::Unwind:: do return Unwind end
  ::Abrupt:: do return Abrupt end
  ::Leave:: return Leave
end
for i = 0, 5 do print(pcall(f, i)) end

-- Loops that step within arrays: variables named as a discard, values that are not used, tables that change, bodies that yield.
local function f(t) local _ = 5 for k in pairs(t) do _ = _ + k end for _, v in ipairs(t) do for k, _ in pairs(t) do v = v + k end end return _ end
print(f{1,2,3})
local _, x = 1, 2
for k in pairs{10,20} do x = x + k end
print(_, x)
local co = coroutine.wrap(function(t)
  for i, v in ipairs(t) do coroutine.yield(i, v) end
  for k, v in pairs(t) do coroutine.yield(k, v) end
  return "done"
end)
for _ = 1, 8 do print(co({ 10, 20, 30, x = 5 })) end
local list = { 1, 2, 3, 4, 5, 6 }
for i, v in ipairs(list) do
  if i == 2 then list[5] = nil end
  print(i, v)
end
for k, v in pairs(list) do
  list[k] = nil
  print(k, v, #list)
end
print(next(list))
local grown = { 1, 2, 3 }
for i, v in ipairs(grown) do
  if i < 20 then grown[#grown + 1] = v + 1 end
end
print(#grown, grown[#grown])
