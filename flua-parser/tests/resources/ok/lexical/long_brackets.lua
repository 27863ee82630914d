local a = [[
first line dropped]]
local b = [==[ ]] ]=] [[ ]==]
local c = [=[
mixedline
breaks
]=]
--[[ a comment
]] local d = [[]] -- short
--[==[ ]]
]==] return a, b, c, d --[[ at the end ]]