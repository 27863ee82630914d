-- Errors in functions of numbers: positions, names and tracebacks are the same in whichever version they happen.
--[==[ expects
lerp 1	true 1.0
length 1	true 2.2360679774998
below 1	true false
bits 1	true 1 8
lerp 2	true 1.25
length 2	true 2.5
below 2	true true
bits 2	false float_versions.lua:71: number (local 'a') has no integer representation
lerp 3	true 1.0
length 3	true 2.2360679774998
below 3	false float_versions.lua:69: attempt to compare number with string
bits 3	false float_versions.lua:71: attempt to perform bitwise operation on a string value (local 'a')
lerp 4	false float_versions.lua:62: attempt to sub a 'string' with a 'number'
length 4	false float_versions.lua:68: attempt to mul a 'string' with a 'string'
below 4	false float_versions.lua:69: attempt to compare number with string
bits 4	false float_versions.lua:71: attempt to perform bitwise operation on a string value (local 'a')
lerp 5	false float_versions.lua:62: attempt to perform arithmetic on a table value (local 'b')
length 5	false float_versions.lua:68: attempt to perform arithmetic on a table value (local 'x')
below 5	false float_versions.lua:69: attempt to compare number with table
bits 5	false float_versions.lua:71: attempt to perform bitwise operation on a table value (local 'a')
lerp 6	false float_versions.lua:62: attempt to perform arithmetic on a boolean value (local 'b')
length 6	false float_versions.lua:68: attempt to perform arithmetic on a boolean value (local 'x')
below 6	false float_versions.lua:69: attempt to compare number with boolean
bits 6	false float_versions.lua:71: attempt to perform bitwise operation on a boolean value (local 'a')
lerp 7	false float_versions.lua:62: attempt to perform arithmetic on a boolean value (local 'b')
length 7	false float_versions.lua:68: attempt to perform arithmetic on a boolean value (local 'x')
below 7	false float_versions.lua:69: attempt to compare number with boolean
bits 7	false float_versions.lua:71: attempt to perform bitwise operation on a boolean value (local 'a')
lerp nil	false float_versions.lua:62: attempt to perform arithmetic on a nil value (local 'b')
lerp 1	false float_versions.lua:62: attempt to perform arithmetic on a nil value (local 'b')
lerp 2	false float_versions.lua:62: attempt to perform arithmetic on a nil value (local 't')
lerp 3	false float_versions.lua:62: attempt to perform arithmetic on a nil value (local 't')
modulo	false float_versions.lua:65: attempt to divide by zero
modulo	true -nan inf
modulo	true -nan inf
modulo	true 2 1
modulo	false float_versions.lua:65: attempt to divide by zero
modulo	true -nan inf
loop	false float_versions.lua:70: 'for' step is zero
loop	false float_versions.lua:70: 'for' step is zero
loop	false float_versions.lua:70: bad 'for' limit (number expected, got string)
loop	false float_versions.lua:70: bad 'for' step (number expected, got nil)
loop	false float_versions.lua:70: 'for' step is zero
bits	false float_versions.lua:71: number (local 'a') has no integer representation
bits	true 0 4
bits	false float_versions.lua:71: number (local 'a') has no integer representation
field	false float_versions.lua:72: attempt to index a number value (local 'x')
field	false float_versions.lua:72: attempt to index a number value (local 'x')
calls	false float_versions.lua:65: attempt to divide by zero
calls	true -nan
calls	false float_versions.lua:65: attempt to divide by zero
outer	false float_versions.lua:74: attempt to perform arithmetic on a boolean value
outer	false float_versions.lua:74: attempt to perform arithmetic on a boolean value
outer	false float_versions.lua:74: attempt to perform arithmetic on a boolean value
100.0	100.0	1000.0
false	float_versions.lua:103: stack overflow
false	float_versions.lua:103: stack overflow
]==]
local function lerp(a, b, t)
  return a + (b - a) * t
end
local function modulo(a, b)
  local q = a // b
  return a % b, q
end
local function length(x, y) return math.sqrt(x * x + y * y) end
local function below(a, b) return a < b end
local function loop(from, to, step) for i = from, to, step do return i end end
local function bits(a, b) return a & b, a << b end
local function field(x, y) return x * y + x.y end
local function calls(x, y) return lerp(x, y, modulo(x, 0)) end
local function outer(x) local r = length(x, x) return r + below(r, x) end

local function try(name, f, ...)
  local results = table.pack(pcall(f, ...))
  for i = 1, results.n do results[i] = tostring(results[i]) end
  print(name, table.concat(results, " ", 1, results.n))
end
local odd = { 1, 1.5, "1", "x", {}, true, false }
for i = 1, #odd do
  local v = odd[i]
  try("lerp " .. i, function() return (tostring((lerp(1.0, v, 0.5))):gsub("0x%x+", "")) end)
  try("length " .. i, length, v, 2.0)
  try("below " .. i, below, 1.0, v)
  try("bits " .. i, bits, v, 3)
end
try("lerp nil", lerp) try("lerp 1", lerp, 1.0) try("lerp 2", lerp, 1.0, 2.0) try("lerp 3", lerp, 1.0, 2.0, nil)
try("modulo", modulo, 1, 0) try("modulo", modulo, 1.0, 0) try("modulo", modulo, 1, 0.0) try("modulo", modulo, 5, 3)
try("modulo", function() return modulo(7, 0) end)
try("modulo", function() return modulo(7.0, 0.0) end)
try("loop", loop, 1.0, 2.0, 0.0) try("loop", loop, 1, 2, 0) try("loop", loop, 1.0, "x", 1) try("loop", loop, 1.5, 2)
try("loop", function() return loop(1, 10, 0) end)
try("bits", bits, 1.5, 2) try("bits", bits, 2.0, 1.0) try("bits", function() return bits(0.5, 1.5) end)
try("field", field, 1.5, 2.5) try("field", function() return field(1, 2) end)
try("calls", calls, 1, 2) try("calls", calls, 1.5, 2.5) try("calls", function() return calls(1, 2) end)
try("outer", outer, 1.5) try("outer", outer, 1) try("outer", function() return (outer(2.0)) end)

-- Too deep: the message and the way back are those of any function.
local function deep(n, x) if n == 0 then return x end return deep(n - 1, x * 0.5) + 1.0 end
print(deep(100, 1.0), deep(100.0, 1), deep(1000, 8.0))
local function forever(x) return 1.0 + forever(x + 0.5) end
local ok, message = pcall(forever, 0.5)
print(ok, (message:gsub("stack overflow.*", "stack overflow")))
ok, message = pcall(function() return forever(1.0) end)
print(ok, (message:gsub("stack overflow.*", "stack overflow")))
