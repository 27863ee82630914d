-- Event dispatch: emitters with named listeners, varargs handed on, once-listeners, priorities, and objects that talk to each other.
bench_n = 160000

local Emitter = {}
Emitter.__index = Emitter

function Emitter.new()
  return setmetatable({ listeners = {} }, Emitter)
end

function Emitter:on(name, callback, priority)
  local list = self.listeners[name]
  if not list then
    list = {}
    self.listeners[name] = list
  end
  table.insert(list, { callback = callback, priority = priority or 0 })
  table.sort(list, function(a, b) return a.priority > b.priority end)
  return self
end

function Emitter:once(name, callback)
  local function wrapper(...)
    self:off(name, wrapper)
    return callback(...)
  end
  return self:on(name, wrapper, -1)
end

function Emitter:off(name, callback)
  local list = self.listeners[name]
  for i = #list, 1, -1 do
    if list[i].callback == callback then
      table.remove(list, i)
    end
  end
end

function Emitter:emit(name, ...)
  local list = self.listeners[name]
  if not list then
    return 0
  end
  local called = 0
  for i = #list, 1, -1 do
    called = called + 1
    if list[i].callback(...) == "stop" then
      break
    end
  end
  return called
end

local function make_counter(emitter, name)
  local counter = { count = 0, sum = 0 }
  emitter:on(name, function(amount, extra)
    counter.count = counter.count + 1
    counter.sum = counter.sum + amount + (extra or 0)
  end)
  return counter
end

function run_iter(n)
  local emitter = Emitter.new()
  local clicks = make_counter(emitter, "click")
  local moves = make_counter(emitter, "move")
  local keys = make_counter(emitter, "key")
  local log = {}
  emitter:on("move", function(x, y)
    if x > y then
      emitter:emit("right", x - y)
    else
      emitter:emit("left", y - x, x, y)
    end
  end, 5)
  emitter:on("key", function(code)
    if code % 16 == 0 then
      return "stop"
    end
  end, -5)
  emitter:on("left", function(...) log[#log + 1] = select("#", ...) end)
  emitter:on("right", function(d) log[#log + 1] = d % 10 end)
  local called, fired = 0, 0
  for i = 1, n do
    called = called + emitter:emit("click", i % 7)
    called = called + emitter:emit("move", i * 7 % 31, i * 3 % 29)
    called = called + emitter:emit("key", i % 64, 1)
    called = called + emitter:emit("unknown", i)
    if i % 10 == 0 then
      emitter:once("click", function(amount) fired = fired + amount end)
    end
  end
  local sum = 0
  for _, v in ipairs(log) do
    sum = sum + v
  end
  return called + fired * 3 + sum + clicks.sum + moves.sum + keys.sum + clicks.count + moves.count * 2 + keys.count * 3
end
