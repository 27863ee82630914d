-- A method call finds what is there now, whatever it found before: classes, their parents and their objects change between calls.
--[==[ expects
Base:name Base:kind Base:name Base:kind 	Base:name Base:kind Base:name Base:kind 
Base:name again Base:kind Base:name again Base:kind 	Base:name again Base:kind Base:name again Base:kind 
Mid:name Base:kind Mid:name Base:kind 	Base:name again Base:kind Base:name again Base:kind 
Leaf.name Base:kind Leaf.name Base:kind 
Mid:name Base:kind Mid:name Base:kind 
rawset Base:kind rawset Base:kind 
Mid:name Base:kind Mid:name Base:kind 
own Base:kind own Base:kind 
Mid:name Base:kind Mid:name Base:kind 
Base:name again Base:kind Base:name again Base:kind 
other parent other kind other parent other kind 
Base:name again Base:kind Base:name again Base:kind 
false	method_changes.lua:40: attempt to call a nil value (method 'name')
Base:name again Base:kind Base:name again Base:kind 
Base:name again Base:kind Base:name again Base:kind 
computed name computed kind computed name computed kind 
Base:name again Base:kind Base:name again Base:kind 
1 2 3 4 5 10 2 3 4 5 10 20 3 4 5
1 2 other other 3 4 4	bump 4
true	true
false	method_changes.lua:77: attempt to call a number value (method 'bump')
Aaa	Bbb
<a>aa
Aaa
false	method_changes.lua:85: attempt to call a nil value (method 'absent')
x is present
made
made
own made
Base:name again Base:kind Base:name again Base:kind 	0	__index
]==]
local Base = {} Base.__index = Base
function Base:name() return "Base:name" end
function Base:kind() return "Base:kind" end
local Mid = setmetatable({}, { __index = Base }) Mid.__index = Mid
local Leaf = setmetatable({ count = 0 }, { __index = Mid }) Leaf.__index = Leaf

local function both(o) local result = "" for _ = 1, 2 do result = result .. o:name() .. " " .. o:kind() .. " " end return result end

local o, p = setmetatable({}, Leaf), setmetatable({}, Base)
print(both(o), both(p))
function Base:name() return "Base:name again" end print(both(o), both(p))
function Mid:name() return "Mid:name" end print(both(o), both(p))
Leaf.name = function() return "Leaf.name" end print(both(o))
Leaf.name = nil print(both(o))
rawset(Leaf, "name", function() return "rawset" end) print(both(o))
rawset(Leaf, "name", nil) print(both(o))
o.name = function() return "own" end print(both(o))
o.name = nil print(both(o))
Mid.name = nil print(both(o))
getmetatable(Mid).__index = { name = function() return "other parent" end, kind = function() return "other kind" end } print(both(o))
getmetatable(Mid).__index = Base print(both(o))
setmetatable(Mid, nil) print(pcall(both, o))
setmetatable(Mid, { __index = Base }) print(both(o))
setmetatable(o, Base) print(both(o))
setmetatable(o, { __index = function(_, key) return function() return "computed " .. key end end }) print(both(o))
setmetatable(o, Leaf) print(both(o))

-- One call, many classes.
local classes = {}
for i = 1, 5 do local c = {} c.__index = c function c:id() return i end classes[i] = c end
local sum = {}
for round = 1, 3 do
  for i = 1, 5 do sum[#sum + 1] = setmetatable({}, classes[i]):id() end
  classes[round].id = function() return round * 10 end
end
print(table.concat(sum, " "))

-- What a class keeps beside its methods: counters, texts, tables, other functions.
function Leaf:bump() Leaf.count = Leaf.count + 1 Leaf.last = "bump " .. Leaf.count return Leaf.count end
function Leaf:swap() Leaf.bump, Leaf.other = Leaf.other, Leaf.bump end
function Leaf.other() return "other" end
for i = 1, 6 do io.write(tostring(o:bump()), " ") if i % 2 == 0 then o:swap() end end print(Leaf.count, Leaf.last)
Leaf.bump = setmetatable({}, { __call = function(_, self) return self == o end }) print(o:bump(), o:bump())
Leaf.bump = 5 print(pcall(function() return o:bump() end))

-- Methods of strings, and of a library that grows.
local function texts(s) return s:upper() .. s:rep(2) end
print(texts("a"), texts("b"))
local upper = string.upper
string.upper = function(s) return "<" .. s .. ">" end print(texts("a"))
string.upper = upper print(texts("a"))
print(pcall(function() return ("x"):absent() end))
string.absent = function(s) return s .. " is present" end
print(("x"):absent()) string.absent = nil

-- Keys that are equal texts but made when the program runs.
local dynamic = {} dynamic.__index = dynamic
dynamic["na" .. tostring("me")] = function() return "made" end
local d = setmetatable({}, dynamic)
for _ = 1, 2 do print(d:name()) end
d["n" .. tostring("ame")] = function() return "own made" end print(d:name())

-- A class that is emptied while it is walked.
for key in pairs(Leaf) do if key ~= "__index" then Leaf[key] = nil end end
print(both(o), rawlen(Leaf), (next(Leaf)))
