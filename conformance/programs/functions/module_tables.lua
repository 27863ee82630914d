-- Functions in tables that are made once and only used by the names of their fields are known; in all others they are looked up.
--[==[ expects
3	2	3.5	15
false	module_tables.lua:41: attempt to perform arithmetic on a table value (local 'a')
false	module_tables.lua:48: attempt to call a nil value (field 'double')
false	module_tables.lua:50: attempt to call a nil value (field 'nothing')
8	10
false	true
f3
1	2
then	false	module_tables.lua:78: attempt to call a nil value (field 'g')
3
1	2
2	0	made
-9
false	module_tables.lua:97: attempt to call a nil value (field 'inc')
f	f
replaced
by alias
other	by alias
raw
missing f
found
held
1
2
5.0	10.0
true
1	2	done
false	module_tables.lua:154: no luck
2	nil	nil
3
2432902008176640000	120.0
false
5050
module_tables.lua:158: attempt to perform arithmetic on a nil value (local 'n')
in a block
6	8	6
]==]
local Plain = {}
function Plain.add(a, b) return a + b end
Plain.sub = function(a, b) return Plain.add(a, -b) end
print(Plain.add(1, 2), Plain.sub(5, 3), Plain.add(1.5, 2), Plain.add("10", 5))
print(pcall(function() return Plain.add({}, 1) end))

-- Read before it is assigned, and never assigned.
local Late = {}
local function call_late(...) return Late.double(...) end
print(pcall(call_late, 4))
print(pcall(function() return Late.nothing(1) end))
function Late.double(x) return 2 * x end
print(call_late(4), Late.double(5))

-- What is read first is called, whatever the arguments do.
local Order = {}
print(pcall(function()
  return Order.f((function()
    Order.ready = true
    return 1
  end)())
end), Order.ready)
function Order.f(x) return "f" .. x end
print(Order.f((function() return 3 end)()))

-- Assigned twice, in a branch, in a loop, in a function.
local Twice = {}
function Twice.f() return 1 end
local before = Twice.f()
function Twice.f() return 2 end
print(before, Twice.f())
local Branch = {}
if before == 1 then
  function Branch.f() return "then" end
end
if before == 2 then
  function Branch.g() return "never" end
end
print(Branch.f(), pcall(function() return Branch.g() end))
local Loop = {}
for i = 1, 3 do
  function Loop.f() return i end
end
print(Loop.f())
local Inner = {}
local function set(v) function Inner.f() return v end end
set(1)
local one = Inner.f()
set(2)
print(one, Inner.f())

-- Functions in the constructor; and one of them replaced.
local Made = { inc = function(x) return x + 1 end, dec = function(x) return x - 1 end, name = "made" }
print(Made.inc(1), Made.dec(1), Made.name)
function Made.dec(x) return x - 10 end
print(Made.dec(1))
Made.inc = nil
print(pcall(function() return Made.inc(1) end))

-- Tables that somebody else gets hold of.
local Shown = {}
function Shown.f() return "f" end
local names = {}
for name in pairs(Shown) do names[#names + 1] = name end
local function replace(t, k, v) t[k] = v end
print(Shown.f(), names[1])
replace(Shown, "f", function() return "replaced" end)
print(Shown.f())
local Aliased = {}
function Aliased.f() return "f" end
local alias = Aliased
alias.f = function() return "by alias" end
print(Aliased.f())
local other = Aliased
other = { f = function() return "other" end }
print(other.f(), Aliased.f())
local Raw = {}
function Raw.f() return "f" end
rawset(Raw, "f", function() return "raw" end)
print(Raw.f())
local Meta = setmetatable({}, { __index = function(_, name) return function() return "missing " .. name end end })
print(Meta.f())
function Meta.f() return "found" end
print(Meta.f())
local Held = {}
function Held.f() return "f" end
local holder = { Held }
holder[1].f = function() return "held" end
print(Held.f())

-- A variable that is assigned again.
local Again = {}
function Again.f() return 1 end
local function call_again() return Again.f() end
print(call_again())
Again = { f = function() return 2 end }
print(call_again())

-- Methods, and a table that is its own class.
local Point = {}
Point.__index = Point
function Point.new(x, y) return setmetatable({ x = x, y = y }, Point) end
function Point:length() return (self.x ^ 2 + self.y ^ 2) ^ 0.5 end
print(Point.new(3, 4):length(), Point.length({ x = 6, y = 8 }))
local Object = {}
function Object:who() return self == Object end
print(Object:who())

-- Functions that yield, fail, take varargs, give several results, call themselves.
local More = {}
function More.numbers(n) for i = 1, n do coroutine.yield(i) end return "done" end
local co = coroutine.wrap(function() return More.numbers(2) end)
print(co(), co(), co())
function More.fail(what) error("no " .. what, 2) end
print(pcall(function() More.fail("luck") end))
function More.count(...) return select("#", ...), ... end
print(More.count(nil, nil))
print((More.count(1, 2, 3)))
function More.fact(n) if n == 0 then return 1 end return n * More.fact(n - 1) end
print(More.fact(20), More.fact(5.0))
function More.even(n) if n == 0 then return true end return More.odd(n - 1) end
function More.odd(n) if n == 0 then return false end return More.even(n - 1) end
print(More.even(100001))
local sum = 0
for i = 1, 100 do sum = Plain.add(sum, i) end
print(sum)
print(select(2, pcall(More.fact)))

-- A block of its own, and one table made many times.
do
  local Local = {}
  function Local.f() return "in a block" end
  print(Local.f())
end
local function make(v)
  local Each = {}
  function Each.get() return v end
  function Each.twice() return Each.get() * 2 end
  return Each.twice
end
local three, four = make(3), make(4)
print(three(), four(), three())
