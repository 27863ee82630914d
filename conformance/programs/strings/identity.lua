-- Strings as values: equality of bytes, keys, interned or not, methods through the metatable.
--[==[ expects
true	true	1	false	true
true	true	1
HEY!	AB!
false	identity.lua:24: attempt to call a nil value (method 'shout')
2	nil	true	false	identity.lua:25: attempt to index a string value (upvalue 'a')
table	true	nil
h	o	HELLO
1-2
false	identity.lua:31: attempt to call a string value (constant 'x')
ab	3	a1
false	identity.lua:34: attempt to add a 'string' with a 'string'
cba	-5
true
true	string	true	false	false	true	true	true	true
 Apple Cherry app apple apple2 banana zebra
]==]
local a, b = "ab", "a" .. "b"
print(a == b, rawequal(a, b), ({ [a] = 1 })[b], a < b, a <= b)
local long1 = ("x"):rep(100) local long2 = ("x"):rep(50) .. ("x"):rep(50)
print(long1 == long2, rawequal(long1, long2), ({ [long1] = 1 })[long2])
string.shout = function(s) return s:upper() .. "!" end
print(("hey"):shout(), a:shout()) string.shout = nil print(pcall(function() return a:shout() end))
print(#a, a.nothing, ("x").upper == string.upper, pcall(function() a.x = 1 end))
local mt = getmetatable("")
print(type(mt), mt.__index == string, mt.__name)
mt.__index = function(s, k) if type(k) == "number" then return s:sub(k, k) end return string[k] end
print(("hello")[1], ("hello")[-1], ("hello"):upper()) mt.__index = string
mt.__call = function(s, ...) return s:format(...) end
print(("%d-%d")(1, 2)) mt.__call = nil print(pcall(function() return ("x")() end))
local add = mt.__add
mt.__add = function(x, y) if tonumber(x) and tonumber(y) then return add(x, y) end return tostring(x) .. tostring(y) end
print("a" + "b", "1" + "2", "a" + 1) mt.__add = add print(pcall(function() return "a" + "b" end))
mt.__unm = (function(old) return function(s) if tonumber(s) then return old(s) end return s:reverse() end end)(mt.__unm)
print(-"abc", -"5")
mt.__lt = function() return "never for two strings" end print("a" < "b") mt.__lt = nil
print(tostring("x") == "x", type(tostring(1)), ("10" + 0) == 10, "10" == 10, "0x10" == 16, "abc" < "abd", "" < "a", "Z" < "a", "a" < "b" and "b" < "c")
local words = { "banana", "apple", "Cherry", "apple2", "app", "", "zebra", "Apple" }
table.sort(words) print(table.concat(words, " "))
