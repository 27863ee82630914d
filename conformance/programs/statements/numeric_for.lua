-- The numeric `for`: integer and float loops, limits that are clipped, no overflow at the ends.
--[==[ expects
[1 2 3 4 5]
[]
[5 3 1]
[1]
[]
[1.0 1.5 2.0]
[1.0 2.0 3.0]
[1 2 3]
[]
[0.1 0.2 0.3]
[9223372036854775805 9223372036854775806 9223372036854775807]
[-9223372036854775806 -9223372036854775807 -9223372036854775808]
[9223372036854775807]
[1 2 3 4 5 6 ...]
[-1 -2 -3 -4 -5 -6 ...]
[-9223372036854775808 -1 9223372036854775806]
[3]
[1 2 3 4 5 6 ...]
[1]
[-3 -2 -1]
[1.5 2.5 3.5]
[3 2]
[0]
[0]
[]
false	numeric_for.lua:59: 'for' step is zero
false	numeric_for.lua:60: 'for' step is zero
true
true
false	numeric_for.lua:63: bad 'for' step (number expected, got table)
false	numeric_for.lua:64: bad 'for' initial value (number expected, got nil)
false	numeric_for.lua:65: bad 'for' limit (number expected, got table)
1:10 2:20 3:30 
1 2 3 10
9 4 6 1 2 3 
integer integer integer integer integer integer float float float float 
far	-9223372036854775808
far	-1
back	9223372036854775807
back	-1
]==]
local function run(a, b, c)
  local out = {}
  for i = a, b, c or 1 do
    out[#out + 1] = tostring(i)
    if #out >= 6 then out[#out + 1] = "..."; break end
  end
  print("[" .. table.concat(out, " ") .. "]")
end
run(1, 5) run(5, 1) run(5, 1, -2) run(1, 1) run(1, 0)
run(1, 2, 0.5) run(1.0, 3) run(1, 3.9) run(1, -math.huge) run(0.1, 0.35, 0.1)
run(math.maxinteger - 2, math.maxinteger) run(math.mininteger + 2, math.mininteger, -1)
run(math.maxinteger, math.maxinteger + 1.0) run(1, math.huge) run(-1, -math.huge, -1)
run(math.mininteger, math.maxinteger, math.maxinteger) run(3, 1, math.mininteger)
run(1, 2 ^ 70) run(1, 3, math.maxinteger) run(-3, -1) run(1.5, 4) run(3, 1.5, -1)
run(0, 0.9) run(0, -0.9, -1) run(1, 0 / 0)
print(pcall(function() for i = 1, 10, 0 do end end))
print(pcall(function() for i = 1.0, 10, 0 do end end))
print(pcall(function() for i = "1", 10 do end end))
print(pcall(function() for i = 1, "10" do end end))
print(pcall(function() for i = 1, 10, {} do end end))
print(pcall(function() for i = nil, 10 do end end))
print(pcall(function() for i = 1.5, {} do end end))
for i = 1, 3 do local j = i; i = i * 10; io.write(j, ":", i, " ") end print()
local limit = 3
for i = 1, limit do limit = 10; io.write(i, " ") end print(limit)
for i = 3, 1, -1 do for j = i, 3 do io.write(i * j, " ") end end print()
for i = 1, 3 do local t = math.type(i); io.write(t, " ") end
for i = 1, 3.0 do local t = math.type(i); io.write(t, " ") end
for i = 1.0, 2 do local t = math.type(i); io.write(t, " ") end
for i = 1, 2, 1.0 do local t = math.type(i); io.write(t, " ") end print()

-- Bounds that are constants, as far apart as integers can be.
for i = 0, -9223372036854775807 - 1 do print("never", i) end
for i = -9223372036854775807 - 1, 0, 9223372036854775807 do print("far", i) end
for i = 9223372036854775807, -9223372036854775807 - 1, -9223372036854775807 - 1 do print("back", i) end
