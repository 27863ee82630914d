-- `goto`: continue, nested breaks, backward jumps, labels with the same name in different blocks.
--[==[ expects
1 3 5 
1 2 3 2 out
5
k1 k3 
13
AAA	
]==]
for i = 1, 6 do
  if i % 2 == 0 then goto continue end
  io.write(i, " ")
  ::continue::
end
print()
for i = 1, 3 do
  for j = 1, 3 do
    if i * j == 4 then goto out end
    io.write(i * j, " ")
  end
end
::out:: print("out")
do
  local n = 0
  ::again::
  n = n + 1
  if n < 5 then goto again end
  print(n)
end
do
  goto forward
  print("skipped")
  ::forward:: ; ;
end
do ::same:: end
do ::same:: end
local i = 1
::loop::
if i <= 3 then
  local k = i
  i = i + 1
  if k == 2 then goto loop end
  io.write("k", k, " ")
  goto loop
end
print()
while true do
  do goto finished end
end
::finished::
repeat
  local x = i
  if x > 10 then goto done end
  i = i + 3
until false
::done:: print(i)
local function state_machine(input)
  local pos, out = 1, {}
  ::start::
  do
    local ch = input:sub(pos, pos); pos = pos + 1
    if ch == "" then goto finish elseif ch == "a" then goto seen_a else goto start end
  end
  ::seen_a::
  out[#out + 1] = "A"
  goto start
  ::finish::
  return table.concat(out)
end
print(state_machine("banana"), state_machine("xyz"))
