-- `__len`, `__tostring`, `__name`, `__metatable`, `__pairs`.
--[==[ expects
30	3	3
not a number	1
i1,i2,i3
1	4
false	object length is not an integer
named!	named!	named!
true	1
MyType: PTR
table: PTR	function: PTR
false	len_and_tostring.lua:36: attempt to perform arithmetic on a My.Type value
false	len_and_tostring.lua:37: attempt to get length of a number value
false	len_and_tostring.lua:38: attempt to compare A with B
locked	false	cannot change a protected metatable
true	nil
nil	false	bad argument #2 to 'setmetatable' (nil or table expected, got no value)
false	bad argument #1 to 'setmetatable' (table expected, got number)
false	bad argument #2 to 'setmetatable' (nil or table expected, got number)
1=1 2=4 3=9 
3	nil	nil	nil
1v1 2v2 3v3 
true	true	nil
]==]
local t = setmetatable({ 1, 2, 3 }, { __len = function(self) return rawlen(self) * 10 end })
print(#t, rawlen(t), rawlen("abc"))
print(#setmetatable({}, { __len = function() return "not a number" end }), #setmetatable({}, { __len = function() return 1, 2 end }))
print(table.concat(setmetatable({}, { __len = function() return 3 end, __index = function(_, i) return "i" .. i end }), ","))
print(table.unpack(setmetatable({}, { __len = function() return 2 end, __index = function(_, i) return i * i end })))
print(pcall(table.concat, setmetatable({}, { __len = function() return "x" end })))
local named = setmetatable({}, { __tostring = function(self) return "named!" end })
print(named, tostring(named), ("%s"):format(named))
print(pcall(tostring, setmetatable({}, { __tostring = function() return 1 end })))
print((tostring(setmetatable({}, { __name = "MyType" })):gsub("0x%x+", "PTR")))
print((tostring({}):gsub("0x%x+", "PTR")), (tostring(print):gsub("0x%x+", "PTR"):gsub("builtin.*", "PTR")))
print(pcall(function() return setmetatable({}, { __name = "My.Type" }) + 1 end))
print(pcall(function() return #5 + setmetatable({}, { __name = "My.Type" }) end))
print(pcall(function() return setmetatable({}, { __name = "A" }) < setmetatable({}, { __name = "B" }) end))
local protected = setmetatable({}, { __metatable = "locked" })
print(getmetatable(protected), pcall(setmetatable, protected, {}))
print(getmetatable("").__index == string, getmetatable("").__name)
print(getmetatable(setmetatable({}, nil)), pcall(setmetatable, {}))
print(pcall(setmetatable, 1, {}))
print(pcall(setmetatable, {}, 1))
local p = setmetatable({}, { __pairs = function(self) return function(_, k) k = (k or 0) + 1; if k <= 3 then return k, k * k end end, self, nil end })
for k, v in pairs(p) do io.write(k, "=", v, " ") end print()
print(select("#", pairs(setmetatable({}, { __pairs = function() return 1, 2, 3, 4, 5 end }))), pairs(setmetatable({}, { __pairs = function() end })))
for i, v in ipairs(setmetatable({}, { __index = function(_, i) if i < 4 then return "v" .. i end end })) do io.write(i, v, " ") end print()
print(getmetatable(p).__pairs ~= nil, rawequal(p, p), next(p))
