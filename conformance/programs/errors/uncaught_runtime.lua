-- uncaught: a run-time error inside nested functions and a coroutine.
--[==[ expects
before
--- exit code 1
uncaught_runtime.lua:10: uncaught_runtime.lua:8: attempt to index a nil value (field 'missing')
]==]
local config = {}
local co = coroutine.wrap(function() return config.missing.field end)
print("before")
co()
