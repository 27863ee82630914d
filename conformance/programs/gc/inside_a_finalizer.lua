-- collectgarbage does nothing inside a finalizer, and says so.
--[==[ expects
collect=nil count=nil step=nil isrunning=nil stop=nil restart=nil incremental=nil generational=nil nil 1 false
true	200
]==]
local results = {}
setmetatable({}, { __gc = function()
  for _, option in ipairs { "collect", "count", "step", "isrunning", "stop", "restart", "incremental", "generational" } do
    results[#results + 1] = option .. "=" .. tostring(collectgarbage(option))
  end
  results[#results + 1] = tostring(collectgarbage("setpause", 100))
  results[#results + 1] = select("#", collectgarbage())
  results[#results + 1] = tostring(pcall(collectgarbage, "nonsense"))
end })
collectgarbage()
print(table.concat(results, " "))
print(collectgarbage("isrunning"), collectgarbage("setpause", 200))
