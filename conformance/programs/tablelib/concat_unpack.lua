-- table.concat, table.pack, table.unpack and their limits.
--[==[ expects
	123	1, 2, 3	1-2.5-x	2,3	2	true
false	invalid value (table) at index 2 in table for 'concat'
false	invalid value (nil) at index 3 in table for 'concat'
false	invalid value (boolean) at index 1 in table for 'concat'
false	bad argument #2 to 'table.concat' (string expected, got table)
false	bad argument #1 to 'table.concat' (table expected, got no value)
false	invalid value (function) at index 1 in table for 'concat'
a1b	five six	1 4 9 16 25
true	false	invalid value (nil) at index 9223372036854775806 in table for 'concat'
0	0
2	nil
3	3
1	2	3
2	3
2	3	nil	nil

1	nil	3
m	z	nil
false	too many results to unpack
false	too many results to unpack
false	too many results to unpack

1
200000	false	attempt to get length of a nil value
false	attempt to get length of a number value
nil	nil
20100	200	100
7	2
]==]
print(table.concat({}), table.concat({ 1, 2, 3 }), table.concat({ 1, 2, 3 }, ", "), table.concat({ 1, 2.5, "x" }, "-"), table.concat({ 1, 2, 3 }, ",", 2), table.concat({ 1, 2, 3 }, ",", 2, 2), table.concat({ 1, 2, 3 }, ",", 3, 2) == "")
print(pcall(table.concat, { 1, {}, 3 })) print(pcall(table.concat, { 1, 2 }, ",", 1, 3)) print(pcall(table.concat, { true })) print(pcall(table.concat, { 1 }, {})) print(pcall(table.concat)) print(pcall(table.concat, { print }, ","))
print(table.concat({ "a", "b" }, 1), table.concat({ [5] = "five", [6] = "six" }, " ", 5, 6), table.concat(setmetatable({}, { __index = function(_, i) return i * i end }), " ", 1, 5))
print(table.concat({ 1, 2, 3 }, ",", math.maxinteger, math.mininteger) == "", pcall(table.concat, {}, "", math.maxinteger - 1, math.maxinteger))
local p = table.pack() print(p.n, #p) p = table.pack(nil, nil) print(p.n, p[1]) p = table.pack(1, nil, 3) print(p.n, p[3])
print(table.unpack { 1, 2, 3 }) print(table.unpack({ 1, 2, 3 }, 2)) print(table.unpack({ 1, 2, 3 }, 2, 5)) print(table.unpack({}, 1, 0)) print(table.unpack({ 1, nil, 3 }, 1, 3)) print(table.unpack({ [-1] = "m", [0] = "z" }, -1, 1))
print(pcall(table.unpack, {}, 1, 1e7)) print(pcall(table.unpack, {}, 1, math.maxinteger)) print(pcall(table.unpack, {}, math.mininteger, math.maxinteger)) print(table.unpack({}, math.maxinteger, math.mininteger)) print(select("#", table.unpack({}, math.maxinteger, math.maxinteger)))
print(select("#", table.unpack({}, 1, 200000)), pcall(table.unpack)) print(pcall(table.unpack, 5)) print(table.unpack("abc", 1, 2))
local function sum(...) local s = 0 for i = 1, select("#", ...) do s = s + (select(i, ...)) end return s end
local nums = {} for i = 1, 200 do nums[i] = i end print(sum(table.unpack(nums)), math.max(table.unpack(nums)), #string.char(table.unpack(nums, 1, 100)))
print((table.unpack { 7, 8 }), ({ table.unpack({ 1, 2 }, 1, 2) })[2])
