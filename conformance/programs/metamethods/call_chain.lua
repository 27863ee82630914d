-- A callable whose __call is callable: the function at the end gets all of them. A chain that ends in no function names what was called.
--[==[ expects
2	1	x
3	1	x
3
304	1	4
false	call_chain.lua:26: attempt to call a number value (field 'field')
false	call_chain.lua:27: attempt to call a table value (local 'f')
false	attempt to call a string value
stack overflow
]==]
local function chain(length, last)
  local callable = last
  for i = 1, length do callable = setmetatable({ i }, { __call = callable }) end
  return callable
end
local function show(...)
  local first, last = ...
  return select("#", ...), type(first) == "table" and first[1] or first, (select(-1, ...))
end
print(chain(1, show)("x"))
print(chain(2, show)("x"))
print((chain(3, show)()))
print(chain(300, show)(1, 2, 3, 4))
local broken = { field = chain(3, 42) }
print(pcall(function() broken.field() end))
print(pcall(function() local f = chain(2, nil); f(1) end))
print(pcall(chain(2, "text")))
-- A recursion that passes on more and more ends before it has all memory.
local function grow(...) local r = grow(1, ...) return r end
print((tostring(select(2, pcall(grow))):match("stack overflow")))
