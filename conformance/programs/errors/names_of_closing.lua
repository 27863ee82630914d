-- What closes a variable is named in messages where its scope ends, and not where an error ends it: no instruction stands behind that call.
--[==[ expects
false	attempt to call a nil value
false	names_of_closing.lua:17: attempt to call a nil value (metamethod 'close')
false	names_of_closing.lua:18: attempt to call a nil value (metamethod 'close')
false	names_of_closing.lua:19: attempt to call a nil value (metamethod 'close')
false	names_of_closing.lua:20: attempt to call a nil value (metamethod 'close')
false	attempt to call a number value
false	names_of_closing.lua:22: attempt to call a number value (metamethod 'close')
false	attempt to call a nil value
true
false	attempt to call a nil value
false	attempt to call a nil value
]==]
local function obj() return setmetatable({}, { __close = function() end }) end
print(pcall(function() local c <close> = obj() setmetatable(c, nil) error("x") end))
print(pcall(function() local c <close> = obj() setmetatable(c, nil) end))
print(pcall(function() do local c <close> = obj() setmetatable(c, nil) end print("behind") end))
print(pcall(function() local c <close> = obj() setmetatable(c, nil) return 1 end))
print(pcall(function() for i = 1, 2 do local c <close> = obj() setmetatable(c, nil) break end end))
print(pcall(function() local c <close> = obj() getmetatable(c).__close = 5 local d = nil + 1 end))
print(pcall(function() local c <close> = obj() getmetatable(c).__close = 5 end))
print(pcall(function() local c <close> = obj() getmetatable(c).__close = nil return (nil)() end))
local co = coroutine.create(function() local c <close> = obj() getmetatable(c).__close = nil coroutine.yield() end)
print(coroutine.resume(co)) print(coroutine.close(co))
local co = coroutine.wrap(function() local c <close> = obj() getmetatable(c).__close = nil error("y") end)
print(pcall(co))
