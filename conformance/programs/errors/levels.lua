-- `error` with levels, values of every type, and positions that it adds.
--[==[ expects
false	levels.lua:41: message
false	message
false	levels.lua:41: message
false	levels.lua:42: message
false	levels.lua:43: message
false	x
false	x
false	levels.lua:45: x
false	x
false	nil
false	nil
false	42
false	4.5
false	true
true	true
2	2
false	levels.lua:50: in function
false	no position
false	123
true
false	levels.lua:55: expected number
false	assertion failed!
false	assert message
true
false	bad argument #1 to 'assert' (value expected)
1	2	3
1
false	42
false	nil
false	levels.lua:60: not prefixed
false	levels.lua:61: assertion failed!
false	levels.lua:64: outer:inner
false	levels.lua:66: in coroutine
false	levels.lua:68: in wrap
true
false	bad argument #1 to 'string.rep' (string expected, got no value)
false	bad argument #2 to 'string.rep' (number expected, got table)
]==]
local function raise(level) error("message", level) end
local function middle(level) raise(level) end
local function outer(level) middle(level) end
print(pcall(outer)) print(pcall(outer, 0)) print(pcall(outer, 1)) print(pcall(outer, 2)) print(pcall(outer, 3))
print(pcall(error, "x")) print(pcall(error, "x", 1)) print(pcall(error, "x", 2)) print(pcall(error, "x", 0))
print(pcall(error)) print(pcall(error, nil)) print(pcall(error, 42)) print(pcall(error, 4.5, 1)) print(pcall(error, true))
local e = { code = 1 }
print(select(2, pcall(error, e)) == e, select(2, pcall(error, print)) == print)
print(select("#", pcall(error)), select("#", pcall(error, nil)))
print(pcall(function() error("in function") end))
print(pcall(function() error("no position", 0) end))
print(pcall(function() error(123) end))
print(pcall(function() error(setmetatable({}, { __tostring = function() return "custom" end })) end) == false)
print(pcall(function() local function check(x) if type(x) ~= "number" then error("expected number", 2) end return x end
  check("s")
end))
print(pcall(assert, false)) print(pcall(assert, nil, "assert message")) print(pcall(assert, false, { 1 }) == false)
print(pcall(assert)) print(assert(1, 2, 3)) print(select("#", assert(true)))
print(pcall(assert, false, 42)) print(pcall(assert, nil, nil))
print(pcall(function() assert(false, "not prefixed") end))
print(pcall(function() assert(1 == 2) end))
print(pcall(function()
  local ok, e = pcall(error, "inner")
  error("outer:" .. e)
end))
local co = coroutine.create(function() error("in coroutine") end)
print(coroutine.resume(co))
print(pcall(coroutine.wrap(function() error("in wrap") end)))
print(pcall(coroutine.wrap(function() error({}) end)) == false)
print(pcall(string.rep)) print(pcall(string.rep, "x", {}))
