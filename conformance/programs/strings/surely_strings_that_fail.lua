-- Errors in what is done with variables that hold nothing but strings: the messages are those of any other.
--[==[ expects
false	surely_strings_that_fail.lua:64: bad argument #1 to 'rep' (number expected, got no value)
false	surely_strings_that_fail.lua:65: bad argument #1 to 'rep' (number expected, got table)
false	surely_strings_that_fail.lua:66: resulting string too large
false	surely_strings_that_fail.lua:67: resulting string too large
false	surely_strings_that_fail.lua:68: resulting string too large
false	surely_strings_that_fail.lua:69: bad argument #1 to 'sub' (number expected, got no value)
false	surely_strings_that_fail.lua:70: bad argument #1 to 'sub' (number expected, got table)
false	surely_strings_that_fail.lua:71: bad argument #2 to 'sub' (number expected, got string)
false	surely_strings_that_fail.lua:72: bad argument #1 to 'sub' (number has no integer representation)
false	surely_strings_that_fail.lua:73: bad argument #1 to 'byte' (number expected, got string)
false	surely_strings_that_fail.lua:74: calling 'char' on bad self (number expected, got string)
false	surely_strings_that_fail.lua:75: calling 'char' on bad self (number expected, got string)
false	surely_strings_that_fail.lua:76: bad argument #1 to 'format' (number expected, got string)
false	surely_strings_that_fail.lua:77: bad argument #1 to 'format' (number has no integer representation)
true	x1
false	surely_strings_that_fail.lua:79: invalid conversion '%y' to 'format'
true	x1
false	surely_strings_that_fail.lua:81: bad argument #1 to 'gsub' (string expected, got no value)
false	in a replacement
false	surely_strings_that_fail.lua:83: bad argument #1 to 'char' (value out of range)
false	surely_strings_that_fail.lua:84: bad argument #1 to 'char' (value out of range)
false	surely_strings_that_fail.lua:85: bad argument #1 to 'char' (value out of range)
false	surely_strings_that_fail.lua:86: bad argument #1 to 'upper' (string expected, got no value)
false	surely_strings_that_fail.lua:87: bad argument #1 to 'sub' (string expected, got table)
false	surely_strings_that_fail.lua:88: invalid value (table) at index 1 in table for 'concat'
false	surely_strings_that_fail.lua:89: bad argument #1 to 'tostring' (value expected)
true	1	1	11
false	surely_strings_that_fail.lua:91: '__tostring' must return a string
true	My:
false	in a text
false	surely_strings_that_fail.lua:94: attempt to call a nil value (method 'missing')
false	surely_strings_that_fail.lua:95: attempt to index a nil value (field 'missing')
false	surely_strings_that_fail.lua:96: attempt to call a string value (upvalue 's')
false	surely_strings_that_fail.lua:97: attempt to add a 'string' with a 'number'
false	surely_strings_that_fail.lua:98: attempt to unm a 'string' with a 'string'
false	surely_strings_that_fail.lua:99: attempt to perform bitwise operation on a string value (upvalue 's')
false	surely_strings_that_fail.lua:100: attempt to compare string with number
false	surely_strings_that_fail.lua:101: attempt to compare number with string
false	surely_strings_that_fail.lua:102: attempt to compare table with string
false	surely_strings_that_fail.lua:103: attempt to concatenate a table value
false	surely_strings_that_fail.lua:104: attempt to concatenate a nil value
false	surely_strings_that_fail.lua:105: attempt to index a string value (upvalue 's')
false	surely_strings_that_fail.lua:106: bad 'for' initial value (number expected, got string)
false	surely_strings_that_fail.lua:107: attempt to call a string value (for iterator 'for iterator')
false	surely_strings_that_fail.lua:108: variable 'c' got a non-closable value
surely_strings_that_fail.lua:109: bad argument #1 to 'rep' (number expected, got table)
stack traceback:
	[C]: in function 'string.rep'
	surely_strings_that_fail.lua:109: in function <surely_strings_that_fail.lua:109>
	[C]: in function 'xpcall'
	surely_strings_that_fail.lua:109: in main chunk
	[C]: in ?
surely_strings_that_fail.lua:110: bad argument #2 to 'rep' (string expected, got table)
stack traceback:
	[C]: in function 'string.rep'
	surely_strings_that_fail.lua:110: in function <surely_strings_that_fail.lua:110>
	[C]: in function 'xpcall'
	surely_strings_that_fail.lua:110: in main chunk
	[C]: in ?
]==]
local s = "x" .. 1
print(pcall(function() return s:rep() end))
print(pcall(function() return s:rep({}) end))
print(pcall(function() return s:rep(1e10) end))
print(pcall(function() local r = s:rep(1 << 40) return #r end))
print(pcall(function() local r = ("abc"):rep(1 << 62, ",") return #r end))
print(pcall(function() return s:sub() end))
print(pcall(function() local r = s:sub({}) return r end))
print(pcall(function() local r = s:sub(1, "x") return r end))
print(pcall(function() local r = s:sub(1.5, 2) return r end))
print(pcall(function() return s:byte("x") end))
print(pcall(function() return s:char() end))
print(pcall(function() return s:char(1) end))
print(pcall(function() local r = ("%d"):format(s) return r end))
print(pcall(function() local r = ("%d"):format(1.5) return r end))
print(pcall(function() local r = s:format() return r end))
print(pcall(function() local r = ("%y"):format(1) return r end))
print(pcall(function() local r = s:gsub("(", "") return r end))
print(pcall(function() local r, n = s:gsub() return r, n end))
print(pcall(function() local r = s:gsub(".", function() error("in a replacement", 0) end) return r end))
print(pcall(function() local r = string.char(256) return r end))
print(pcall(function() local r = string.char(-1) return r .. r end))
print(pcall(function() local n = 300 local r = string.char(n) return r end))
print(pcall(function() local r = string.upper() return r end))
print(pcall(function() local r = string.sub({}, 1, 1) return r end))
print(pcall(function() local r = table.concat({ {} }) return r end))
print(pcall(function() local r = tostring() return r end))
print(pcall(function() local r = tostring(setmetatable({}, { __tostring = function() return 1 end })) return r, #r, r:rep(2) end))
print(pcall(function() local r = tostring(setmetatable({}, { __tostring = function() return {} end })) return r end))
print(pcall(function() local r = tostring(setmetatable({}, { __name = "My" })):sub(1, 3) return r end))
print(pcall(function() local r = tostring(setmetatable({}, { __tostring = function() error("in a text", 0) end })) return r end))
print(pcall(function() return s:missing() end))
print(pcall(function() return s.missing.field end))
print(pcall(function() return s() end))
print(pcall(function() return s + 1 end))
print(pcall(function() return -s end))
print(pcall(function() return s & 1 end))
print(pcall(function() return s < 1 end))
print(pcall(function() return 1 <= s end))
print(pcall(function() return {} < s end))
print(pcall(function() return s .. {} end))
print(pcall(function() return s .. nil .. s end))
print(pcall(function() s.field = 1 end))
print(pcall(function() for i = s, 2 do end end))
print(pcall(function() for _ in s do end end))
print(pcall(function() local c <close> = s .. "" end))
print(select(2, xpcall(function() local r = s:rep({}) return r end, debug.traceback)))
print(select(2, xpcall(function() return s:upper():rep(-1, {}) end, debug.traceback)))
