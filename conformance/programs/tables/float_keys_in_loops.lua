-- A key that is a float, in a loop that has a usual way without calls.
--[==[ expects
32.5	32.5	7.5
6.5	13.0	10.5
false	float_keys_in_loops.lua:11: attempt to perform arithmetic on a nil value (field '?')
]==]
local function sums(a, n, x)
  local sum = 0
  for i = 1, n do
    local k = x + i
    sum = sum + a[k]
  end
  return sum
end
local a = {}
for i = 1, 20 do a[i] = i * 0.5 end
print(sums(a, 10, 1.0), sums(a, 10, 1), sums(a, 5, 0.0))
local function mirrored(n)
  local a, sum = {}, 0
  for i = 1, n do a[i] = i * 0.5 end
  for i = 1, 4 do
    a[i] = i
    local d = n - i
    sum = sum + a[d + 1]
  end
  return sum
end
print(mirrored(4.0), mirrored(8), mirrored(6.0))
print(pcall(sums, a, 3, 0.5))
