-- An error in a finalizer is a warning, and the program goes on.
--[==[ expects
closed	in
false	own
done
]==]
warn("@on")
io.stderr:write("first\n")
local function drop(gc)
  setmetatable({}, { __gc = gc })
  collectgarbage()
end
drop(function() error("a text") end)
drop(function() error("no position", 0) end)
drop(function() error({}) end)
drop(function() error(12) end)
drop(function() error() end)
drop(function() local x = nil + 1 end)
drop(function() coroutine.yield() end)
drop(true)
drop("text")
drop(function()
  local guard <close> = setmetatable({}, { __close = function(_, e) print("closed", e) end })
  error("in", 0)
end)
print(pcall(function()
  drop(function() error("not caught here", 0) end)
  error("own", 0)
end))
warn("@off")
drop(function() error("nobody hears") end)
print("done")
