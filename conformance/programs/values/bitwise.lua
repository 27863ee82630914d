-- Bitwise operators: shifts of 64 and more, negative shifts, floats with exact integer values, and strings, which do not convert.
--[==[ expects
48	255	15	-1	-6	true
1	2	4611686018427387904	-9223372036854775808	0	0	0
-1	9223372036854775807	1	0	0
0	1	16	15	-16	0	0
1	9007199254740993	-1	4	4611686018427387904
13	3	7	6	32
false	bitwise.lua:26: number has no integer representation
false	bitwise.lua:27: attempt to perform bitwise operation on a string value (constant '1')
false	bitwise.lua:28: attempt to perform bitwise operation on a string value (local 's')
false	bitwise.lua:29: attempt to perform bitwise operation on a string value (constant 'abc')
false	bitwise.lua:30: number has no integer representation
false	bitwise.lua:31: attempt to perform bitwise operation on a table value
false	bitwise.lua:32: attempt to perform bitwise operation on a table value
false	bitwise.lua:33: number has no integer representation
false	bitwise.lua:34: number (field 'huge') has no integer representation
0	8	64	32
]==]
print(0xF0 & 0x3C, 0xF0 | 0x0F, 0xF0 ~ 0xFF, ~0, ~5, ~math.maxinteger == math.mininteger)
print(1 << 0, 1 << 1, 1 << 62, 1 << 63, 1 << 64, 1 << 65, 1 << math.maxinteger)
print(-1 >> 0, -1 >> 1, -1 >> 63, -1 >> 64, -1 >> 100)
print(1 << -1, 2 << -1, 1 >> -4, -1 << -60, -1 >> -4, 1 << math.mininteger, 1 >> math.mininteger)
print(3.0 & 1, 2 ^ 53 | 1, -2.0 ~ 1, 1 << 2.0, 2.0 ^ 62 | 0)
print(5 & 3 | 8 ~ 1 << 2, 1 | 2 & 3, 6 ~ 3 & 1, ~1 & 7, 1 << 2 + 3)
print(pcall(function() return 1.5 & 1 end))
print(pcall(function() return 1 | "1" end))
print(pcall(function(s) return s >> 1 end, "8"))
print(pcall(function() return "abc" ~ 1 end))
print(pcall(function() return 2 ^ 63 & 1 end))
print(pcall(function() return {} & 1 end))
print(pcall(function() return ~{} end))
print(pcall(function() return ~1.5 end))
print(pcall(function() return math.huge << 1 end))
local function popcount(n)
  local count = 0
  while n ~= 0 do n = n & (n - 1); count = count + 1 end
  return count
end
print(popcount(0), popcount(255), popcount(-1), popcount(0x5555555555555555))
