-- uncaught: `os.exit(false)` is failure.
--[==[ expects
leaving
--- exit code 1
]==]
print("leaving")
os.exit(false)
