-- Concatenation associates to the right, mixes numbers and strings, and calls `__concat` on the right pair.
--[==[ expects
(x~ab)
(a~(b~x))
(a~(x~b12))
(x~(x~x))
(1~x)	(x~2.5)
1234567891011121314151617181920
300	1234567890	67890
12.0-31e+100
false	concat_chain.lua:33: attempt to concatenate a table value
false	concat_chain.lua:34: attempt to concatenate a nil value
false	concat_chain.lua:35: attempt to concatenate a boolean value
false	concat_chain.lua:36: attempt to concatenate a nil value (field 'name')
]==]
local mt = { __concat = function(a, b)
  local function name(v) return type(v) == "table" and v.name or tostring(v) end
  return setmetatable({ name = "(" .. name(a) .. "~" .. name(b) .. ")" }, getmetatable(type(a) == "table" and a or b))
end }
local x = setmetatable({ name = "x" }, mt)
print((x .. "a" .. "b").name)
print(("a" .. "b" .. x).name)
print(("a" .. x .. "b" .. 1 .. 2).name)
print((x .. x .. x).name)
print((1 .. x).name, (x .. 2.5).name)
local parts = {}
for i = 1, 20 do parts[#parts + 1] = i .. "" end
print(table.concat(parts, ""))
local s = ""
for i = 1, 300 do s = s .. i % 10 end
print(#s, s:sub(1, 10), s:sub(-5))
print(1 .. "" .. 2.0 .. "" .. -3 .. "" .. 1e100)
print(pcall(function() return 1 .. {} end))
print(pcall(function() return "a" .. "b" .. nil .. "c" end))
print(pcall(function() return true .. "x" end))
print(pcall(function() local t = {}; return "field " .. t.name end))
