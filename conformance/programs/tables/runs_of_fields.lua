-- Runs of field accesses and arithmetic, with a metamethod, an error or a yield in the middle: what was done before is done once.
--[==[ expects
2.5	4.0	1
7	10	1
false	runs_of_fields.lua:87: attempt to perform arithmetic on a nil value (field 'vy')
false	runs_of_fields.lua:87: attempt to perform arithmetic on a nil value (field 'n')
true	5	10	6
31	2	0
21	30	1
a	get:vx get:y get:vy set:y:30
41	50	2
b	get:vx get:vy
2	2	2
2	nil
6	118	6
106	220	7
6	4	6
7.5	5.0	7.5
12	8	12
-9223372036854775808	0	-9223372036854775808
false	runs_of_fields.lua:93: attempt to perform arithmetic on a table value (field 'i')
false	runs_of_fields.lua:93: attempt to perform arithmetic on a nil value (field 'i')
false	runs_of_fields.lua:93: attempt to index a nil value (local 't')
false	runs_of_fields.lua:93: attempt to index a number value (local 't')
5	8
c	mul add mul add
2.0	3.5
d	mul add mul add
6	6
23	12
6	1
10	2
false	runs_of_fields.lua:95: attempt to perform arithmetic on a nil value (field '?')
7.0	1.5
6	1
false	runs_of_fields.lua:95: attempt to perform arithmetic on a nil value (field '?')
22	5
false	runs_of_fields.lua:95: attempt to perform arithmetic on a nil value (field '?')
6	1
1	1
3	3
5	3
false	runs_of_fields.lua:96: attempt to perform arithmetic on a nil value (field 'inc')
false	runs_of_fields.lua:96: attempt to index a nil value (field 'list')
false	runs_of_fields.lua:96: attempt to perform arithmetic on a nil value (field '?')
false	runs_of_fields.lua:96: attempt to perform arithmetic on a nil value (field 'sum')
false	runs_of_fields.lua:87: readonly x
false	runs_of_fields.lua:87: no n
2	3
2
6
false	runs_of_fields.lua:98: attempt to compare string with number
false	runs_of_fields.lua:98: attempt to compare number with nil
-2085.0
false	runs_of_fields.lua:99: attempt to perform arithmetic on a nil value (field 'vy')
-35	-87	7.5	6
-2237.25
e	miss:vy
false	runs_of_fields.lua:99: attempt to index a nil value (local 'p')
b
d
setc
e
17	9
3	6	2.0	1.0,1.5,2.0
false	runs_of_fields.lua:101: attempt to index a nil value (field 'hist')
4	10	2.5
false	runs_of_fields.lua:101: attempt to perform arithmetic on a nil value (field 'total')
5
false	runs_of_fields.lua:105: attempt to perform arithmetic on a nil value (field 'missing')
4	nil
false	runs_of_fields.lua:103: attempt to perform arithmetic on a nil value (field 'q')
false	runs_of_fields.lua:103: attempt to perform arithmetic on a nil value (local 'a')
1	2	100	101
12	2	4
9	9
f	ggb ggc sga ggd ggb ggc ggd
-3	6
-3	6
false	runs_of_fields.lua:109: attempt to perform arithmetic on a nil value (global 'gy')
-11	22
]==]
local log = {}
local function note(...) log[#log + 1] = table.concat({...}, ":") end
local function flush(name) print(name, table.concat(log, " ")) log = {} end
local function mk(fields, idx, nidx) return setmetatable(fields, {__index = idx, __newindex = nidx}) end
local function step(p, dt) p.x = p.x + p.vx * dt p.y = p.y + p.vy * dt p.n = p.n + 1 return p.x, p.y, p.n end
print(step({x = 1, y = 2, vx = 3, vy = 4, n = 0}, 0.5)) print(step({x = 1, y = 2, vx = 3, vy = 4, n = 0}, 2)) print(pcall(step, {x = 1, y = 2, vx = 3, n = 0}, 1)) print(pcall(step, {x = 1, y = 2, vx = 3, vy = 4}, 1)) print(pcall(step, {x = 1, vx = "2", vy = "3", y = 4, n = "5"}, 2))
local half = {x = 1, y = 2, vx = 3, n = 0} pcall(step, half, 10) print(half.x, half.y, half.n)
local o = mk({x = 1, n = 0}, function(t, k) note("get", k) return 10 end, function(t, k, v) note("set", k, v) rawset(t, k, v) end) print(step(o, 2)) flush("a") print(step(o, 2)) flush("b")
local q = mk({}, {x = 1, y = 1, vx = 1, vy = 1, n = 1}, nil) print(step(q, 1)) print(rawget(q, "x"), rawget(q, "vx"))
local up = 5 local sneaky = setmetatable({a = 1}, {__index = function(t, k) up = up + 1 t.a = 100 return up end}) local function s1(t) local r = t.a + up t.b = r local s = t.zz + t.a + up + t.b return r, s, up end print(s1(sneaky)) print(s1(sneaky))
local function s2(t) t.i = t.i + 1 t.j = t.i * 2 t.k = t.i + t.j t.i = t.k return t.i, t.j, t.k end print(s2{i = 1}) print(s2{i = 1.5}) print(s2{i = "3"}) print(s2{i = math.maxinteger}) print(pcall(s2, {i = {}})) print(pcall(s2, {})) print(pcall(s2, nil)) print(pcall(s2, 5))
local V = {} V.__index = V V.__add = function(a, b) note("add") return setmetatable({v = a.v + b.v}, V) end V.__mul = function(a, b) note("mul") return setmetatable({v = a.v * (type(b) == "number" and b or b.v)}, V) end local function s3(p, dt) p.pos = p.pos + p.vel * dt p.vel = p.vel + p.acc * dt return p.pos.v, p.vel.v end print(s3({pos = setmetatable({v = 1}, V), vel = setmetatable({v = 2}, V), acc = setmetatable({v = 3}, V)}, 2)) flush("c") print(s3({pos = {v = 1}, vel = 2, acc = 3} and {pos = setmetatable({v = 1}, V), vel = setmetatable({v = 2}, V), acc = setmetatable({v = 3}, V)}, 0.5)) flush("d")
local function alias(a, b) a.x = b.x + 1 b.x = a.x + 1 a.x = a.x + b.x return a.x, b.x end local t = {x = 1} print(alias(t, t)) print(alias({x = 1}, {x = 10})) local function idx(t, i) t[i] = t[i] + t[i + 1] t[i + 1] = t[i] - t[i + 1] t[i] = t[i] * 2 return t[i], t[i + 1] end print(idx({1, 2, 3}, 1)) print(idx({1, 2, 3}, 2)) print(pcall(idx, {1, 2, 3}, 3)) print(idx({1.5, 2}, 1)) print(idx({"1", "2"}, 1)) print(pcall(idx, {1}, 1)) print(idx({[0] = 5, 6}, 0)) print(pcall(idx, {1, 2}, 1.5)) print(idx({1, 2}, 1.0))
local function grow(t) t[#t + 1] = #t + 1 t[#t + 1] = t[#t] * 2 t[#t] = nil return #t, t[#t] end print(grow{}) print(grow{5, 6}) local function mixed(o, i) o.list[i] = o.list[i] + o.inc o.sum = o.sum + o.list[i] o.list[i + 1] = o.sum return o.sum, #o.list end print(mixed({list = {1, 2}, inc = 3, sum = 0}, 2)) print(pcall(mixed, {list = {1, 2}, sum = 0}, 2)) print(pcall(mixed, {inc = 1, sum = 0}, 2)) print(pcall(mixed, {list = {1}, inc = 1, sum = 0}, 2)) print(pcall(mixed, {list = {1, 2}, inc = 1}, 2))
local ro = setmetatable({}, {__index = {x = 1, y = 2, vx = 1, vy = 1, n = 0}, __newindex = function(_, k) error("readonly " .. k, 2) end}) print(pcall(step, ro, 1)) local part = setmetatable({x = 1, y = 2, vx = 1, vy = 1}, {__index = {n = 7}, __newindex = function(_, k) error("no " .. k, 2) end}) print(pcall(step, part, 1)) print(part.x, part.y)
local function cmp(a, b) if a.x < b.x and a.y <= b.y or a.z == b.z then return a.x + b.y else return a.y - b.x end end print(cmp({x = 1, y = 2, z = 3}, {x = 2, y = 1, z = 3})) print(cmp({x = 1, y = 2}, {x = 2, y = 5}))
print(pcall(cmp, {x = "a", y = 2, z = 1}, {x = 1, y = 1, z = 2})) print(pcall(cmp, {x = 1, y = 2, z = 1}, {x = 2, z = 2})) local function loop(ps, n) for r = 1, n do for i = 1, #ps do local p = ps[i] p.x = p.x + p.vx p.y = p.y + p.vy if p.x > 10 then p.vx = -p.vx p.x = 20 - p.x end if p.y > 10 or p.y < 0 then p.vy = -p.vy end end end local s = 0 for _, p in ipairs(ps) do s = s + p.x * p.y end return s end local ps = {} for i = 1, 10 do ps[i] = {x = i, y = i / 2, vx = i % 3, vy = 0.25 * i} end print(loop(ps, 50)) ps[5].vy = nil print(pcall(loop, ps, 1)) print(ps[4].x, ps[5].x, ps[5].y, ps[6].x) ps[5] = setmetatable(ps[5], {__index = function(_, k) note("miss", k) return 1 end}) print(loop(ps, 1)) flush("e") ps[3] = nil print(pcall(loop, ps, 1))
local co = coroutine.wrap(function() local t = setmetatable({a = 1}, {__index = function(t, k) return coroutine.yield(k) end, __newindex = function(t, k, v) coroutine.yield("set" .. k) rawset(t, k, v) end}) t.a = t.a + t.b t.c = t.a * t.d t.a = t.c + t.e + t.a return t.a, t.c end) print(co()) print(co(2)) print(co(3)) print(co()) print(co(5))
local function upd(self) self.count = self.count + 1 self.total = self.total + self.count self.avg = self.total / self.count self.hist[self.count] = self.avg return self end local u = {count = 0, total = 0, hist = {}} for i = 1, 3 do upd(u) end print(u.count, u.total, u.avg, table.concat(u.hist, ",")) u.hist = nil print(pcall(upd, u)) print(u.count, u.total, u.avg) u.total = nil print(pcall(upd, u)) print(u.count)
local function err1(t) local a = t.p
  local b = t.q + a
  t.r = a + b
  t.s = t.r + t.missing
  t.never = 1 end local et = {p = 1, q = 2} print(pcall(err1, et)) print(et.r, et.never) print(pcall(err1, {p = 1})) print(pcall(err1, {q = 1, missing = 1}))
local function upval() local obj = {v = 0} local function inc() obj.v = obj.v + 1 if obj.v == 3 then obj = {v = 100} end obj.w = obj.v return obj.v end return inc end local inc = upval() print(inc(), inc(), inc(), inc())
local T = {} T.__index = T function T.new() return setmetatable({n = 0}, T) end function T:inc() self.n = self.n + self.by self.n = self.n + self:bonus() return self end T.by = 2 function T:bonus() self.by = self.by + 1 return self.by end local tt = T.new() print(tt:inc():inc().n, T.by, rawget(tt, "by")) local env = setmetatable({}, {__index = function(_, k) note("g" .. k) return 3 end, __newindex = function(t, k, v) note("s" .. k) rawset(t, k, v) end}) local function ge() local _ENV = env ga = gb + gc ga = ga + gd return ga end print(ge(), ge()) flush("f")
gx, gy = 1, 2 local function gl() gx = gx + gy gy = gx * 2 gx = gx - gy return gx, gy end print(gl()) print(gl()) gy = nil print(pcall(gl)) gx = "10" gy = 1 print(gl())
