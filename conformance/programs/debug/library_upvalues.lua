-- Library functions that keep something show it as upvalues without names; identities of upvalues are light userdata.
--[==[ expects
1		abc
2		.
3		userdata
1		thread
1		userdata
2		2
3		true
4		n
5		4
1		userdata
2		0
3		false
3	0	1	0
		other	a
true	false
userdata	nil
false	bad argument #1 to 'debug.setuservalue' (userdata expected, got light userdata)
false	bad argument #1 to 'string.rep' (string expected, got light userdata)
false	library_upvalues.lua:53: attempt to perform arithmetic on a userdata value (upvalue 'identity')
false	bad argument #1 to 'debug.upvaluejoin' (Lua function expected)
named	7
nil
]==]
local name = os.tmpname()

local function show(f)
  for i = 1, math.huge do
    local upvalue, value = debug.getupvalue(f, i)
    if not upvalue then
      break
    end
    local kind = type(value)
    print(i, upvalue, (kind == "userdata" or kind == "thread") and kind or value)
  end
end

local words = string.gmatch("abc", ".")
show(words)
show(coroutine.wrap(print))
show(io.lines(name, "n", 4))
local file = io.open(name)
show(file:lines())
show(print)
print(debug.getinfo(words, "u").nups, debug.getinfo(print, "u").nups, debug.getinfo(coroutine.wrap(print), "u").nups, debug.getinfo(show, "u").nups - 1)
print(debug.setupvalue(words, 1, "other"), debug.getupvalue(words, 1), select(2, debug.getupvalue(words, 1)), words())
print(debug.upvalueid(words, 1) == debug.upvalueid(words, 1), debug.upvalueid(words, 1) == debug.upvalueid(words, 2))
local identity = debug.upvalueid(words, 1)
print(type(identity), debug.getmetatable(identity))
print(pcall(debug.setuservalue, identity, 1))
print(pcall(string.rep, identity))
print(pcall(function() return identity + 1 end))
print(pcall(debug.upvaluejoin, words, 1, words, 2))
debug.setmetatable(identity, {__index = function(_, key) return key, 7 end, __call = function() return 7 end})
print(debug.upvalueid(words, 2).named, identity())
debug.setmetatable(identity, nil)
print(debug.getmetatable(identity))
file:close()
os.remove(name)
