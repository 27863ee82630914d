-- A cooperative scheduler: tasks that sleep, wait for each other and talk over channels.
-- Run it with: flua run examples/scheduler.lua

local Scheduler = {}
Scheduler.__index = Scheduler

function Scheduler.new()
  return setmetatable({ clock = 0, ready = {}, sleeping = {}, current = nil, serial = 0 }, Scheduler)
end

-- Starts a task; it runs when the scheduler gets to it.
function Scheduler:spawn(name, body, ...)
  self.serial = self.serial + 1
  local task = { name = name, id = self.serial, waiters = {} }
  local arguments = table.pack(...)
  task.coroutine = coroutine.create(function() return body(table.unpack(arguments, 1, arguments.n)) end)
  self:wake(task)
  return task
end

function Scheduler:wake(task, ...)
  task.values = table.pack(...)
  self.ready[#self.ready + 1] = task
end

-- Called inside tasks: suspend until somebody wakes this task, and give what they pass.
local function suspend() return coroutine.yield() end

function Scheduler:sleep(duration)
  local entry = { task = self.current, time = self.clock + duration }
  local place = #self.sleeping + 1
  while place > 1 and self.sleeping[place - 1].time > entry.time do place = place - 1 end
  table.insert(self.sleeping, place, entry)
  return suspend()
end

-- Waits for another task: gives its results, or raises its error.
function Scheduler:join(task)
  if not task.result then
    task.waiters[#task.waiters + 1] = self.current
    suspend()
  end
  if not task.result[1] then error(task.result[2], 0) end
  return table.unpack(task.result, 2, task.result.n)
end

function Scheduler:step(task)
  self.current = task
  local result = table.pack(coroutine.resume(task.coroutine, table.unpack(task.values, 1, task.values.n)))
  self.current = nil
  if coroutine.status(task.coroutine) == "dead" then
    task.result = result
    for _, waiter in ipairs(task.waiters) do self:wake(waiter) end
  end
end

function Scheduler:run()
  while true do
    while #self.ready > 0 do self:step(table.remove(self.ready, 1)) end
    local entry = table.remove(self.sleeping, 1)
    if not entry then return self.clock end
    self.clock = entry.time
    self:wake(entry.task)
  end
end

-- A channel with a buffer of a given size.
local Channel = {}
Channel.__index = Channel

function Scheduler:channel(capacity)
  return setmetatable({ scheduler = self, capacity = capacity or 0, buffer = {}, senders = {}, receivers = {} }, Channel)
end

function Channel:send(value)
  local receiver = table.remove(self.receivers, 1)
  if receiver then
    self.scheduler:wake(receiver, value)
  elseif #self.buffer < self.capacity then
    self.buffer[#self.buffer + 1] = value
  else
    self.senders[#self.senders + 1] = { task = self.scheduler.current, value = value }
    suspend()
  end
end

function Channel:receive()
  local value = table.remove(self.buffer, 1)
  local sender = table.remove(self.senders, 1)
  if sender then
    self.scheduler:wake(sender.task)
    if value == nil then return sender.value end
    self.buffer[#self.buffer + 1] = sender.value
  end
  if value ~= nil then return value end
  self.receivers[#self.receivers + 1] = self.scheduler.current
  return suspend()
end

---------------------------------------------------------------- an example: a small kitchen

local kitchen = Scheduler.new()
local function log(...) print(("%4.1f  %s"):format(kitchen.clock, table.concat({ ... }, " "))) end

local orders = kitchen:channel(2)
local counter = kitchen:channel()

local function cook(name, speed)
  local cooked = 0
  while true do
    local order = orders:receive()
    if order.dish == "closed" then
      orders:send(order)
      return name, cooked
    end
    log(name, "cooks", order.dish)
    kitchen:sleep(order.time / speed)
    if order.dish == "soufflé" then error(name .. " dropped the " .. order.dish, 0) end
    cooked = cooked + 1
    counter:send(order.dish)
  end
end

local cooks = { kitchen:spawn("Ann", cook, "Ann", 1), kitchen:spawn("Bo", cook, "Bo", 2) }

kitchen:spawn("guests", function()
  for _, order in ipairs { { "soup", 2 }, { "salad", 1 }, { "pasta", 3 }, { "pizza", 4 }, { "soufflé", 2 }, { "tea", 0.5 } } do
    log("order", order[1])
    orders:send { dish = order[1], time = order[2] }
    kitchen:sleep(0.5)
  end
  orders:send { dish = "closed" }
end)

local waiter = kitchen:spawn("waiter", function()
  local served = {}
  for _ = 1, 5 do
    local dish = counter:receive()
    log("served", dish)
    served[#served + 1] = dish
  end
  return table.concat(served, ", ")
end)

kitchen:spawn("manager", function()
  for _, task in ipairs(cooks) do
    local ok, who, count = pcall(kitchen.join, kitchen, task)
    log("manager:", ok and ("%s cooked %d"):format(who, count) or "trouble: " .. who)
  end
  log("manager: served", kitchen:join(waiter))
end)

print(("closed at %.1f"):format(kitchen:run()))
