-- Names that are words of C# or of the runtime are ordinary names in Lua.
--[==[ expects
36
abcdefg
4	2	3
1	2	3	4	5
10
1	2	3	4	5	6	7	8
28
global Main	global Load
label switch
]==]
local class, int, string_, namespace, object, var, void, this = 1, 2, 3, 4, 5, 6, 7, 8
print(class + int + string_ + namespace + object + var + void + this)
local switch, case, default, new, static, public, base = "a", "b", "c", "d", "e", "f", "g"
print(switch .. case .. default .. new .. static .. public .. base)
local function using(ref, out, params)
  local lock = ref
  for async = 1, 2 do lock = lock + async end
  return lock, out, params
end
print(using(1, 2, 3))
local t = { is = 1, as = 2, null = 3, ["true"] = 4, typeof = 5 }
print(t.is, t.as, t.null, t["true"], t.typeof)
local _, __, _1, a1_b = 1, 2, 3, 4
print(_ + __ + _1 + a1_b)
local state, frame, value, result, c, L1, r, fr = 1, 2, 3, 4, 5, 6, 7, 8
print(state, frame, value, result, c, L1, r, fr)
local LuaValue, LuaTable, main, load_, Resume, Body, Call1 = 1, 2, 3, 4, 5, 6, 7
print(LuaValue + LuaTable + main + load_ + Resume + Body + Call1)
function Main() return "global Main" end
function Load() return "global Load" end
print(_G.Main(), _G.Load())
goto switch
do print("skipped") end
::switch::
print("label switch")
