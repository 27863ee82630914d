-- The traceback of an error in a function that has called itself in tail position.
--[==[ expects
false	traceback_of_self_tail_calls.lua:12: attempt to index a nil value (local 't')
false	traceback_of_self_tail_calls.lua:12: attempt to index a nil value (local 't')
false	false	false	at once
--- exit code 1
traceback_of_self_tail_calls.lua:12: attempt to index a nil value (local 't')
]==]
local function again(n)
  if n == 0 then
    local t
    return t.x
  end
  return again(n - 1)
end
local function once(n)
  local r = again(n)
  return r
end
print(pcall(once, 2))
print(pcall(once, 0))
local function called(n)
  if n == 0 then error({}) end
  if n == 1 then error("at once", 2) end
  return called(n - 2)
end
print(pcall(called, 0), pcall(called, 1), pcall(called, 5))
once(3)
