-- Values without names: arguments of library functions, and what a Lua function keeps while it calls.
-- debug: yes
--[==[ expects
(C temporary)	0
(C temporary)	2
nil
nil
(temporary)	1
nil
(temporary)
30
a	x
(temporary)	x!
x!	x
2	a	4
(temporary)	9
(temporary)	second
9	changed
metamethod __gc
]==]
print(debug.getlocal(0, 1))
print(debug.getlocal(0, 2))
print(debug.getlocal(0, 3))
print(debug.getlocal(0, 0))

local function f()
  print(debug.getlocal(2, 3))
  print(debug.getlocal(2, 4))
  print(debug.setlocal(2, 3, 10))
  return 20
end

local function g(a, b)
  return (a + 1) + f()
end
print(g(0, 0))

-- A variable that is being declared has no name yet.
local function h(a)
  local b, c = a .. "!", f2(a)
  return b, c
end
function f2(a)
  print(debug.getlocal(2, 1))
  print(debug.getlocal(2, 2))
  return a
end
print(h("x"))

-- What a function returns, in a return hook.
local function returns(a)
  local b = a * 2
  return b + 1, "second"
end
debug.sethook(function()
  local info = debug.getinfo(2, "rn")
  if info.name == "returns" then
    debug.sethook()
    print(info.ntransfer, debug.getlocal(2, 1))
    print(debug.getlocal(2, info.ftransfer))
    print(debug.getlocal(2, info.ftransfer + 1))
    debug.setlocal(2, info.ftransfer + 1, "changed")
  end
end, "r")
print(returns(4))

-- A finalizer knows its name.
do
  local name
  setmetatable({}, {__gc = function()
    local info = debug.getinfo(1)
    name = info.namewhat .. " " .. info.name
  end})
  repeat
    local _ = {}
    collectgarbage()
  until name
  print(name)
end
