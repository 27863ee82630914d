-- The answers of collectgarbage.
--[==[ expects
0	0	true
float	1
true	0	false	0	true
200	148	1000	1020
100	300	1000
incremental	incremental	generational
generational	120	240
false	bad argument #1 to 'collectgarbage' (invalid option 'everything')
false	bad argument #2 to 'collectgarbage' (number expected, got string)
false	bad argument #1 to 'collectgarbage' (invalid option '1')
false	bad argument #1 to 'collectgarbage' (string expected, got table)
true	true
]==]
print(collectgarbage("collect"), collectgarbage(), collectgarbage("step", 20000))
print(math.type(collectgarbage("count")), select("#", collectgarbage("count")))
print(collectgarbage("isrunning"), collectgarbage("stop"), collectgarbage("isrunning"), collectgarbage("restart"), collectgarbage("isrunning"))
print(collectgarbage("setpause", 150), collectgarbage("setpause", 1001), collectgarbage("setpause", -5), collectgarbage("setpause", 200))
print(collectgarbage("setstepmul", 300), collectgarbage("setstepmul", 1003), collectgarbage("setstepmul", 100))
print(collectgarbage("incremental"), collectgarbage("generational"), collectgarbage("generational"))
print(collectgarbage("incremental", 120, 240, 10), collectgarbage("setpause", 200), collectgarbage("setstepmul", 100))
print(pcall(collectgarbage, "everything"))
print(pcall(collectgarbage, "step", "x"))
print(pcall(collectgarbage, 1))
print(pcall(collectgarbage, {}))

-- The count follows what is alive.
local before = collectgarbage("count")
local data = {}
for i = 1, 50000 do data[i] = { i } end
local full = collectgarbage("count")
data = nil
collectgarbage()
local after = collectgarbage("count")
print(full - before > 1000, full - after > 1000)
