-- Yields across pcall and xpcall, errors after resumption, nested protected calls.
--[==[ expects
first
false:asked to fail
second arg
false:handled error later
loop1
1	true	a
loop2
2	false	two
loop3
3	true	c
nested
true	true	d	2	3
deep
false	from the deep
finished
true	from pcall(yield)
true	1	2
true	3	x	y
direct
result
false	final
false	cannot resume dead coroutine
dead
]==]
local yield = coroutine.yield
local co = coroutine.wrap(function()
  local ok, v = pcall(function()
    local x = yield("first")
    if x == "fail" then error("asked to fail", 0) end
    return x
  end)
  yield(tostring(ok) .. ":" .. tostring(v))
  local ok2, v2 = xpcall(function(a)
    local x = yield("second " .. a)
    error("error " .. x, 0)
  end, function(m) return "handled " .. m end, "arg")
  yield(tostring(ok2) .. ":" .. tostring(v2))
  for i = 1, 3 do
    local ok3, v3 = pcall(function() local v = yield("loop" .. i); if i == 2 then error("two", 0) end return v end)
    print(i, ok3, v3)
  end
  local r = table.pack(pcall(pcall, function() return yield("nested"), 2, 3 end))
  return table.unpack(r, 1, r.n)
end)
print(co()) print(co("fail")) print(co()) print(co("later")) print(co())
print(co("a")) print(co("b")) print(co("c")) print(co("d"))
local function risky(n) if n == 0 then yield("deep") error("from the deep", 0) end local r = risky(n - 1) return r end
local c2 = coroutine.wrap(function() local ok, e = pcall(risky, 20) yield(ok, e) return "finished" end)
print(c2()) print(c2()) print(c2())
local c3 = coroutine.create(function() pcall(yield, "from pcall(yield)") local r = { pcall(yield, 1, 2) } return #r, r[2], r[3] end)
print(coroutine.resume(c3)) print(coroutine.resume(c3)) print(coroutine.resume(c3, "x", "y"))
local c4 = coroutine.wrap(function() return select(2, xpcall(yield, print, "direct")) end)
print(c4()) print(c4("result"))
local c5 = coroutine.create(function() local a <close> = setmetatable({}, { __close = function(_, e) print("close", e) yield("in close") print("closed") end })
  pcall(error, "x") error("final", 0) end)
print(coroutine.resume(c5)) print(coroutine.resume(c5)) print(coroutine.status(c5))
