-- uncaught: an error at top level ends the program with exit code 1 and the message on the standard error.
--[==[ expects
before
--- exit code 1
uncaught_message.lua:7: top level failure
]==]
local function third() error("top level failure") end
local function second() third() end
io.write("before\n")
second()
print("never")
