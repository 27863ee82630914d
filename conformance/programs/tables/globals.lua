-- Globals are fields of `_G` and of `_ENV`; `_ENV` as a local, parameter and upvalue.
--[==[ expects
10	10	10	true	10
20
5
nil	nil
5	5	nil
nil
42	nil
hidden	nil	hidden	nil
true	1
true
2	3	3
inner v	inner v
global function	true
default undefined_one	1
1	101
2	101
nil	false	globals.lua:47: attempt to index a number value (local '_ENV')
false	globals.lua:48: attempt to index a nil value (local '_ENV')
]==]
x = 10
print(_G.x, _G["x"], _ENV.x, _ENV == _G, rawget(_G, "x"))
_G.y = 20
print(y) _G["not a name"] = 5 print(_ENV["not a name"])
x = nil
print(x, rawget(_G, "x"))
do local _ENV = { print = print } z = 5 print(z, _ENV.z, x) end
print(z)
local function with_env(_ENV) a = b + 1 return a end
print(with_env({ b = 41 }), a)
local function sandbox() local _ENV <const> = setmetatable({}, { __index = _G }) secret = "hidden" return secret, _ENV end
local s, env = sandbox()
print(s, secret, env.secret, rawget(env, "print"))
local print = print
local function strict(t) return setmetatable(t, { __index = function(_, k) error("undeclared variable '" .. tostring(k) .. "'", 2) end, __newindex = function(_, k) error("assignment to undeclared '" .. tostring(k) .. "'", 2) end }) end
print(pcall(function() local _ENV = strict { known = 1 } return known end))
print(pcall(function() local _ENV = strict { known = 1 } return unknown end) == false)
do local _ENV = { } w = 1; local function inner() w = w + 1; return w end print(inner(), inner(), w) end
do local outer_print = print; local _ENV = { v = "inner v" } local function f() return v end outer_print(f(), v) end
function global_fn() return "global function" end
print(_G.global_fn(), global_fn == _ENV.global_fn)
local count = 0
setmetatable(_G, { __index = function(_, k) count = count + 1 return "default " .. k end, __newindex = function(t, k, v) rawset(t, k, v) count = count + 100 end })
print(undefined_one, count) new_global = 1 print(new_global, count) new_global = 2 print(new_global, count)
setmetatable(_G, nil)
print(undefined_two, pcall(function() local _ENV = 5; return q end))
print(pcall(function() local _ENV = nil; q = 1 end))
