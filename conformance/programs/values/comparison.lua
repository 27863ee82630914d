-- Comparison of integers with floats is exact; nan compares false; strings compare by bytes.
--[==[ expects
true	true	true	true	false	true
true	true	false	true	false	false
true	false	true
false	false	false	false	false	false	false	true
true	true	true
true	false	true	true	true	true	true	true
true	true	true	true
false	false	false	false	false	false
true	true	true	true	true
false	comparison.lua:30: attempt to compare number with string
false	comparison.lua:31: attempt to compare two table values
false	comparison.lua:32: attempt to compare number with nil
false	comparison.lua:33: attempt to compare function with table
false	comparison.lua:34: attempt to compare number with string
]==]
local max, min = math.maxinteger, math.mininteger
print(1 == 1.0, 1 < 1.5, 2 > 1.5, max < 2 ^ 63, max + 0.0 == max, max + 0.0 == 2 ^ 63)
print(min == -2 ^ 63, min <= -2 ^ 63, min < -2 ^ 63, min > -2 ^ 64, max > 2 ^ 63, max >= 2 ^ 63)
print(2 ^ 53 == 2 ^ 53 + 1, (2 ^ 53 | 0) + 1 == 2 ^ 53, (2 ^ 53 | 0) + 1 > 2 ^ 53)
local nan = 0 / 0
print(nan == nan, nan < 1, nan > 1, nan <= nan, 1 < nan, max < nan, min > nan, nan ~= nan)
print(math.huge > max, -math.huge < min, math.huge == math.huge)
print("a" < "b", "a" < "B", "" < "a", "a" < "aa", "Z" < "a", "10" < "9", "a\0b" < "a\0c", "a\0" > "a")
print("\xff" > "a", "é" > "z", "" == "", "a" .. "b" == "ab")
print(1 == "1", "1" == 1, nil == false, 0 == false, "" == nil, {} == {})
local t = {}
print(t == t, t ~= {}, print == print, not nil == true, not (1 == 2))
print(pcall(function() return 1 < "2" end))
print(pcall(function() return {} < {} end))
print(pcall(function() return nil > 1 end))
print(pcall(function() return print <= t end))
print(pcall(function() return "a" >= 1 end))
