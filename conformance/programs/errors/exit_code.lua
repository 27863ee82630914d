-- uncaught: `os.exit` ends the program with its code; buffered output is written.
--[==[ expects
written before exit
--- no newline at the end
--- exit code 7
]==]
local c <close> = setmetatable({}, { __close = function() print("not closed") end })
io.write("written before exit")
pcall(function() os.exit(7) end)
print("never")
