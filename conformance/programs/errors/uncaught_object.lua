-- uncaught: an error object without `__tostring` is described.
--[==[ expects
before
--- exit code 1
(error object is a table value)
]==]
print("before")
error({ code = 1 })
