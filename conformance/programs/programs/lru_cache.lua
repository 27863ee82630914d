-- An LRU cache: a doubly linked list and a table.
--[==[ expects
c b a
1	nil	a c b
d a c	nil
100	a d c	2	2	3
3362168	5830	4170	100
4.0	9.0	4.0	16.0	9.0	4	3 4
]==]
local Cache = {} Cache.__index = Cache
function Cache.new(capacity) local head, tail = {}, {} head.next, tail.prev = tail, head return setmetatable({ capacity = capacity, size = 0, map = {}, head = head, tail = tail, hits = 0, misses = 0 }, Cache) end
local function unlink(n) n.prev.next, n.next.prev = n.next, n.prev end
local function push(self, n) n.next, n.prev = self.head.next, self.head n.next.prev, self.head.next = n, n end
function Cache:get(k) local n = self.map[k] if not n then self.misses = self.misses + 1 return nil end self.hits = self.hits + 1 unlink(n) push(self, n) return n.value end
function Cache:put(k, v) local n = self.map[k] if n then n.value = v unlink(n) push(self, n) return end if self.size >= self.capacity then local last = self.tail.prev unlink(last) self.map[last.key] = nil self.size = self.size - 1 end n = { key = k, value = v } self.map[k] = n push(self, n) self.size = self.size + 1 end
function Cache:keys() local out, n = {}, self.head.next while n ~= self.tail do out[#out + 1] = tostring(n.key) n = n.next end return table.concat(out, " ") end
local c = Cache.new(3) for i, k in ipairs { "a", "b", "c" } do c:put(k, i) end print(c:keys()) print(c:get "a", c:get "z", c:keys()) c:put("d", 4) print(c:keys(), c:get "b") c:put("a", 100) print(c:get "a", c:keys(), c.hits, c.misses, c.size)
local big, sum = Cache.new(100), 0 for i = 1, 10000 do local k = i * i % 337 local v = big:get(k) if not v then v = k * 2 big:put(k, v) end sum = sum + v end print(sum, big.hits, big.misses, big.size)
local function cached(f, n) local cache = Cache.new(n) return function(x) local v = cache:get(x) if v == nil then v = f(x) cache:put(x, v) end return v end, cache end
local calls = 0 local slow, stats = cached(function(x) calls = calls + 1 return x ^ 2 end, 2) print(slow(2), slow(3), slow(2), slow(4), slow(3), calls, stats:keys())
