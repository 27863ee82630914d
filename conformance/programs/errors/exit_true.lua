-- `os.exit(true)` is success, also from inside a coroutine.
--[==[ expects
one
two
]==]
print("one")
coroutine.wrap(function() print("two"); os.exit(true) end)()
print("never")
