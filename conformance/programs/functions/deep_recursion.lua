-- Recursion 190,000 deep works: a plain function, a method, and with the results used afterwards.
--[==[ expects
190000
11250075000
100001
1	2
150000
150000
]==]
local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
print(depth(190000))
local list
for i = 1, 150000 do list = { next = list, value = i } end
local function sum(node) if node == nil then return 0 end return node.value + sum(node.next) end
print(sum(list))
local object = { count = 0 }
function object:down(n) if n > 0 then self:down(n - 1) end self.count = self.count + 1; return self.count end
print(object:down(100000))
local function build(n, ...) if n == 0 then return ... end local a, b = build(n - 1, n, ...) return b, a end
print(build(1000))
local co = coroutine.wrap(function() return depth(150000) end)
print(co())
print(select(2, pcall(depth, 150000)))
