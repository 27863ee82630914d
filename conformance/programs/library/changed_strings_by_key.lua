-- A method of strings that is replaced by a name that is computed: then nothing is known of any.
--[==[ expects
TEXT1	text1text1	5
1	nil	nil	text1
1	2	5
]==]
local s = "text" .. 1
print(s:upper(), s:rep(2), #s)
local name = "up" .. "per"
string[name] = function() return 1, 2 end
for _, other in ipairs { "rep", "sub" } do string[other] = function() return nil end end
print(s:upper(), (s:rep(2)), s:sub(1), s:lower())
local t = s
t = t:upper()
print(t, t + 1, #s)
