-- Memoization of many arguments, lazy lists, streams, promises and pipelines.
--[==[ expects
1	nil	4
1	nil	4
1	nil	2
1	nil	3
nil	nil	4
4
GTABQRTY
1 9 25 49 81 121 169 225
0 1 1 2 3 5 8 13 21 34 55 89 144 233 377 610 987 1597 2584 4181
2 3 5 7 11 13 17 19 23 29 31 37 41 43 47
36
0
got 21, then 42, caught broken, recovered
]==]
local function memoize(f) local cache, NIL = {}, {} return function(...) local node, n = cache, select("#", ...) for i = 1, n do local a = select(i, ...) if a == nil then a = NIL end node[a] = node[a] or {} node = node[a] end if not node[cache] then node[cache] = table.pack(f(...)) end return table.unpack(node[cache], 1, node[cache].n) end end
local calls = 0 local f = memoize(function(a, b, c) calls = calls + 1 return a, b, (c or 0) + calls end) print(f(1, nil, 3)) print(f(1, nil, 3)) print(f(1)) print(f(1, nil)) print(f()) print(calls)
local lcs lcs = memoize(function(a, b) if a == "" or b == "" then return "" end if a:sub(-1) == b:sub(-1) then return lcs(a:sub(1, -2), b:sub(1, -2)) .. a:sub(-1) end local x, y = lcs(a:sub(1, -2), b), lcs(a, b:sub(1, -2)) return #x >= #y and x or y end) print(lcs("AGGTABQWERTY", "GXTXAYBQRTZY"))
local Stream = {} Stream.__index = function(s, k) if k == "tail" then local t = s.thunk() rawset(s, "tail", t) return t end return Stream[k] end
local function cons(head, thunk) return setmetatable({ head = head, thunk = thunk }, Stream) end local function from(n) return cons(n, function() return from(n + 1) end) end function Stream:map(f) return cons(f(self.head), function() return self.tail:map(f) end) end function Stream:filter(p) local s = self while not p(s.head) do s = s.tail end return cons(s.head, function() return s.tail:filter(p) end) end function Stream:take(n) local out, s = {}, self for i = 1, n do out[i] = s.head if i < n then s = s.tail end end return out end function Stream:zip(o, f) return cons(f(self.head, o.head), function() return self.tail:zip(o.tail, f) end) end
print(table.concat(from(1):map(function(x) return x * x end):filter(function(x) return x % 2 == 1 end):take(8), " ")) local fibs fibs = cons(0, function() return cons(1, function() return fibs:zip(fibs.tail, function(a, b) return a + b end) end) end) print(table.concat(fibs:take(20), " ")) local function sieve(s) return cons(s.head, function() return sieve(s.tail:filter(function(x) return x % s.head ~= 0 end)) end) end print(table.concat(sieve(from(2)):take(15), " "))
local function pipe(v, ...) for _, g in ipairs { ... } do v = g(v) end return v end local function map(g) return function(t) local o = {} for i, v in ipairs(t) do o[i] = g(v) end return o end end local function filter(p) return function(t) local o = {} for _, v in ipairs(t) do if p(v) then o[#o + 1] = v end end return o end end local function reduce(g, init) return function(t) local acc = init for _, v in ipairs(t) do acc = g(acc, v) end return acc end end print(pipe({ 1, 2, 3, 4, 5, 6 }, map(function(x) return x * 3 end), filter(function(x) return x % 2 == 0 end), reduce(function(a, b) return a + b end, 0)))
local promise
function promise(executor) local state, value, waiting = "pending", nil, {} local self = {} local function settle(s, v) if state ~= "pending" then return end state, value = s, v for _, w in ipairs(waiting) do w() end end function self:next(on_ok, on_err) return promise(function(resolve, reject) local function run() local h = state == "ok" and on_ok or on_err if not h then (state == "ok" and resolve or reject)(value) return end local ok, r = pcall(h, value) if ok then resolve(r) else reject(r) end end if state == "pending" then waiting[#waiting + 1] = run else run() end end) end local ok, e = pcall(executor, function(v) settle("ok", v) end, function(v) settle("err", v) end) if not ok then settle("err", e) end return self end
local resolve_late
local first = promise(function(resolve) resolve_late = resolve end)
local log = {}
first:next(function(v) log[#log + 1] = "got " .. v; return v * 2 end):next(function(v) log[#log + 1] = "then " .. v; error("broken", 0) end):next(function() log[#log + 1] = "never" end, function(e) log[#log + 1] = "caught " .. e; return "recovered" end):next(function(v) log[#log + 1] = v end)
print(#log)
resolve_late(21)
resolve_late(99)
print(table.concat(log, ", "))
