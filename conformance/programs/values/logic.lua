-- `and` and `or` keep one operand and do not evaluate what they need not.
--[==[ expects
nil	false	2	nil	false
1	nil	1	false
2
1
a,c,d
true	false	false	true	true
1	1
10	1
default	nil	nil
nil	false	other
true	true	false	2	3	true
elseif taken
a c d if elseif while0 while1 while2 repeat2 repeat1
]==]
local calls = {}
local function probe(name, value) calls[#calls + 1] = name; return value end
print(nil and 1, false and 1, 1 and 2, 1 and nil, 1 and false)
print(nil or 1, false or nil, 1 or 2, nil or false)
print(probe("a", false) and probe("b", 1) or probe("c", 2))
print(probe("d", 1) or probe("e", 2))
print(table.concat(calls, ","))
print(not nil, not 0, not "", not not 1, not (1 and nil))
local function many() return 1, 2, 3 end
print((many() and many()), (nil or many()))
print(many() and 10, many() or 10)
local x = nil
local y = x and x.field or "default"
print(y, x and x.a.b.c, (x or {}).field)
local function f(v) return v == nil and "nil" or v == false and "false" or "other" end
print(f(nil), f(false), f(0))
local a = 1 < 2 and 3 < 4
local b = 1 < 2 == true
local c = not 1 == 2
print(a, b, c, 1 and 2 or 3, nil and 2 or 3, false == not true)
if nil or probe("if", nil) then print("no") elseif not probe("elseif") then print("elseif taken") end
local n = 0
while n < 3 and probe("while" .. n, true) do n = n + 1 end
repeat n = n - 1 until n <= 0 or not probe("repeat" .. n, true)
print(table.concat(calls, " "))
