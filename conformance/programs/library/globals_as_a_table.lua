-- The table of the globals, used as a table.
--[==[ expects
number	1
computed	computed
raw
select	undefined
]==]
print(type(1), math.floor(1.5))
for _, name in ipairs({"type", "math"}) do _G[name] = {floor = function() return "computed" end} end
print(type.floor(), math.floor(1.5))
rawset(_G, "tostring", function() return "raw" end)
print(tostring(1))
setmetatable(_G, {__index = function(_, name) return name end})
select = nil
print(select, undefined)
