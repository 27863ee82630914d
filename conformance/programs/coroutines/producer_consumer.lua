-- Producers, filters and consumers; values passed both ways.
--[==[ expects
  1 alpha
  2 beta
  3 gamma
5	15	12
ping 3	pong 3
ping 2	pong 2
ping 1	pong 1
ping done	pong done
full 1 2 3 full 4 5 writer done 6 reader done
]==]
local function producer(items) return coroutine.create(function() for _, v in ipairs(items) do coroutine.yield(v) end return nil end) end
local function receive(p) local ok, v = coroutine.resume(p) assert(ok, v) return v end
local function filter(p) return coroutine.create(function() local n = 1 while true do local v = receive(p) if not v then return nil end coroutine.yield(("%3d %s"):format(n, v)) n = n + 1 end end) end
local function consume(p) while true do local v = receive(p) if not v then break end print(v) end end
consume(filter(producer { "alpha", "beta", "gamma" }))
local accumulator = coroutine.wrap(function(v) local total = 0 while true do total = total + v v = coroutine.yield(total) end end)
print(accumulator(5), accumulator(10), accumulator(-3))
local ping, pong
ping = coroutine.create(function(n) while n > 0 do n = coroutine.yield("ping " .. n) end return "ping done" end)
pong = coroutine.create(function(n) while n > 0 do n = coroutine.yield("pong " .. n) end return "pong done" end)
for n = 3, 0, -1 do print(select(2, coroutine.resume(ping, n)), select(2, coroutine.resume(pong, n))) end
local queue = {}
local function put(v) while #queue >= 2 do coroutine.yield("full") end queue[#queue + 1] = v end
local function get() while #queue == 0 do coroutine.yield("empty") end return table.remove(queue, 1) end
local log = {}
local writer = coroutine.create(function() for i = 1, 6 do put(i) end return "writer done" end)
local reader = coroutine.create(function() for _ = 1, 6 do log[#log + 1] = get() end return "reader done" end)
while coroutine.status(reader) ~= "dead" do
  for _, c in ipairs { writer, reader } do
    if coroutine.status(c) == "suspended" then local _, state = coroutine.resume(c) log[#log + 1] = tostring(state) end
  end
end
print(table.concat(log, " "))
