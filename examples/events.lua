-- An event dispatcher with priorities, wildcards and one-shot listeners, and a small application on top of it.
-- Run it with: flua run examples/events.lua

local Dispatcher = {}
Dispatcher.__index = Dispatcher

function Dispatcher.new() return setmetatable({ listeners = {}, serial = 0 }, Dispatcher) end

-- `user.*` matches `user.created`; `*` matches everything.
local function to_pattern(name) return "^" .. name:gsub("[%.%-]", "%%%0"):gsub("%*", ".-") .. "$" end

-- Adds a listener and gives a function that removes it.
function Dispatcher:on(name, listener, options)
  options = options or {}
  self.serial = self.serial + 1
  local entry = {
    name = name, pattern = to_pattern(name), listener = listener, once = options.once,
    priority = options.priority or 0, serial = self.serial,
  }
  table.insert(self.listeners, entry)
  table.sort(self.listeners, function(a, b)
    if a.priority ~= b.priority then return a.priority > b.priority end
    return a.serial < b.serial
  end)
  return function() return self:remove(entry) end
end

function Dispatcher:once(name, listener) return self:on(name, listener, { once = true }) end

function Dispatcher:remove(entry)
  for i, candidate in ipairs(self.listeners) do
    if candidate == entry then
      table.remove(self.listeners, i)
      return true
    end
  end
  return false
end

-- Calls the listeners of an event. One that fails does not keep the others from running; one that returns
-- `false` does. Gives how many ran and the list of errors.
function Dispatcher:emit(name, ...)
  local ran, errors = 0, {}
  -- Listeners may add and remove listeners: those of now are called.
  for _, entry in ipairs(table.move(self.listeners, 1, #self.listeners, 1, {})) do
    if name:match(entry.pattern) then
      if entry.once then self:remove(entry) end
      local ok, result = pcall(entry.listener, name, ...)
      ran = ran + 1
      if not ok then
        errors[#errors + 1] = ("%s: %s"):format(entry.name, result)
      elseif result == false then
        break
      end
    end
  end
  return ran, errors
end

-- Waits inside a coroutine for the next event of a name, and gives its values.
function Dispatcher:wait(name)
  local me = coroutine.running()
  self:once(name, function(_, ...) assert(coroutine.resume(me, ...)) end)
  return coroutine.yield()
end

---------------------------------------------------------------- an example: a shop

local events = Dispatcher.new()
local stock = { apple = 3, pear = 1 }
local sales, journal = 0, {}

events:on("*", function(name, item) journal[#journal + 1] = item and name .. "(" .. item .. ")" or name end, { priority = 100 })

events:on("order.placed", function(_, item, count)
  if not stock[item] then error("no such item: " .. item, 0) end
  if stock[item] < count then
    events:emit("order.refused", item, stock[item])
    return false
  end
end, { priority = 10 })

events:on("order.placed", function(_, item, count)
  stock[item] = stock[item] - count
  sales = sales + count
  events:emit("order.accepted", item, count)
  if stock[item] == 0 then events:emit("stock.empty", item) end
end)

local unsubscribe = events:on("order.refused", function(_, item, left) print("refused: only " .. left .. " of " .. item) end)
events:on("order.accepted", function(_, item, count) print("accepted: " .. count .. " of " .. item) end)
events:once("order.accepted", function() print("the first customer gets a flower") end)

-- A task that restocks what ran out, twice, as a straight line of code.
coroutine.wrap(function()
  for _ = 1, 2 do
    local item = events:wait("stock.empty")
    stock[item] = 5
    print("restocked " .. item)
  end
  print("the store room is empty")
end)()

for _, order in ipairs { { "apple", 2 }, { "pear", 2 }, { "pear", 1 }, { "plum", 1 }, { "apple", 1 }, { "pear", 4 }, { "pear", 2 } } do
  local ran, errors = events:emit("order.placed", order[1], order[2])
  print(("  %s x%d: %d listeners%s"):format(order[1], order[2], ran, errors[1] and ", " .. errors[1] or ""))
end

print(unsubscribe(), unsubscribe(), (events:emit("order.refused", "pear", 0)))
print("sold " .. sales, "apples " .. stock.apple, "pears " .. stock.pear)
print(#journal .. " events: " .. table.concat(journal, " ", 1, 6) .. " …")
