-- The reference compiles no test of a constant before `and` or `or`, so that what stands behind keeps its name in messages.
--[==[ expects
names_behind_constants.lua:113: attempt to call a table value (global 'gl')
names_behind_constants.lua:114: attempt to call a table value (global 'gl')
names_behind_constants.lua:115: attempt to call a table value (global 'gl')
names_behind_constants.lua:116: attempt to call a table value (global 'gl')
names_behind_constants.lua:117: attempt to call a table value (global 'gl')
names_behind_constants.lua:118: attempt to call a table value (global 'gl')
names_behind_constants.lua:119: attempt to call a table value (global 'gl')
names_behind_constants.lua:120: attempt to call a table value (global 'gl')
names_behind_constants.lua:121: attempt to call a table value (global 'gl')
names_behind_constants.lua:122: attempt to call a table value (global 'gl')
names_behind_constants.lua:123: attempt to call a nil value
names_behind_constants.lua:124: attempt to call a nil value (field 'x')
names_behind_constants.lua:125: attempt to index a nil value (field 'x')
names_behind_constants.lua:126: attempt to call a table value (upvalue 'll')
names_behind_constants.lua:127: attempt to call a table value (local 't')
names_behind_constants.lua:128: attempt to call a table value (local 't')
names_behind_constants.lua:129: attempt to call a nil value (field 'x')
names_behind_constants.lua:130: attempt to perform arithmetic on a nil value (field 'x')
names_behind_constants.lua:131: attempt to perform arithmetic on a nil value (field 'x')
names_behind_constants.lua:132: attempt to concatenate a nil value (field 'x')
names_behind_constants.lua:133: attempt to index a nil value (field 'x')
names_behind_constants.lua:134: attempt to perform arithmetic on a nil value (field 'x')
names_behind_constants.lua:135: attempt to get length of a nil value (field 'x')
names_behind_constants.lua:136: attempt to compare nil with number
names_behind_constants.lua:137: attempt to call a nil value (field 'x')
names_behind_constants.lua:138: attempt to call a table value (upvalue 'll')
names_behind_constants.lua:139: attempt to call a table value (global 'gl')
names_behind_constants.lua:140: attempt to call a table value (global 'gl')
names_behind_constants.lua:141: attempt to call a table value (global 'gl')
names_behind_constants.lua:142: attempt to call a table value (global 'gl')
names_behind_constants.lua:143: attempt to call a table value
names_behind_constants.lua:144: attempt to call a table value
names_behind_constants.lua:145: attempt to call a table value
names_behind_constants.lua:146: attempt to call a string value (constant 'x')
names_behind_constants.lua:147: attempt to call a string value (constant 'x')
names_behind_constants.lua:148: attempt to call a number value
names_behind_constants.lua:149: attempt to call a nil value
names_behind_constants.lua:150: attempt to call a table value (global 'gl')
names_behind_constants.lua:151: attempt to call a table value (global 'gl')
names_behind_constants.lua:152: attempt to call a table value (global 'gl')
names_behind_constants.lua:153: attempt to call a table value (global 'gl')
names_behind_constants.lua:154: attempt to call a table value (global 'gl')
names_behind_constants.lua:155: attempt to call a table value (global 'gl')
names_behind_constants.lua:156: attempt to index a nil value (field 'x')
names_behind_constants.lua:157: attempt to index a nil value (field 'x')
names_behind_constants.lua:158: attempt to index a nil value (field 'integer index')
names_behind_constants.lua:159: attempt to call a table value
names_behind_constants.lua:160: attempt to call a table value
names_behind_constants.lua:161: attempt to call a nil value (method 'x')
names_behind_constants.lua:162: bad 'for' initial value (number expected, got table)
names_behind_constants.lua:163: attempt to call a table value (for iterator 'for iterator')
names_behind_constants.lua:164: attempt to call a nil value (for iterator 'for iterator')
names_behind_constants.lua:175: attempt to call a table value (global 'gl')
names_behind_constants.lua:176: attempt to call a table value (global 'gl')
names_behind_constants.lua:177: attempt to call a table value (global 'gl')
names_behind_constants.lua:178: attempt to call a table value (global 'gl')
names_behind_constants.lua:179: attempt to call a table value
names_behind_constants.lua:180: attempt to call a table value (global 'gl')
names_behind_constants.lua:181: attempt to call a table value (global 'gl')
names_behind_constants.lua:182: attempt to call a table value
names_behind_constants.lua:183: attempt to call a table value
names_behind_constants.lua:184: attempt to call a table value (global 'gl')
names_behind_constants.lua:185: attempt to index a number value
names_behind_constants.lua:186: attempt to index a number value
names_behind_constants.lua:187: attempt to index a nil value
names_behind_constants.lua:188: attempt to call a number value
names_behind_constants.lua:189: attempt to call a nil value
names_behind_constants.lua:190: attempt to index a nil value
names_behind_constants.lua:191: attempt to call a string value (constant 's')
names_behind_constants.lua:192: attempt to call a table value (global 'gl')
names_behind_constants.lua:193: attempt to call a table value (global 'gl')
names_behind_constants.lua:194: attempt to call a table value (global 'gl')
names_behind_constants.lua:195: attempt to call a table value
names_behind_constants.lua:196: number has no integer representation
names_behind_constants.lua:197: attempt to call a table value
names_behind_constants.lua:198: attempt to call a table value
names_behind_constants.lua:199: attempt to call a table value
names_behind_constants.lua:200: attempt to divide by zero
names_behind_constants.lua:201: attempt to call a nil value (field 'x')
names_behind_constants.lua:202: attempt to call a table value
names_behind_constants.lua:203: attempt to call a table value
names_behind_constants.lua:204: attempt to call a table value
names_behind_constants.lua:205: attempt to call a table value
names_behind_constants.lua:206: attempt to call a number value
names_behind_constants.lua:207: attempt to call a number value
names_behind_constants.lua:208: attempt to call a string value
names_behind_constants.lua:209: attempt to call a nil value
names_behind_constants.lua:210: attempt to call a nil value
names_behind_constants.lua:211: attempt to call a table value
names_behind_constants.lua:212: attempt to call a table value
names_behind_constants.lua:213: attempt to call a number value
names_behind_constants.lua:214: attempt to index a nil value (field 'y')
names_behind_constants.lua:215: attempt to call a table value (upvalue 'll')
names_behind_constants.lua:216: attempt to index a nil value (field 'x')
names_behind_constants.lua:217: attempt to index a nil value (field 'x')
names_behind_constants.lua:218: attempt to index a nil value
names_behind_constants.lua:219: attempt to index a nil value (field 'x')
names_behind_constants.lua:220: attempt to call a nil value (field 'integer index')
names_behind_constants.lua:221: attempt to call a nil value (field 'f')
names_behind_constants.lua:222: attempt to call a nil value (field 'f')
names_behind_constants.lua:223: attempt to call a nil value (field 'integer index')
names_behind_constants.lua:224: attempt to call a nil value (field '?')
names_behind_constants.lua:225: attempt to call a nil value (field '?')
names_behind_constants.lua:226: attempt to call a nil value (field 'integer index')
names_behind_constants.lua:227: attempt to call a nil value (field '?')
]==]
local function got(f, ...) print(select(2, pcall(f, ...))) end
gl = {} 
local ll = {}
local K <const> = 5
got(function() return ((-1 and gl))(~63) end)
got(function() return (-1 and gl)(1) end)
got(function() return (1 and gl)(1) end)
got(function() local x = (1 and gl)(1) return x end)
got(function() (1 and gl)(1) end)
got(function() return (true and gl)(1) end)
got(function() return ("s" and gl)(1) end)
got(function() return (1.5 and gl)(1) end)
got(function() return (nil or gl)(1) end)
got(function() return (false or gl)(1) end)
got(function() return (nil and gl)(1) end)
got(function() return (1 and gl.x)(1) end)
got(function() return (1 and gl.x.y)(1) end)
got(function() return (1 and ll)(1) end)
got(function() local t = {} return (1 and t)(1) end)
got(function() local t = {} return (nil or t)(1) end)
got(function() local t = {} return (1 and t.x)(1) end)
got(function() local t = {} return (1 and t.x) + 1 end)
got(function() local t = {} return 1 + (1 and t.x)  end)
got(function() local t = {} return (1 and t.x) .. "s" end)
got(function() local t = {} return (1 and t.x).y  end)
got(function() local t = {} return -(1 and t.x)  end)
got(function() local t = {} return #(1 and t.x)  end)
got(function() local t = {} return (1 and t.x) < 1  end)
got(function() local t = {} return (K and t.x)()  end)
got(function() return (K and ll)()  end)
got(function() return (not nil and gl)()  end)
got(function() return (not 1 or gl)()  end)
got(function() return (-K and gl)()  end)
got(function() return (1+2 and gl)()  end)
got(function() return (1<2 and gl)()  end)
got(function() return (gl and gl)()  end)
got(function() local a = 1 return (a and gl)()  end)
got(function() return ("s" and ("x"))()  end)
got(function() return (1 and "x")()  end)
got(function() return (nil or 5)()  end)
got(function() return (nil and 5)()  end)
got(function() return (1 and 2 and gl)()  end)
got(function() return (1 and (2 and gl))()  end)
got(function() return (1 and (nil or gl))()  end)
got(function() return (nil or (1 and gl))()  end)
got(function() return ((1 and nil) or gl)()  end)
got(function() return (nil or false or gl)()  end)
got(function() return (1 and gl.x):foo()  end)
got(function() (1 and gl).x.y = 1  end)
got(function() (1 and gl)[1][2] = 1  end)
got(function() return (function() end and gl)()  end)
got(function() return ({} and gl)()  end)
got(function() return (1 and gl:x())()  end)
got(function() for i = (1 and gl), 2 do end  end)
got(function() for i in (1 and gl) do end  end)
got(function() for i in (1 and gl.x) do end  end)
local N <const> = nil
local A <const> = 1 and 7
local B <const> = nil or 7
local C <const> = not 7
local D <const> = not nil and 3
local E1 <const> = 1 < 2
local F <const> = (1 and nil) or 7
local G <const> = 1 and nil
local H <const> = nil and 1
local I <const> = 7 or 1
got(function() return (A and gl)(1) end)
got(function() return (B and gl)(1) end)
got(function() return (C or gl)(1) end)
got(function() return (D and gl)(1) end)
got(function() return (E1 and gl)(1) end)
got(function() return (F and gl)(1) end)
got(function() return (G or gl)(1) end)
got(function() return (H or gl)(1) end)
got(function() return (I and gl)(1) end)
got(function() return (A and gl)(1) end)
got(function() return A.x end)
got(function() return D.x end)
got(function() return G.x end)
got(function() return ("s" and K)() end)
got(function() return ("s" and N)() end)
got(function() return ("s" and N).x end)
got(function() return (N or "s")() end)
got(function() return (not (N or 3) or gl)() end)
got(function() return (-(N or 3) and gl)() end)
got(function() return ((N or 3) + 1 and gl)() end)
got(function() return ((N or "x") .. "y" and gl)() end)
got(function() return (~(N or 3.5) and gl)() end)
got(function() return (-0.0 and gl)() end)
got(function() return (-(0.0) and gl)() end)
got(function() return (0/0 and gl)() end)
got(function() return (1//0 and gl)() end)
got(function() return (1 and 2 and nil or false or gl.x)() end)
got(function() local a = 1 return (1 and a and gl)() end)
got(function() local a = 1 return (nil or a and gl)() end)
got(function() local a = 1 return (nil or (a and gl))() end)
got(function() return (gl and 1 and gl)() end)
got(function() return (K or gl)() end)
got(function() return (1 or gl)() end)
got(function() return ("x" or gl)() end)
got(function() return (N and gl)() end)
got(function() return (gl.x or nil)() end)
got(function() return (gl or nil)() end)
got(function() return (ll or nil)() end)
got(function() return (ll and 1)() end)
got(function() return (ll and gl.y.x) end)
got(function() return (K and ll)() end)
got(function() return (K and ll).x.y end)
got(function() return ((K and ll)).x.y end)
got(function() return ((K and ll).x or N).y end)
got(function() local t = {} return (N or t).x.y end)
got(function() local t = {} return (N or t)[1]() end)
got(function() local t = {} return (N or t)[1 and "f"]() end)
got(function() local t = {} return t[K and "f"]() end)
got(function() local t = {} return t[N or 3]() end)
got(function() local t = {} return t[not N]() end)
got(function() local t = {} return t[-K]() end)
got(function() local t = {} return t[K + 2]() end)
got(function() local t = {} return t[K + 20000]() end)
