-- At the end of the program all finalizers are called, in the reverse order of marking.
--[==[ expects
running
the main chunk ends
finalizing third
finalizing second
finalizing first
]==]
local function object(name)
  return setmetatable({ name = name }, { __gc = function(o)
    print("finalizing " .. o.name)
    -- What is made now gets no finalizer any more.
    setmetatable({}, { __gc = function() print("too late") end })
  end })
end
local first = object("first")
second = object("second")
third = { object("third") }
local guard <close> = setmetatable({}, { __close = function() print("the main chunk ends") end })
print("running")
