-- Files that are known when compiling are compiled with the program.
-- dynamic-code: static
--[==[ expects
sub
nil	2
nil	attempt to load a text chunk (mode is 'b')
sub	argument
9	2
nil	bad.txt:2: unexpected symbol near '='
false	bad.txt:2: unexpected symbol near '='
false	raises.txt:2: attempt to index a nil value (local 't')
nil	cannot open none.lua: No such file or directory
false	cannot open none.lua: No such file or directory
7	back!
sub
nil
]==]
print(dofile("sub.lua"))
print(loadfile("sub.lua", "b"))
print(loadfile("sub.lua", "t", { q = 9, print = print })("argument"))
print(loadfile("bad.txt"))
print(pcall(dofile, "bad.txt"))
print(pcall(dofile, "raises.txt"))
print(loadfile("none.lua"))
print(pcall(dofile, "none.lua"))
local co = coroutine.wrap(function() return dofile("yields.txt") end)
print(co(), co("back"))
local dofile = dofile
print((dofile "sub.lua"))
