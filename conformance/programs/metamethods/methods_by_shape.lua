-- Method calls remember the function by the names of an object's fields and its metatable. All that may change between two calls of one place.
--[==[ expects
alike	Base.who of 1	Base.who of 2	Base.who of 3
alike	Base.who of 1	Base.who of 2	Base.who of 3
alike	Base.who of 1	Base.who of 2	Base.who of 3
own	Base.who of 1	own of 2	Base.who of 3
own	Base.who of 1	own of 2	Base.who of 3
own	Base.who of 1	own of 2	Base.who of 3
gone	Base.who of 1	Base.who of 2	Base.who of 3
gone	Base.who of 1	Base.who of 2	Base.who of 3
gone	Base.who of 1	Base.who of 2	Base.who of 3
with	Base.who of 4	made with it
with	Base.who of 4	made with it
with	Base.who of 4	made with it
exchanged	made with it	Base.who of 5
exchanged	made with it	Base.who of 5
exchanged	made with it	Base.who of 5
false	false	methods_by_shape.lua:56: attempt to call a boolean value (method 'who')
replaced	new Base.who of 1	new Base.who of 3
replaced	new Base.who of 1	new Base.who of 3
replaced	new Base.who of 1	new Base.who of 3
overridden	new Base.who of 1	Derived.who, then new Base.who of 3
overridden	new Base.who of 1	Derived.who, then new Base.who of 3
overridden	new Base.who of 1	Derived.who, then new Base.who of 3
taken back	new Base.who of 1	new Base.who of 3
taken back	new Base.who of 1	new Base.who of 3
taken back	new Base.who of 1	new Base.who of 3
class	Derived	Derived	new Base.who of 6
parent	Other.who of 1	Other.who of 3
index	Other.who of 1	Other.who of 3
function	who by a function	who by a function
none	false	methods_by_shape.lua:56: attempt to call a nil value (method 'who')
no metatable	false	methods_by_shape.lua:56: attempt to call a nil value (method 'who')
added x	new Base.who of 7
added y	new Base.who of 7
added z	new Base.who of 7
x1	new Base.who of 7
x2	new Base.who of 7
many	720	605764
empty	of an empty one	of an empty one
own keys	new Base.who of 8	new Base.who of 8
string	a string s	a string t	new Base.who of 9
gone	false	methods_by_shape.lua:56: attempt to call a nil value (method 'who')
number	false	methods_by_shape.lua:56: attempt to index a number value (local 'o')
nil	false	methods_by_shape.lua:56: attempt to index a nil value (local 'o')
]==]
local function class(name, parent)
  local c = { name = name }
  c.__index = c
  return setmetatable(c, { __index = parent })
end
local Base = class("Base")
function Base:who() return "Base.who of " .. self.id end
local Derived = class("Derived", Base)

local function call(o) return o:who() end
local function show(what, ...) print(what, ...) end

local function new(c, id) return setmetatable({ id = id }, c) end
local a, b, d = new(Base, 1), new(Base, 2), new(Derived, 3)
for _ = 1, 3 do show("alike", call(a), call(b), call(d)) end

-- An object gets a method of its own: its names change. Others keep theirs.
b.who = function(self) return "own of " .. self.id end
for _ = 1, 3 do show("own", call(a), call(b), call(d)) end
b.who = nil
for _ = 1, 3 do show("gone", call(a), call(b), call(d)) end

-- The name is among the fields from the beginning, and holds nil or false for a while.
local function with(who, id) return setmetatable({ id = id, who = who }, Base) end
local n, m = with(nil, 4), with(function() return "made with it" end, 5)
for _ = 1, 3 do show("with", call(n), call(m)) end
n.who, m.who = m.who, nil
for _ = 1, 3 do show("exchanged", call(n), call(m)) end
m.who = false
show("false", pcall(call, m))

-- The class changes.
function Base:who() return "new Base.who of " .. self.id end
for _ = 1, 3 do show("replaced", call(a), call(d)) end
function Derived:who() return "Derived.who, then " .. Base.who(self) end
for _ = 1, 3 do show("overridden", call(a), call(d)) end
Derived.who = nil
for _ = 1, 3 do show("taken back", call(a), call(d)) end

-- An object changes its class, its class gets another parent, its metatable goes.
setmetatable(a, Derived)
Derived.who = function() return "Derived" end
show("class", call(a), call(d), call(new(Base, 6)))
local Other = class("Other")
function Other:who() return "Other.who of " .. self.id end
Derived.who = nil
setmetatable(Derived, { __index = Other })
show("parent", call(a), call(d))
Derived.__index = Other
show("index", call(a), call(d))
Derived.__index = function(t, k) return function() return k .. " by a function" end end
show("function", call(a), call(d))
Derived.__index = nil
show("none", pcall(call, a))
setmetatable(a, nil)
show("no metatable", pcall(call, a))

-- Fields are added one by one: each adds a shape, and the method stays.
local o = new(Base, 7)
for _, name in ipairs { "x", "y", "z" } do
  o[name] = 1
  show("added " .. name, call(o))
end
o.x1 = 1; show("x1", call(o))
o.x2 = 1; show("x2", call(o))

-- More classes and more shapes than a call has room for, by turns.
local all = {}
for i = 1, 12 do
  local c = class("C" .. i, i % 3 == 0 and Base or nil)
  if i % 3 ~= 0 then c.who = function(self) return i .. ":" .. self.id end end
  for j = 1, 3 do
    local one = new(c, j)
    if j > 1 then one.second = true end
    if j > 2 then one.third = true end
    all[#all + 1] = one
  end
end
local text = {}
for round = 1, 20 do
  for i = 1, #all do
    local one = all[(i * 7 + round) % #all + 1]
    text[#text + 1] = call(one)
  end
end
local sum = 0
for i, s in ipairs(text) do for j = 1, #s do sum = (sum * 31 + s:byte(j)) % 1000003 end end
show("many", #text, sum)

-- A table without fields, one with keys of its own, and values that are no tables.
local empty = setmetatable({}, { __index = { who = function() return "of an empty one" end } })
show("empty", call(empty), call(empty))
local own = setmetatable({ [1] = 1, [{}] = 2, id = 8 }, Base)
show("own keys", call(own), call(own))
string.who = function(s) return "a string " .. s end
show("string", call("s"), call("t"), call(new(Base, 9)))
string.who = nil
show("gone", pcall(call, "s"))
show("number", pcall(call, 1))
show("nil", pcall(call, nil))
