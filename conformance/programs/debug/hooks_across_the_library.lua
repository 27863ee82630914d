-- Hooks in programs whose functions are called by the library, close coroutines and iterate over them.
-- debug: yes
--[==[ expects
true
AB
false	x
43	return:sethook call:create return:create call:resume return:resume call:close return:close call:print return:print call:wrap return:wrap call:for iterator return:for iterator call:for iterator return:for iterator call:for iterator return:for iterator call:gsub call:nil call:upper return:upper return:nil call:nil call:upper return:upper return:nil return:gsub call:print return:print call:sort call:nil return:nil call:nil return:nil return:sort call:wrap return:wrap call:pcall call:nil return:pcall call:print return:print call:sethook
]==]
local events = {}
debug.sethook(function(e) events[#events + 1] = e .. ":" .. tostring(debug.getinfo(2, "n").name) end, "cr")
local co = coroutine.create(function()
  local a <close> = setmetatable({}, {__close = function() end})
  coroutine.yield()
end)
coroutine.resume(co)
print(coroutine.close(co))
for k in coroutine.wrap(function() coroutine.yield(1) coroutine.yield(2) end) do local _ = k end
print((string.gsub("ab", "%w", function(c) return c:upper() end)))
local t = {3, 1, 2}
table.sort(t, function(a, b) return a < b end)
print(pcall(coroutine.wrap(function() error("x", 0) end)))
debug.sethook()
print(#events, table.concat(events, " "))
