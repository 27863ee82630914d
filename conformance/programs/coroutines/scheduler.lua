-- A round-robin scheduler with sleeping, waiting and messages.
--[==[ expects
0:c waits
0:a1
1:b
1:b inner 12
1:b failed b broke
2:a2
4:a3
6:a returned A
7:c got a finished
7:c returned C
]==]
local tasks, now, trace = {}, 0, {}
local function spawn(name, f, ...) local args = table.pack(...) tasks[#tasks + 1] = { name = name, wake = 0, co = coroutine.create(function() return f(table.unpack(args, 1, args.n)) end) } end
local function sleep(t) coroutine.yield("sleep", t) end
local function note(s) trace[#trace + 1] = now .. ":" .. s end
local mailbox = {}
local function send(to, m) mailbox[to] = mailbox[to] or {} table.insert(mailbox[to], m) end
local function receive(who) while not mailbox[who] or #mailbox[who] == 0 do coroutine.yield() end return table.remove(mailbox[who], 1) end
spawn("a", function(n) for i = 1, n do note("a" .. i) sleep(2) end send("c", "a finished") return "A" end, 3)
spawn("b", function() sleep(1) note "b" local inner = coroutine.wrap(function() for i = 1, 2 do coroutine.yield(i) end end) note("b inner " .. inner() .. inner()) error("b broke", 0) end)
spawn("c", function() note("c waits") note("c got " .. receive "c") return "C" end)
while #tasks > 0 do
  for i = #tasks, 1, -1 do
    local t = tasks[i]
    if t.wake <= now then
      local ok, what, arg = coroutine.resume(t.co)
      if coroutine.status(t.co) == "dead" then
        note(t.name .. (ok and " returned " or " failed ") .. tostring(what))
        table.remove(tasks, i)
      elseif what == "sleep" then t.wake = now + arg end
    end
  end
  now = now + 1
  if now > 50 then break end
end
print(table.concat(trace, "\n"))
