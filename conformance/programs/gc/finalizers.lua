-- __gc: when it is called, in which order, and how often.
--[==[ expects
reverse order of marking: n5, n4, n3, n2, n1
alive: 
dead: kept
table
once: finalized
marked again: again, again
metatables: replaced, the new metatable
cycle: b, a
nested: outer, |, inner
callable: callable table
weak tables: nil nil key inner key
nil	nil
yielded	false	ended
]==]
local log = {}
local function note(...) log[#log + 1] = table.concat({ ... }, " ") end
local function show(title)
  print(title .. ": " .. table.concat(log, ", "))
  log = {}
end

local mt = { __gc = function(o) note(o.name) end }
local function make(name) return setmetatable({ name = name }, mt) end

do
  local function several() for i = 1, 5 do make("n" .. i) end end
  several()
  collectgarbage()
  show("reverse order of marking")
end

do
  local keep = make("kept")
  collectgarbage()
  show("alive")
  keep = nil
  collectgarbage()
  show("dead")
end

do
  -- An object that comes back is finalized once, unless it is marked again.
  local back
  local phoenix = { __gc = function(o) note("finalized") back = o end }
  setmetatable({}, phoenix)
  collectgarbage()
  print(type(back))
  back = nil
  collectgarbage()
  show("once")
  local again = { __gc = function(o) note("again") setmetatable(o, getmetatable(o)) end }
  setmetatable({}, again)
  collectgarbage()
  collectgarbage()
  again.__gc = nil
  collectgarbage()
  show("marked again")
end

do
  -- A __gc that comes later does not count; one that is replaced does.
  local later = {}
  setmetatable({}, later)
  later.__gc = function() note("never") end
  collectgarbage()
  local replaced = { __gc = true }
  setmetatable({}, replaced)
  replaced.__gc = function() note("replaced") end
  collectgarbage()
  local removed = { __gc = function() note("never") end }
  setmetatable({}, removed)
  removed.__gc = nil
  collectgarbage()
  local other = setmetatable({}, { __gc = function() note("never") end })
  setmetatable(other, { __gc = function() note("the new metatable") end })
  other = nil
  collectgarbage()
  show("metatables")
end

do
  -- A cycle, and objects that hold each other.
  local function cycle()
    local a, b = make("a"), make("b")
    a.other, b.other = b, a
  end
  cycle()
  collectgarbage()
  show("cycle")
end

do
  -- What a finalizer makes is finalized at the next collection.
  setmetatable({}, { __gc = function() note("outer") make("inner") end })
  collectgarbage()
  note("|")
  collectgarbage()
  show("nested")
end

do
  local call = setmetatable({}, { __call = function(self, o) note("callable", type(o)) end })
  setmetatable({}, { __gc = call })
  collectgarbage()
  show("callable")
end

do
  -- Weak values are gone when the finalizer runs, weak keys are still there.
  local values, keys = setmetatable({}, { __mode = "v" }), setmetatable({}, { __mode = "k" })
  local function mark()
    local inner = {}
    local o = setmetatable({ inner = inner }, { __gc = function(o)
      note(tostring(values[1]), tostring(values[2]), tostring(keys[o]), tostring(keys[o.inner]))
    end })
    values[1], values[2] = o, inner
    keys[o], keys[inner] = "key", "inner key"
  end
  mark()
  collectgarbage()
  show("weak tables")
  collectgarbage()
  print(next(values), next(keys))
end

do
  local ran = false
  local co = coroutine.wrap(function()
    setmetatable({}, { __gc = function() ran = coroutine.isyieldable() end })
    collectgarbage()
    coroutine.yield("yielded")
    return "ended"
  end)
  print(co(), ran, co())
end
