-- uncaught: an error without a value.
--[==[ expects
no newline
--- no newline at the end
--- exit code 1
(error object is a nil value)
]==]
io.write("no newline")
error()
