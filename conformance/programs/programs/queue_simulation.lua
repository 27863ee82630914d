-- A discrete event simulation with its own random numbers, statistics and a histogram.
--[==[ expects
200	200	10	12.1962 27.5819 209.2864
0-1 *** 15
1-2  2
2-3 * 6
3-4 * 5
4-5 * 5
5-6 ** 11
1 7 2 5 4 3 8 6	green	1129133564
n=500 mean=0.498 sd=0.293 median=0.490
3.1282
]==]
local Random = {} Random.__index = Random function Random.new(seed) return setmetatable({ s = seed }, Random) end function Random:next() self.s = self.s * 6364136223846793005 + 1442695040888963407 return (self.s >> 33) & 0x7fffffff end function Random:uniform() return self:next() / 0x80000000 end function Random:exponential(mean) return -mean * math.log(1 - self:uniform()) end function Random:pick(t) return t[self:next() % #t + 1] end function Random:shuffle(t) for i = #t, 2, -1 do local j = self:next() % i + 1 t[i], t[j] = t[j], t[i] end return t end
local rng = Random.new(12345) local sim = { now = 0, events = {} } function sim:at(delay, f, ...) local e = { time = self.now + delay, f = f, args = table.pack(...) } local i = #self.events + 1 while i > 1 and self.events[i - 1].time < e.time do self.events[i] = self.events[i - 1] i = i - 1 end self.events[i] = e end function sim:run(limit) while #self.events > 0 do local e = table.remove(self.events) if e.time > limit then break end self.now = e.time e.f(table.unpack(e.args, 1, e.args.n)) end end
local queue, busy, served, waits = {}, 0, 0, {} local serve local function arrive(id) if busy < 2 then serve(id, sim.now) else queue[#queue + 1] = { id, sim.now } end if id < 200 then sim:at(rng:exponential(1), arrive, id + 1) end end function serve(id, arrived) busy = busy + 1 waits[#waits + 1] = sim.now - arrived sim:at(rng:exponential(1.8), function() busy = busy - 1 served = served + 1 local next_customer = table.remove(queue, 1) if next_customer then serve(table.unpack(next_customer)) end end) end sim:at(0, arrive, 1) sim:run(1000)
local sum, longest, zero = 0, 0, 0 for _, w in ipairs(waits) do sum = sum + w longest = math.max(longest, w) if w == 0 then zero = zero + 1 end end print(served, #waits, zero, ("%.4f %.4f %.4f"):format(sum / #waits, longest, sim.now)) local buckets = {} for _, w in ipairs(waits) do local b = math.floor(w) buckets[b] = (buckets[b] or 0) + 1 end for b = 0, 5 do print(("%d-%d %s %d"):format(b, b + 1, ("*"):rep((buckets[b] or 0) // 4), buckets[b] or 0)) end
print(table.concat(rng:shuffle { 1, 2, 3, 4, 5, 6, 7, 8 }, " "), rng:pick { "red", "green", "blue" }, rng:next()) local function stats(t) table.sort(t) local n, s = #t, 0 for _, v in ipairs(t) do s = s + v end local mean = s / n local var = 0 for _, v in ipairs(t) do var = var + (v - mean) ^ 2 end return ("n=%d mean=%.3f sd=%.3f median=%.3f"):format(n, mean, math.sqrt(var / (n - 1)), n % 2 == 1 and t[n // 2 + 1] or (t[n // 2] + t[n // 2 + 1]) / 2) end local sample = {} for i = 1, 500 do sample[i] = rng:uniform() end print(stats(sample)) local inside = 0 for _ = 1, 20000 do local x, y = rng:uniform(), rng:uniform() if x * x + y * y < 1 then inside = inside + 1 end end print(4 * inside / 20000)
