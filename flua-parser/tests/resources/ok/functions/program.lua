-- A queue with metatables, closures and coroutines: a bit of everything.
local Queue = {}
Queue.__index = Queue

function Queue.new(...)
  local self = setmetatable({first = 1, last = 0, n = select("#", ...)}, Queue)
  for _, item in ipairs({...}) do self:push(item) end
  return self
end

function Queue:push(item)
  self.last = self.last + 1
  self[self.last] = item
  return self
end

function Queue:pop()
  if self.first > self.last then return nil, "empty" end
  local item = self[self.first]
  self[self.first], self.first = nil, self.first + 1
  return item
end

local function producer(limit)
  return coroutine.wrap(function()
    for i = 1, limit do
      if i % 2 == 0 then goto continue end
      coroutine.yield(i, i ^ 2, i // 2 .. "")
      ::continue::
    end
  end)
end

local queue <const> = Queue.new(1, 2.5, "three", [[four]])
for a, b in producer(10) do queue:push{a, b; sum = a + b, [a] = ~a & 0xff} end
while true do
  local item <const>, err = queue:pop()
  if not item then break end
  print(type(item) == "table" and #item or item, err)
end
repeat local done = queue.first >= queue.last until done
return queue
