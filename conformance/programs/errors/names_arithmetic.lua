-- Arithmetic, concatenation and comparison errors name variables and constants.
--[==[ expects
names_arithmetic.lua:49: attempt to perform arithmetic on a nil value (local 'a')
names_arithmetic.lua:50: attempt to perform arithmetic on a nil value (local 'a')
names_arithmetic.lua:51: attempt to perform arithmetic on a table value (local 'a')
names_arithmetic.lua:52: attempt to perform arithmetic on a nil value (upvalue 'up')
names_arithmetic.lua:53: attempt to perform arithmetic on a nil value (global 'undefined_global')
names_arithmetic.lua:54: attempt to perform arithmetic on a nil value (field 'field')
names_arithmetic.lua:55: attempt to perform arithmetic on a table value (field 'tbl')
names_arithmetic.lua:56: attempt to mod a 'string' with a 'number'
names_arithmetic.lua:57: attempt to add a 'string' with a 'number'
names_arithmetic.lua:58: attempt to add a 'number' with a 'string'
names_arithmetic.lua:59: attempt to perform arithmetic on a table value (field 'tbl')
names_arithmetic.lua:60: attempt to perform arithmetic on a nil value (upvalue 'up')
names_arithmetic.lua:61: attempt to perform arithmetic on a table value
names_arithmetic.lua:62: attempt to perform arithmetic on a table value (local 'a')
names_arithmetic.lua:63: attempt to perform arithmetic on a table value (local 'b')
names_arithmetic.lua:64: attempt to add a 'table' with a 'string'
names_arithmetic.lua:65: attempt to perform arithmetic on a function value (global 'print')
names_arithmetic.lua:66: attempt to perform arithmetic on a boolean value
names_arithmetic.lua:67: attempt to concatenate a nil value
names_arithmetic.lua:68: attempt to concatenate a nil value (local 'a')
names_arithmetic.lua:69: attempt to concatenate a nil value (local 'a')
names_arithmetic.lua:70: attempt to concatenate a nil value (upvalue 'up')
names_arithmetic.lua:71: attempt to concatenate a nil value (field 'field')
names_arithmetic.lua:72: attempt to concatenate a nil value (global 'undefined_global')
names_arithmetic.lua:73: attempt to concatenate a table value (field 'tbl')
names_arithmetic.lua:74: attempt to concatenate a table value
names_arithmetic.lua:75: attempt to compare number with string
names_arithmetic.lua:76: attempt to compare table with number
names_arithmetic.lua:77: attempt to compare two table values
names_arithmetic.lua:78: attempt to compare two nil values
names_arithmetic.lua:79: attempt to compare nil with number
names_arithmetic.lua:80: attempt to compare two boolean values
names_arithmetic.lua:81: attempt to compare two function values
names_arithmetic.lua:82: number has no integer representation
names_arithmetic.lua:83: number (local 'a') has no integer representation
names_arithmetic.lua:84: attempt to perform bitwise operation on a table value (field 'tbl')
names_arithmetic.lua:85: attempt to perform bitwise operation on a string value (constant 'x')
names_arithmetic.lua:86: attempt to perform bitwise operation on a nil value (upvalue 'up')
names_arithmetic.lua:87: number has no integer representation
names_arithmetic.lua:88: attempt to get length of a nil value (upvalue 'up')
names_arithmetic.lua:89: attempt to get length of a nil value (field 'field')
names_arithmetic.lua:90: attempt to get length of a number value (local 'n')
]==]
local up, ut = nil, {}
local t = { s = "text", tbl = {} }
local function try(f, ...) print((select(2, pcall(f, ...)))) end
try(function() local a; return a + 1 end)
try(function() local a; return 1 + a end)
try(function() local a = {}; return a * 2 end)
try(function() return up - 1 end)
try(function() return undefined_global / 2 end)
try(function() return t.field // 1 end)
try(function() return t.tbl ^ 2 end)
try(function() return t.s % 2 end)
try(function() return "abc" + 1 end)
try(function() return 1 + "abc" end)
try(function() return -t.tbl end)
try(function() return -up end)
try(function() return -{} end)
try(function() local a, b = {}, {}; return a + b end)
try(function() local a, b = 1, {}; return a + b end)
try(function() return t.tbl + t.s end)
try(function() return print + 1 end)
try(function() return true + 1 end)
try(function() return nil .. "x" end)
try(function() local a; return "x" .. a end)
try(function() local a; return a .. "x" end)
try(function() return "x" .. up end)
try(function() return "x" .. t.field .. "y" end)
try(function() return undefined_global .. "x" end)
try(function() return t.tbl .. t.tbl end)
try(function() return 1 .. {} end)
try(function() return 1 < "x" end)
try(function() return t < 1 end)
try(function() return t < t end)
try(function() return nil < nil end)
try(function() return up <= 1 end)
try(function() return true > false end)
try(function() return print >= print end)
try(function() return 1.5 | 1 end)
try(function() local a = 1.5; return a & 1 end)
try(function() return t.tbl | 1 end)
try(function() return 1 << "x" end)
try(function() return ~up end)
try(function() return 2 ^ 63 | 0 end)
try(function() return #up end)
try(function() return #t.field end)
try(function() local n = 5; return #n end)
