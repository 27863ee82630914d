-- uncaught: an error object with `__tostring` says what it is.
--[==[ expects
before
--- exit code 1
an object of mine
]==]
print("before")
error(setmetatable({}, { __tostring = function() return "an object of mine" end }))
