-- A tail call deep in the stack, of what cannot be called in the end or is a function of the library, is made at once: errors know its caller.
--[==[ expects
false	tail_calls_of_callable_tables.lua:121: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:122: attempt to call a number value (local 'b')
false	tail_calls_of_callable_tables.lua:123: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:124: bad argument #2 to 'b' (number expected, got string)
false	tail_calls_of_callable_tables.lua:125: bad argument #1 to 'b' (string expected, got table)
false	tail_calls_of_callable_tables.lua:126: bad argument #1 to 'b' (string expected, got no value)
false	tail_calls_of_callable_tables.lua:127: attempt to concatenate a table value
true	3
false	tail_calls_of_callable_tables.lua:121: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:122: attempt to call a number value (local 'b')
false	tail_calls_of_callable_tables.lua:123: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:124: bad argument #2 to 'b' (number expected, got string)
false	tail_calls_of_callable_tables.lua:125: bad argument #1 to 'b' (string expected, got table)
false	tail_calls_of_callable_tables.lua:126: bad argument #1 to 'b' (string expected, got no value)
false	tail_calls_of_callable_tables.lua:127: attempt to concatenate a table value
true	3
false	tail_calls_of_callable_tables.lua:121: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:122: attempt to call a number value (local 'b')
false	tail_calls_of_callable_tables.lua:123: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:124: bad argument #2 to 'b' (number expected, got string)
false	tail_calls_of_callable_tables.lua:125: bad argument #1 to 'b' (string expected, got table)
false	tail_calls_of_callable_tables.lua:126: bad argument #1 to 'b' (string expected, got no value)
false	tail_calls_of_callable_tables.lua:127: attempt to concatenate a table value
true	3
false	tail_calls_of_callable_tables.lua:121: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:122: attempt to call a number value (local 'b')
false	tail_calls_of_callable_tables.lua:123: attempt to call a table value (local 'b')
false	tail_calls_of_callable_tables.lua:124: bad argument #2 to 'b' (number expected, got string)
false	tail_calls_of_callable_tables.lua:125: bad argument #1 to 'b' (string expected, got table)
false	tail_calls_of_callable_tables.lua:126: bad argument #1 to 'b' (string expected, got no value)
false	tail_calls_of_callable_tables.lua:127: attempt to concatenate a table value
true	3
tail_calls_of_callable_tables.lua:121: attempt to call a table value (local 'b')
stack traceback:
	tail_calls_of_callable_tables.lua:121: in function <tail_calls_of_callable_tables.lua:121>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:132: in upvalue 'deep'
	tail_calls_of_callable_tables.lua:132: in function <tail_calls_of_callable_tables.lua:130>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:139: in local 'traced'
	tail_calls_of_callable_tables.lua:141: in main chunk
	[C]: in ?
tail_calls_of_callable_tables.lua:122: attempt to call a number value (local 'b')
stack traceback:
	tail_calls_of_callable_tables.lua:122: in function <tail_calls_of_callable_tables.lua:122>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:132: in upvalue 'deep'
	tail_calls_of_callable_tables.lua:132: in function <tail_calls_of_callable_tables.lua:130>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:139: in local 'traced'
	tail_calls_of_callable_tables.lua:141: in main chunk
	[C]: in ?
tail_calls_of_callable_tables.lua:123: attempt to call a table value (local 'b')
stack traceback:
	tail_calls_of_callable_tables.lua:123: in function <tail_calls_of_callable_tables.lua:123>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:132: in upvalue 'deep'
	tail_calls_of_callable_tables.lua:132: in function <tail_calls_of_callable_tables.lua:130>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:139: in local 'traced'
	tail_calls_of_callable_tables.lua:141: in main chunk
	[C]: in ?
tail_calls_of_callable_tables.lua:124: bad argument #2 to 'b' (number expected, got string)
stack traceback:
	[C]: in function 'error'
	tail_calls_of_callable_tables.lua:124: in function <tail_calls_of_callable_tables.lua:124>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:132: in upvalue 'deep'
	tail_calls_of_callable_tables.lua:132: in function <tail_calls_of_callable_tables.lua:130>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:139: in local 'traced'
	tail_calls_of_callable_tables.lua:141: in main chunk
	[C]: in ?
tail_calls_of_callable_tables.lua:125: bad argument #1 to 'b' (string expected, got table)
stack traceback:
	[C]: in function 'string.rep'
	tail_calls_of_callable_tables.lua:125: in function <tail_calls_of_callable_tables.lua:125>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:132: in upvalue 'deep'
	tail_calls_of_callable_tables.lua:132: in function <tail_calls_of_callable_tables.lua:130>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:139: in local 'traced'
	tail_calls_of_callable_tables.lua:141: in main chunk
	[C]: in ?
tail_calls_of_callable_tables.lua:126: bad argument #1 to 'b' (string expected, got no value)
stack traceback:
	[C]: in function 'string.rep'
	tail_calls_of_callable_tables.lua:126: in function <tail_calls_of_callable_tables.lua:126>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:132: in upvalue 'deep'
	tail_calls_of_callable_tables.lua:132: in function <tail_calls_of_callable_tables.lua:130>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:139: in local 'traced'
	tail_calls_of_callable_tables.lua:141: in main chunk
	[C]: in ?
tail_calls_of_callable_tables.lua:127: attempt to concatenate a table value
stack traceback:
	tail_calls_of_callable_tables.lua:127: in function <tail_calls_of_callable_tables.lua:127>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:132: in upvalue 'deep'
	tail_calls_of_callable_tables.lua:132: in function <tail_calls_of_callable_tables.lua:130>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:139: in local 'traced'
	tail_calls_of_callable_tables.lua:141: in main chunk
	[C]: in ?
tail_calls_of_callable_tables.lua:142: x
stack traceback:
	[C]: in function 'error'
	tail_calls_of_callable_tables.lua:142: in function <tail_calls_of_callable_tables.lua:142>
	(...tail calls...)
	tail_calls_of_callable_tables.lua:144: in function <tail_calls_of_callable_tables.lua:144>
	[C]: in function 'xpcall'
	tail_calls_of_callable_tables.lua:145: in main chunk
	[C]: in ?
]==]
local function got(f, ...) print(pcall(f, ...)) end
local function callable(f) return setmetatable({}, { __call = f }) end
local calls = {
  function() local b = callable({ x = 0 }) return b(1) end,
  function() local b = callable(callable(3)) return b(1) end,
  function() local b = callable(nil) return b(1) end,
  function() local b = callable(error) return b("text", 1) end,
  function() local b = callable(callable(string.rep)) return b() end,
  function() local b = string.rep return b() end,
  function() local b = callable(function(self, v) return v .. {} end) return b(1) end,
  function() local b = callable(callable(function(...) return select("#", ...) end)) return b(1) end,
}
local function deep(n, f)
  if n == 0 then return f() end
  local r = { deep(n - 1, f) }
  return table.unpack(r)
end
for _, depth in ipairs { 0, 10, 1000, 5000 } do
  for _, f in ipairs(calls) do got(deep, depth, f) end
end
local function traced(f)
  print((select(2, xpcall(deep, function(m) return debug.traceback(m, 2) end, 2, f)):gsub("0x%x+", "0x")))
end
for _, f in ipairs(calls) do if f ~= calls[8] then traced(f) end end
f = callable(function(self, v) error("x") end)
local function g() return f(1) end
local function h() local r = g() return r end
print((select(2, xpcall(h, debug.traceback))))
