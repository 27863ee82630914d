-- Constant texts are compiled with the program: environment, mode, chunk name and mistakes are those of the call.
-- dynamic-code: static
--[==[ expects
42
1	nil	3
0
true
5	nil
6
5
false	n:1: attempt to index a nil value (upvalue '_ENV')
false	n:1: attempt to index a nil value (upvalue '_ENV')
false	n:1: attempt to index a nil value (global 'x')
3	function
3	nil
1	nil
nil	attempt to load a text chunk (mode is 'b')
1	1
nil	attempt to load a binary chunk (mode is 't')
nil	[string "x = = 1"]:1: unexpected symbol near '='
nil	name:1: unexpected symbol near '='
nil	name.lua:1: unexpected symbol near '='
nil	[string "two..."]:1: unexpected symbol near '='
nil	[string "first = 1..."]:2: unexpected symbol near '='
nil	[string "goto nowhere"]:1: no visible label 'nowhere' for <goto> at line 1
nil	[string "break"]:1: break outside loop at line 1
nil	[string "local x <const> = 1; x = 2"]:1: attempt to assign to const variable 'x'
nil	[string "#!first line"]:1: unexpected symbol near '#'
nil	[string "x = "]:1: unexpected symbol
nil	[string "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]:1: syntax error near <eof>
nil	[string "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..."]:1: syntax error near <eof>
nil	[string "name"]:1: unexpected symbol near '='
false	file.lua:1: raised
false	[string "local a..."]:2: attempt to index a nil value (local 'a')
false	level 2
43	long
52
8
field	env
NOT LUA
7
new
old
1	2	false
1	back!
]==]
print(load("return 1 + ...")(41))
print(load("return ...")(1, nil, 3))
print(select("#", load("")()))

-- The environment is the fourth argument when there is one, even nil, and the globals otherwise.
local env = { print = print }
load("print(_ENV == ...) y = 5", "chunk", "t", env)(env)
print(env.y, y)
load("z = 6")()
print(z)
print(load("return _ENV", "n", "t", 5)())
print(pcall(load("x = 1", "=n", "t", nil)))
print(pcall(load("local function f() return x end return f()", "=n", "t", nil)))
print(pcall(load("return x.y", "=n", "t", "text")))
local inherited = setmetatable({}, { __index = _G })
load("function g() return h, type(g) end h = 3", "=g", "t", inherited)()
print(inherited.g())
print(inherited.h, rawget(_G, "h"))
print(load("_ENV = { w = 1 } return w")(), w)

-- Modes, chunk names, mistakes.
print(load("return 1", "n", "b"))
print(load("return 1", "n", "t")(), load("return 1", nil, "bt")())
print(load("\27text", "n", "t"))
print(load("x = = 1"))
print(load("x = = 1", "=name"))
print(load("x = = 1", "@name.lua"))
print(load("x = = 1", "two\nlines"))
print(load("first = 1\nx = = 1"))
print(load("goto nowhere"))
print(load("break"))
print(load("local x <const> = 1; x = 2"))
print(load("#!first line"))
print(load("x = \0="))
print(load("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"))
print(load("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"))
print(load("=", "name\0rest"))
print(pcall(load("error 'raised'", "@file.lua")))
print(pcall(load("local a\nlocal b = a.b")))
print(pcall(load("error('level 2', 2)", "=two")))

-- Texts are known through constants and locals that nothing assigns.
local prefix = "return "
local number <const> = 42
local text = prefix .. number .. " + " .. 1
print(load(text)(), load(prefix .. [["long"]])())
local function nested() return load(text .. "0")() end
print(nested())

-- Other ways to call, and other functions of that name.
print((select(2, pcall(load, "return ...")))(8))
print(_G.load("return 'field'")(), _ENV.load("return 'env'")())
local function parameter(load) return load("not Lua") end
print(parameter(string.upper))
do
  local _ENV = { load = string.rep }
  print = load("text", 2)
end
print(load("return load('return 7')()")())

do
  print((loadstring or load)("return 'new'")())
  local loadstring = loadstring or load
  print(loadstring("return 'old'")())
end

-- Each load gives a function of its own.
local first, second = nil, nil
for round = 1, 2 do
  local f = load("n = (n or 0) + 1 local m = n return function() return m end", "=r", "t", _G)
  first, second = second, f()
end
print(first(), second(), first == second)

-- A chunk may yield.
local co = coroutine.wrap(load("local a = coroutine.yield(1) return a .. '!'"))
print(co(), co("back"))
