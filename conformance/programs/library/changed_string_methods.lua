-- Methods of strings that the program replaces, takes away and adds, through the name of their library and not.
--[==[ expects
TEXT1	text1	text1text1	5
mine: 5	mine: 5	mine: 1	text1
false	changed_string_methods.lua:18: attempt to call a nil value (method 'len')
false	changed_string_methods.lua:19: attempt to call a nil value (method 'len')
[a b]	text1	5
text1!	ab!	text1text1
mine: 5	string	7
13	integer
nil	nil	nil
]==]
local s = "text" .. 1
print(s:upper(), s:lower(), s:rep(2), s:len())
function string.upper(x) return "mine: " .. #x end
print(s:upper(), string.upper(s), ("x"):upper(), s:lower())
string.len = nil
print(pcall(function() return s:len() end))
print(pcall(function() return ("x"):len() end))
function string:trim() return (self:gsub("^%s+", ""):gsub("%s+$", "")) end
print("[" .. ("  a b "):trim() .. "]", s:trim(), #s:trim())
local name = "rep"
local library = string
library.reverse = function(x) return x .. "!" end
print(s:reverse(), ("ab"):reverse(), s:rep(2))
local t = s:lower()
t = t:upper()
print(t, type(t), #t)
string.sub = function() return 12 end
local u = s:sub(1)
u = u + 1
print(u, math.type(u))
string.format = function() return nil end
print(s:format(1), ("%d"):format(1), string.format("%d", 1))
