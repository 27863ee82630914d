-- `__newindex` as a function and as a table; keys that exist are stored directly; rawset.
--[==[ expects
2	b	nil	new=a gone=nil
again!	old=again
nil	1	1	0	2
deep	key	value
nil
false	newindex.lua:39: cannot set 'a'
1
false	newindex.lua:41: attempt to index a nil value (local 'n')
false	newindex.lua:42: attempt to index a number value (local 'n')
false	newindex.lua:43: attempt to index a string value (constant 's')
false	newindex.lua:44: attempt to index a number value
false	newindex.lua:45: table index is nil
false	newindex.lua:46: table index is NaN
false	table index is nil
2	second	first
new	3	30
10	20	nil
]==]
local log = {}
local t = setmetatable({ old = 1 }, { __newindex = function(self, k, v) log[#log + 1] = k .. "=" .. tostring(v); rawset(self, k, v and v .. "!") end })
t.old = 2
t.new = "a"
t.new = "b"
t.gone = nil
print(t.old, t.new, t.gone, table.concat(log, " "))
t.old = nil
t.old = "again"
print(t.old, log[#log])
local store = {}
local proxy = setmetatable({}, { __newindex = store, __index = store })
proxy.x, proxy[1], proxy[2] = 1, "one", "two"
print(rawget(proxy, "x"), store.x, proxy.x, #proxy, #store)
local deep = setmetatable({}, { __newindex = setmetatable({}, { __newindex = function(_, k, v) print("deep", k, v) end }) })
deep.key = "value"
print(rawget(deep, "key"))
local readonly = setmetatable({}, { __index = { a = 1 }, __newindex = function(_, k) error("cannot set '" .. k .. "'", 2) end })
print(pcall(function() readonly.a = 2 end))
print(readonly.a)
print(pcall(function() local n; n.x = 1 end))
print(pcall(function() local n = 5; n.x = 1 end))
print(pcall(function() ("s").x = 1 end))
print(pcall(function() local bad = setmetatable({}, { __newindex = 7 }); bad.x = 1 end))
print(pcall(function() local q = {}; q[nil] = 1 end))
print(pcall(function() local q = {}; q[0 / 0] = 1 end))
print(pcall(rawset, {}, nil, 1))
local count = setmetatable({}, { __newindex = function(t, k, v) rawset(t, #t + 1, v) end })
count.a, count.b = "first", "second"
print(#count, count[1], count[2])
local nums = setmetatable({ 1, 2 }, { __newindex = function(_, k, v) print("new", k, v) end })
nums[1], nums[2], nums[3] = 10, 20, 30
print(nums[1], nums[2], nums[3])
