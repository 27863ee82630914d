-- A file that nobody holds any more is closed, and what was written is in it.
--[==[ expects
written, never closed
]==]
local name = os.tmpname()
local function write()
  local file = io.open(name, "w")
  file:write("written, never closed")
end
write()
collectgarbage()
for line in io.lines(name) do print(line) end
os.remove(name)
