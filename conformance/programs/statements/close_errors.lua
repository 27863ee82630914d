-- Errors in `__close` replace the error in flight, and the rest is closed all the same.
--[==[ expects
closing d	first
closing c	first
closing b	c failed
closing a	b failed
false	b failed
closing b	nil
closing a	b failed
false	b failed
closing iteration 1	nil
closing iteration 2	nil
false	iteration 2 failed
closing results	nil
4
closing table error	a table
false	table	7
closing nil error	nil
false	nil
1
closing in coroutine	late
false	late
false	close_errors.lua:69: attempt to call a nil value (metamethod 'close')
]==]
local function closer(label, fail)
  return setmetatable({}, { __close = function(_, e)
    print("closing " .. label, type(e) == "table" and "a table" or e)
    if fail then error(label .. " failed", 0) end
  end })
end
print(pcall(function()
  local a <close> = closer("a")
  local b <close> = closer("b", true)
  local c <close> = closer("c", true)
  local d <close> = closer("d")
  error("first", 0)
end))
print(pcall(function()
  local a <close> = closer("a")
  local b <close> = closer("b", true)
  return "never seen"
end))
print(pcall(function()
  for i = 1, 3 do
    local x <close> = closer("iteration " .. i, i == 2)
  end
end))
print(select("#", pcall(function() local x <close> = closer("results"); return 1, nil, nil end)))
local ok, e = pcall(function()
  local x <close> = closer("table error")
  error({ code = 7 })
end)
print(ok, type(e), e.code)
print(pcall(function()
  local x <close> = closer("nil error")
  error()
end))
local co = coroutine.wrap(function()
  local x <close> = closer("in coroutine")
  coroutine.yield(1)
  error("late", 0)
end)
print(co())
print(pcall(co))
local t = closer("changed")
print(pcall(function()
  local x <close> = t
  getmetatable(t).__close = nil
end))
